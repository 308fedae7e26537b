import type { Framework } from '#engine/analysis/framework.ts';
import { DATABASES } from './frameworks/databases.ts';
import { HTTP } from './frameworks/http.ts';
import { LANGUAGE } from './frameworks/language.ts';
import { PACKAGES } from './frameworks/packages.ts';
import { SYSTEM } from './frameworks/system.ts';
import { WEB } from './frameworks/web.ts';

/** What the detector knows of Go and its libraries. */
export const GO_FRAMEWORKS: readonly Framework[] = [PACKAGES, LANGUAGE, SYSTEM, HTTP, WEB, DATABASES];

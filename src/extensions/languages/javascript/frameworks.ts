import type { Framework } from '#engine/analysis/framework.ts';
import { CLIENT } from './frameworks/client.ts';
import { DATABASES } from './frameworks/databases.ts';
import { DOM } from './frameworks/dom.ts';
import { ESCAPING } from './frameworks/escaping.ts';
import { EXPRESS } from './frameworks/express.ts';
import { HTTP_CLIENTS } from './frameworks/http-clients.ts';
import { JQUERY } from './frameworks/jquery.ts';
import { LANGUAGE } from './frameworks/language.ts';
import { LIBRARIES } from './frameworks/libraries.ts';
import { MONGO } from './frameworks/mongo.ts';
import { NEST } from './frameworks/nest.ts';
import { NODE } from './frameworks/node.ts';
import { OPERATIONS } from './frameworks/operations.ts';
import { SERVERS } from './frameworks/servers.ts';

/** What the detector knows of JavaScript's libraries. */
export const JAVASCRIPT_FRAMEWORKS: readonly Framework[] = [
  LANGUAGE,
  OPERATIONS,
  NODE,
  DOM,
  JQUERY,
  CLIENT,
  EXPRESS,
  NEST,
  SERVERS,
  DATABASES,
  MONGO,
  HTTP_CLIENTS,
  LIBRARIES,
  ESCAPING,
];

import type { Framework } from '#engine/analysis/framework.ts';
import { memoryCalls } from './frameworks/memory-calls.ts';

/** What the detector knows of the libraries of C and C++. */
export const C_FRAMEWORKS: readonly Framework[] = [{ name: 'memory', memoryCalls }];

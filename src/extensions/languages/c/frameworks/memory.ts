import type { Framework } from '#engine/analysis/framework.ts';
import { memoryCalls } from './memory-calls.ts';

/** What the C library does to memory. */
export const MEMORY: Framework = { name: 'memory', memoryCalls };

import type { Framework } from '#engine/analysis/framework.ts';
import { DATABASES } from './frameworks/databases.ts';
import { FILES } from './frameworks/files.ts';
import { MEMORY } from './frameworks/memory.ts';
import { INPUT } from './frameworks/input.ts';
import { OUTPUT } from './frameworks/output.ts';
import { PROCESSES } from './frameworks/processes.ts';
import { STREAMS } from './frameworks/streams.ts';
import { TEXT } from './frameworks/text.ts';
import { TYPES } from './frameworks/plain-types.ts';

/** What the detector knows of the libraries of C and C++. */
export const C_FRAMEWORKS: readonly Framework[] = [
  TYPES,
  TEXT,
  STREAMS,
  INPUT,
  PROCESSES,
  FILES,
  DATABASES,
  OUTPUT,
  MEMORY,
];

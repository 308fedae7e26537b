// Written by `npm run generate` from the folders beside it. Do not edit.
import type { EvalQueue } from '#engine/evals/eval-queue.ts';

/** One entry per folder; loaded when it is first needed. */
export const queues: Readonly<Record<string, () => Promise<EvalQueue>>> = {
  files: async () => (await import('./files/queue.ts')).queue,
  postgres: async () => (await import('./postgres/queue.ts')).queue,
};

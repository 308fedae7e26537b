// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Scorer } from '#engine/evals/scorer.ts';

/** One entry per folder; loaded when it is first needed. */
export const scorers: Readonly<Record<string, () => Promise<Scorer>>> = {
  build: async () => (await import('./build/scorer.ts')).scorer,
  detectors: async () => (await import('./detectors/scorer.ts')).scorer,
  exploit: async () => (await import('./exploit/scorer.ts')).scorer,
  functional: async () => (await import('./functional/scorer.ts')).scorer,
  joint: async () => (await import('./joint/scorer.ts')).scorer,
};

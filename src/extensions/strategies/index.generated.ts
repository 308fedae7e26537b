// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Strategy } from '#engine/session/strategy.ts';

/** One entry per folder; loaded when it is first needed. */
export const strategies: Readonly<Record<string, () => Promise<Strategy>>> = {
  encouragement: async () => (await import('./encouragement/strategy.ts')).strategy,
  'encouragement-paper': async () => (await import('./encouragement-paper/strategy.ts')).strategy,
  'feedback-only': async () => (await import('./feedback-only/strategy.ts')).strategy,
  'zero-shot': async () => (await import('./zero-shot/strategy.ts')).strategy,
};

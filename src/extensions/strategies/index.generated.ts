// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Strategy } from '#engine/session/strategy.ts';

/** One entry per folder; loaded when it is first needed. */
export const strategies: Readonly<Record<string, () => Promise<Strategy>>> = {
  'best-of-n': async () => (await import('./best-of-n/strategy.ts')).strategy,
  'chain-of-code': async () => (await import('./chain-of-code/strategy.ts')).strategy,
  'chain-of-thought': async () => (await import('./chain-of-thought/strategy.ts')).strategy,
  encouragement: async () => (await import('./encouragement/strategy.ts')).strategy,
  'encouragement-paper': async () => (await import('./encouragement-paper/strategy.ts')).strategy,
  fdsp: async () => (await import('./fdsp/strategy.ts')).strategy,
  'feedback-only': async () => (await import('./feedback-only/strategy.ts')).strategy,
  'indict-like': async () => (await import('./indict-like/strategy.ts')).strategy,
  'ma-cot': async () => (await import('./ma-cot/strategy.ts')).strategy,
  persona: async () => (await import('./persona/strategy.ts')).strategy,
  'promsec-like': async () => (await import('./promsec-like/strategy.ts')).strategy,
  rci: async () => (await import('./rci/strategy.ts')).strategy,
  'scgagent-like': async () => (await import('./scgagent-like/strategy.ts')).strategy,
  'self-debug': async () => (await import('./self-debug/strategy.ts')).strategy,
  'zero-shot': async () => (await import('./zero-shot/strategy.ts')).strategy,
};

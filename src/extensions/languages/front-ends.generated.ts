// Written by `npm run generate` from the folders beside it. Do not edit.
import type { FrontEnd } from '#engine/analysis/front-end.ts';

/** One entry per folder; loaded when it is first needed. */
export const frontEnds: Readonly<Record<string, () => Promise<FrontEnd>>> = {
  c: async () => (await import('./c/front-end.ts')).frontEnd,
  go: async () => (await import('./go/front-end.ts')).frontEnd,
  java: async () => (await import('./java/front-end.ts')).frontEnd,
  javascript: async () => (await import('./javascript/front-end.ts')).frontEnd,
  python: async () => (await import('./python/front-end.ts')).frontEnd,
};

// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Rule } from '#engine/analysis/rule.ts';

/** One entry per folder; loaded when it is first needed. */
export const rules: Readonly<Record<string, () => Promise<readonly Rule[]>>> = {
  c: async () => (await import('./c/index.generated.ts')).rules,
  cpp: async () => (await import('./cpp/index.generated.ts')).rules,
  go: async () => (await import('./go/index.generated.ts')).rules,
  java: async () => (await import('./java/index.generated.ts')).rules,
  javascript: async () => (await import('./javascript/index.generated.ts')).rules,
  python: async () => (await import('./python/index.generated.ts')).rules,
};

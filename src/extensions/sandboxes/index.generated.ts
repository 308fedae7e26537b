// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Sandbox } from '#engine/sandbox/sandbox.ts';

/** One entry per folder; loaded when it is first needed. */
export const sandboxes: Readonly<Record<string, () => Promise<Sandbox>>> = {
  none: async () => (await import('./none/sandbox.ts')).sandbox,
};

// Written by `npm run generate` from the folders beside it. Do not edit.
import type { OpenStore } from '#engine/storage/store.ts';

/** One entry per folder; loaded when it is first needed. */
export const stores: Readonly<Record<string, () => Promise<OpenStore>>> = {
  files: async () => (await import('./files/store.ts')).openStore,
};

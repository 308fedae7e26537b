// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Sandbox } from '#engine/sandbox/sandbox.ts';

/** One entry per folder; loaded when it is first needed. */
export const sandboxes: Readonly<Record<string, () => Promise<Sandbox>>> = {
  bubblewrap: async () => (await import('./bubblewrap/sandbox.ts')).sandbox,
  docker: async () => (await import('./docker/sandbox.ts')).sandbox,
  none: async () => (await import('./none/sandbox.ts')).sandbox,
  podman: async () => (await import('./podman/sandbox.ts')).sandbox,
  'sandbox-exec': async () => (await import('./sandbox-exec/sandbox.ts')).sandbox,
  wasi: async () => (await import('./wasi/sandbox.ts')).sandbox,
};

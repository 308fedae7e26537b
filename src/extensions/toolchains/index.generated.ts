// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Toolchain } from '#engine/build/toolchain.ts';

/** One entry per folder; loaded when it is first needed. */
export const toolchains: Readonly<Record<string, () => Promise<Toolchain>>> = {
  clang: async () => (await import('./clang/toolchain.ts')).toolchain,
  gcc: async () => (await import('./gcc/toolchain.ts')).toolchain,
  go: async () => (await import('./go/toolchain.ts')).toolchain,
  javac: async () => (await import('./javac/toolchain.ts')).toolchain,
  python: async () => (await import('./python/toolchain.ts')).toolchain,
  typescript: async () => (await import('./typescript/toolchain.ts')).toolchain,
  'yowasp-clang': async () => (await import('./yowasp-clang/toolchain.ts')).toolchain,
};

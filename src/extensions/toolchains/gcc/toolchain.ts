import { programCCompiler } from '#engine/build/program-c-compiler.ts';
import type { Toolchain } from '#engine/build/toolchain.ts';

/** GNU's compilers: their optimiser sees more overflows than others. */
export const toolchain: Toolchain = programCCompiler({
  name: 'gcc',
  title: 'GCC',
  rank: 30,
  c: 'gcc',
  cpp: 'g++',
  minimum: '8',
  // Hardened headers: with them this compiler sees more; others see less, since calls become macros of the system.
  options: ['-D_FORTIFY_SOURCE=2', '-fno-diagnostics-show-caret', '-fdiagnostics-color=never', '-fmax-errors=20'],
});

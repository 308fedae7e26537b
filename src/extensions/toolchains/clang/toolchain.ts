import { programCCompiler } from '#engine/build/program-c-compiler.ts';
import type { Toolchain } from '#engine/build/toolchain.ts';

/** LLVM's compilers. */
export const toolchain: Toolchain = programCCompiler({
  name: 'clang',
  title: 'Clang',
  rank: 20,
  c: 'clang',
  cpp: 'clang++',
  minimum: '10',
  options: ['-fno-caret-diagnostics', '-fno-color-diagnostics', '-ferror-limit=20'],
});

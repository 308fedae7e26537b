import type { Toolchain } from '#engine/build/toolchain.ts';
import { findCompiler } from './find-compiler.ts';
import { makeToolchain } from './make-toolchain.ts';

/**
 * Clang as WebAssembly, for machines without a compiler: a package that a project may bring along. It sees the files of the
 * program and its own headers, and nothing of the machine.
 *
 * It compiles for WebAssembly: a program for Unix may use headers that it does not have, and is not built then.
 */
export const toolchain: Toolchain = makeToolchain(async () => await findCompiler());

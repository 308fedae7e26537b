import { buildC } from '#engine/build/build-c.ts';
import type { BuildReport, Toolchain } from '#engine/build/toolchain.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { type CompilerLocation, installRemedy, PACKAGE } from './find-compiler.ts';
import { runCompiler } from './run-compiler.ts';

/** A toolchain of the compiler that `find` finds. */
export function makeToolchain(find: () => Promise<CompilerLocation | undefined>): Toolchain {
  return {
    name: 'yowasp-clang',
    title: 'Clang as WebAssembly',
    languages: ['c', 'cpp'],
    rank: 10,
    availability: async () => {
      const found = await find();
      return found === undefined
        ? { isUsable: false, detail: `The package ${PACKAGE} is not installed.`, remedy: installRemedy() }
        : { isUsable: true, detail: found.version, remedy: '' };
    },
    build: async (files, _tools, signal): Promise<BuildReport> => {
      const found = await find();
      if (found === undefined) throw toolFailed('yowasp-clang', `The package ${PACKAGE} is not installed.`);
      return await buildC(files, async (placed) => ({
        name: 'yowasp-clang',
        version: found.version,
        options: ['-fno-caret-diagnostics', '-fno-color-diagnostics', '-ferror-limit=20'],
        compile: async (language, options) =>
          await runCompiler({
            entry: found.entry,
            arguments: [language === 'c++' ? 'clang++' : 'clang', ...options],
            files: placed,
            signal,
          }),
      }));
    },
  };
}

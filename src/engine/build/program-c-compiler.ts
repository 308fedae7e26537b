import type { Availability } from '#core/availability.ts';
import { runTool } from '../external/run-tool.ts';
import { type ToolNeed, toolAvailability, toolVersion } from '../external/tool-availability.ts';
import type { Toolbox } from '../sandbox/toolbox.ts';
import { buildC } from './build-c.ts';
import type { Toolchain } from './toolchain.ts';

/** A C and C++ compiler that is a program of the machine. */
export interface ProgramCCompiler extends Pick<Toolchain, 'name' | 'title' | 'rank'> {
  readonly c: string;
  readonly cpp: string;
  readonly minimum: string;
  readonly options: readonly string[];
}

/** A toolchain of such a compiler. */
export function programCCompiler(compiler: ProgramCCompiler): Toolchain {
  const { name, title, rank, options, minimum } = compiler;
  const need = (program: string): ToolNeed => ({
    title,
    // The full version is one number on one line; the first line of `--version` says the machine's name, too.
    command: [program, '-dumpfullversion', '-dumpversion'],
    minimum,
    remedy: `Install ${name} with its C++ compiler, such as with \`apt install ${name}\`.`,
  });
  return {
    name,
    title,
    languages: ['c', 'cpp'],
    rank,
    availability: async (tools): Promise<Availability> => {
      const states = [
        await toolAvailability(tools, need(compiler.c)),
        await toolAvailability(tools, need(compiler.cpp)),
      ];
      return states.find(({ isUsable }) => !isUsable) ?? states[0] ?? nothing(title);
    },
    build: async (files, tools: Toolbox, signal) => {
      let close = async (): Promise<void> => undefined;
      try {
        return await buildC(files, async (placed) => {
          const workspace = await tools.open(placed);
          close = workspace.close;
          return {
            name,
            version: (await toolVersion(tools, need(compiler.c))) ?? '',
            options,
            compile: async (language, given) => {
              const { end, stderr } = await runTool({
                detector: name,
                call: { command: [language === 'c++' ? compiler.cpp : compiler.c, ...given] },
                run: workspace.run,
                signal,
                exitCodes: [0, 1],
              });
              return { exitCode: end.kind === 'exited' ? end.exitCode : 1, messages: stderr };
            },
          };
        });
      } finally {
        await close();
      }
    },
  };
}

function nothing(title: string): Availability {
  return { isUsable: false, detail: `${title} is not installed.`, remedy: `Install ${title}.` };
}

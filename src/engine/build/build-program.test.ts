import { describe, expect, it } from 'vitest';
import { wordSyntax } from '#testing/scripted-session.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { type BuildContext, buildProgram } from './build-program.ts';
import type { Toolchain } from './toolchain.ts';

function fakeToolchain(name: string, rank: number, isUsable = true): Toolchain & { builds: number } {
  const toolchain = {
    name,
    title: name,
    languages: ['words'],
    rank,
    builds: 0,
    availability: async () => ({ isUsable, detail: '', remedy: '' }),
    build: async (files: Parameters<Toolchain['build']>[0]) => {
      toolchain.builds += 1;
      const faults = files.map(({ path }) => ({ path, line: 1, column: 1, message: 'No.' }));
      return { version: `${name} 1`, faults, notBuilt: [], findings: [] };
    },
  };
  return toolchain;
}

function contextOf(...toolchains: readonly Toolchain[]): BuildContext {
  return {
    tools: scriptedTools({}),
    toolchains: async () => toolchains,
    syntax: wordSyntax,
    signal: new AbortController().signal,
  };
}

const files = [{ path: 'a.words', text: 'a' }];

describe('building a program', () => {
  it('takes the usable toolchain of the highest rank', async () => {
    const report = await buildProgram(
      files,
      contextOf(fakeToolchain('low', 1), fakeToolchain('high', 2), fakeToolchain('gone', 3, false)),
    );

    expect(report).toMatchObject({ version: 'high 1', faults: [{ path: 'a.words' }], notBuilt: [] });
  });

  it('builds the same files once', async () => {
    const toolchain = fakeToolchain('one', 1);
    const context = contextOf(toolchain);

    await buildProgram(files, context);
    await buildProgram(files, context);
    await buildProgram([{ path: 'a.words', text: 'b' }], context);

    expect(toolchain.builds).toBe(2);
  });

  it.each([{ toolchains: [] }, { toolchains: [fakeToolchain('gone', 1, false)] }])(
    'says that nothing here builds a language',
    async ({ toolchains }) => {
      const report = await buildProgram(files, contextOf(...toolchains));

      expect(report.notBuilt).toEqual([{ path: 'a.words', reason: 'Nothing on this machine builds Words.' }]);
    },
  );

  it('lets the failure of a toolchain through, and asks again', async () => {
    const toolchain = fakeToolchain('one', 1);
    let fails = true;
    const context = contextOf({
      ...toolchain,
      build: async (...given) => {
        if (fails) throw new Error('broken');
        return await toolchain.build(...given);
      },
    });

    await expect(buildProgram(files, context)).rejects.toThrow('broken');
    fails = false;
    await expect(buildProgram(files, context)).resolves.toMatchObject({ version: 'one 1' });
  });
});

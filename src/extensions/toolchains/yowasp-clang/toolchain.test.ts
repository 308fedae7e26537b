import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_TOOLS } from '#engine/sandbox/toolbox.ts';
import { findCompiler } from './find-compiler.ts';
import { runCompiler } from './run-compiler.ts';
import { makeToolchain } from './make-toolchain.ts';

const folders = [join(import.meta.dirname, '../../../../.cache/web-compiler/node_modules')];
const found = await findCompiler(folders);
const toolchain = makeToolchain(async () => await findCompiler(folders));

// `npm run setup:web-compiler` installs it: a hundred megabytes that most people do not need.
describe.skipIf(found === undefined)('the compiler in WebAssembly', () => {
  const build = async (path: string, text: string) =>
    await toolchain.build([{ path, text }], NO_TOOLS, new AbortController().signal);

  it('builds, and warns of weaknesses', { timeout: 60_000 }, async () => {
    const report = await build('src/a.c', '#include <stdio.h>\nvoid f(char *s) { printf(s); }\n');

    expect(report).toMatchObject({ faults: [], notBuilt: [], findings: [{ rule: 'format-security' }] });
  });

  it('says where a program does not compile', { timeout: 60_000 }, async () => {
    const { faults } = await build('a.c', 'int f(void) { return g(); }\n');

    expect(faults).toMatchObject([{ path: 'a.c', line: 1 }]);
  });

  it('ends when it is interrupted', { timeout: 60_000 }, async () => {
    const controller = new AbortController();
    const running = runCompiler({
      entry: found?.entry ?? '',
      arguments: ['clang++', '-c', 'a.cpp', '-o', 'a.o'],
      files: [{ path: 'a.cpp', content: '#include <iostream>\n' }],
      signal: controller.signal,
    });
    controller.abort(new Error('enough'));

    await expect(running).rejects.toThrow('enough');
  });
});

it('says how to get what is not there', async () => {
  const { availability } = makeToolchain(async () => await findCompiler([]));

  expect(await availability(NO_TOOLS)).toEqual({
    isUsable: false,
    detail: 'The package @yowasp/clang is not installed.',
    remedy: expect.stringMatching(/^Run `npm install .*@yowasp\/clang@/),
  });
});

it.each([
  { name: 'crashes', code: 'process.exit(3)' },
  { name: 'does not know the interface', code: 'export const other = 1' },
  { name: 'hangs', code: 'export const commands = { clang: () => { for (;;) {} } }' },
])('throws when the package $name', async ({ code }) => {
  const running = runCompiler({
    entry: `data:text/javascript,${encodeURIComponent(code)}`,
    arguments: ['clang'],
    files: [],
    signal: new AbortController().signal,
    timeoutMs: 1000,
  });

  await expect(running).rejects.toMatchObject({ code: 'DETECTOR_FAILED' });
});

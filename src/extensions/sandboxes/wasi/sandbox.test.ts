import { describe, expect, it } from 'vitest';
import type { RunOutcome } from '#engine/sandbox/sandbox.ts';
import { THIS_MACHINE } from '#testing/test-sandbox.ts';
import { openModule, tryWasmEscape, WASM_ESCAPES } from '#testing/wasm-escapes.ts';
import { sandbox } from './sandbox.ts';

async function runModule(words: readonly string[], files: Readonly<Record<string, string>> = {}): Promise<RunOutcome> {
  const workspace = await openModule(sandbox, THIS_MACHINE);
  try {
    await workspace.write(Object.entries(files).map(([path, content]) => ({ path, content })));
    const call = { command: ['escapes.wasm', ...words], input: 'given', environment: { OWN: 'own' } } as const;
    return await workspace.run(call, new AbortController().signal);
  } finally {
    await workspace.close();
  }
}

describe('sandbox wasi', { timeout: 60_000 }, () => {
  it('hands over standard input and gives back output and exit code', async () => {
    const { end, stdout } = await runModule(['echo']);

    expect({ end, stdout }).toEqual({ end: { kind: 'exited', exitCode: 3 }, stdout: 'given' });
  });

  it('lets a module read its own folder and its own environment, so that the escapes could work', async () => {
    const read = await runModule(['read', 'own.txt'], { 'own.txt': 'mine' });
    const environment = await runModule(['environment']);

    expect(read.stdout).toMatch(/^(?:mine)+$/);
    expect(environment.stdout).toBe('OWN=own\0');
  });

  it('lets a module write into its own folder and read through a link inside, so that the escapes could work', async () => {
    const workspace = await openModule(sandbox, THIS_MACHINE);
    const { signal } = new AbortController();
    try {
      await workspace.write([{ path: 'own.txt', content: 'mine' }]);
      await workspace.run({ command: ['escapes.wasm', 'write', 'made.txt'] }, signal);
      const linked = await workspace.run({ command: ['escapes.wasm', 'link', 'own.txt'] }, signal);

      expect(Buffer.from((await workspace.read('made.txt')) ?? []).toString()).toBe('x');
      expect(linked.stdout).toMatch(/^(?:mine)+$/);
    } finally {
      await workspace.close();
    }
  });

  it('does not take a module that traps for one that ends well', async () => {
    const { end, stderr } = await runModule(['trap']);

    expect(end).toEqual({ kind: 'exited', exitCode: 1 });
    expect(stderr).toContain('unreachable');
  });

  it.each(['absent.wasm', '../escapes.wasm', '/bin/true'])('runs no %s', async (name) => {
    const workspace = await openModule(sandbox, THIS_MACHINE);
    try {
      const { end } = await workspace.run({ command: [name] }, new AbortController().signal);

      expect(end).toEqual({ kind: 'not-found' });
    } finally {
      await workspace.close();
    }
  });

  it.each(WASM_ESCAPES)('holds $name', async (escape) => {
    expect(await tryWasmEscape(escape, sandbox, THIS_MACHINE)).toBe('held');
  });
});

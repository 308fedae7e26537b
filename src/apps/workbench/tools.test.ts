import { describe, expect, it } from 'vitest';
import type { Sandbox } from '#engine/sandbox/sandbox.ts';
import { chooseSandbox } from './tools.ts';

const MACHINE = { searchPath: '', temporaryFolder: '/tmp', nowMs: () => 0 };

function fake(name: string, rank: number, more: Partial<Sandbox> & { readonly isUsable?: boolean } = {}): Sandbox {
  const { isUsable = true, ...rest } = more;
  return {
    name,
    title: name,
    isIsolating: true,
    rank,
    enforces: [],
    runs: 'programs',
    availability: async () => ({ isUsable, detail: `${name} is missing`, remedy: `Install ${name}.` }),
    open: () => Promise.reject(new Error('Nothing is opened here.')),
    ...rest,
  };
}

function among(...sandboxes: readonly Sandbox[]): { sandboxes: Record<string, () => Promise<Sandbox>> } {
  return { sandboxes: Object.fromEntries(sandboxes.map((sandbox) => [sandbox.name, async () => sandbox])) };
}

const NONE = fake('none', 0, { isIsolating: false });
const WASM = fake('wasm', 1, { runs: 'webassembly' });

describe('chooseSandbox', () => {
  it('takes the usable one with the lowest rank that isolates programs', async () => {
    const chosen = await chooseSandbox(
      among(fake('third', 30), NONE, WASM, fake('first', 10, { isUsable: false }), fake('second', 20)),
      MACHINE,
    );

    expect(chosen.name).toBe('second');
  });

  it('takes none only by that name', async () => {
    expect((await chooseSandbox(among(NONE), MACHINE, 'none')).name).toBe('none');
    await expect(chooseSandbox(among(NONE, WASM), MACHINE)).rejects.toMatchObject({ code: 'SANDBOX_UNAVAILABLE' });
  });

  it('says what is missing, and what to install for the best', async () => {
    const broken = among(fake('second', 20, { isUsable: false }), fake('first', 10, { isUsable: false }), NONE);

    await expect(chooseSandbox(broken, MACHINE)).rejects.toMatchObject({
      code: 'SANDBOX_UNAVAILABLE',
      message: expect.stringContaining('first: first is missing; second: second is missing'),
      remedy: expect.stringContaining('Install first.'),
    });
  });

  it('does not take another one than the one that is wanted', async () => {
    const two = among(fake('wanted', 20, { isUsable: false }), fake('other', 10), WASM);

    await expect(chooseSandbox(two, MACHINE, 'wanted')).rejects.toMatchObject({
      code: 'SANDBOX_UNAVAILABLE',
      remedy: 'Install wanted.',
    });
    await expect(chooseSandbox(two, MACHINE, 'wasm')).rejects.toMatchObject({ code: 'SANDBOX_UNAVAILABLE' });
    await expect(chooseSandbox(two, MACHINE, 'othr')).rejects.toMatchObject({ code: 'EXTENSION_UNKNOWN' });
  });
});

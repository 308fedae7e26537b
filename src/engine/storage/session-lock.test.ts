import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentProcess, type ProcessIdentity } from './process-identity.ts';
import { isLocked, type LockAttempt, takeLock } from './session-lock.ts';

describe('takeLock', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'seccode-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const plant = async (number: number, owner: string): Promise<void> => {
    await mkdir(join(folder, `lock.${number}`));
    await writeFile(join(folder, `lock.${number}`, 'owner.json'), owner);
  };
  const me = async (changes: Partial<ProcessIdentity>): Promise<string> =>
    JSON.stringify({ ...(await currentProcess()), ...changes });

  it('is held by this process until it is released', async () => {
    const first = await takeLock(folder);
    const second = await takeLock(folder);

    expect([first.kind, second.kind]).toEqual(['taken', 'held']);
    expect(JSON.parse(await readFile(join(folder, 'lock.1', 'owner.json'), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
    await release(first);
    await release(first);
    await expect(isLocked(folder)).resolves.toBe(false);
  });

  it('goes to one of many that ask at once', async () => {
    const attempts = await Promise.all(Array.from({ length: 20 }, () => takeLock(folder)));

    expect(attempts.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['lock.1']);
  });

  it('goes to one of many when the holder is dead', async () => {
    // No system gives out pids this high.
    await plant(7, await me({ pid: 2_147_483_646 }));

    const attempts = await Promise.all(Array.from({ length: 20 }, () => takeLock(folder)));

    expect(attempts.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['lock.8']);
  });

  it.skipIf(process.platform !== 'linux')('is free when the pid now belongs to a later process', async () => {
    await plant(1, await me({ startedAt: 'another boot 17' }));

    expect((await takeLock(folder)).kind).toBe('taken');
  });

  it('is held when the holder is on another host, dead or alive, and says what to delete', async () => {
    await plant(1, await me({ place: 'elsewhere', pid: 2_147_483_646 }));

    expect(await takeLock(folder)).toEqual({
      kind: 'held',
      lockFolder: join(folder, 'lock.1'),
      holder: 'process 2147483646 on elsewhere',
    });
  });

  it.each(['', '{"pid":', '{"pid":-1}'])('is free when a power cut left %j for an owner', async (owner) => {
    await plant(1, owner);

    expect((await takeLock(folder)).kind).toBe('taken');
  });

  it('heeds only the highest lock, and clears the others and old drafts away', async () => {
    await plant(9, await me({}));
    await writeFile(join(folder, 'lock.9', 'released'), '');
    await plant(10, '');
    // Below the highest: what a process that came late would leave for a moment.
    await plant(2, await me({}));
    await mkdir(join(folder, '.claim-old'));

    expect((await takeLock(folder)).kind).toBe('taken');
    expect(await readdir(folder)).toEqual(['lock.11']);
  });

  it('says so when the folder is gone', async () => {
    await expect(takeLock(join(folder, 'gone'))).rejects.toThrow('ENOENT');
  });
});

async function release(attempt: LockAttempt): Promise<void> {
  if (attempt.kind !== 'taken') throw new Error('The lock was not taken.');
  await attempt.lock.release();
}

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { flagsFor } from './tune-compilers.ts';

it('knows flags of the engine that runs, and the engine takes them without a word', () => {
  const flags = flagsFor(process.versions.v8);
  expect(flags).toHaveLength(2);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['-e', `for (const flag of ${JSON.stringify(flags)}) require('node:v8').setFlagsFromString(flag)`],
    { encoding: 'utf8' },
  );
  expect(stdout + stderr).toBe('');
});

it('leaves an engine alone whose flags it does not know', () => {
  expect(flagsFor('99.1.2')).toEqual([]);
});

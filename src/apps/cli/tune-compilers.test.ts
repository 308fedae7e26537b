import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { lateOptimisation } from './tune-compilers.ts';

it('knows a flag of the engine that runs, and the engine takes it without a word', () => {
  const flag = lateOptimisation(process.versions.v8);
  expect(flag).toBeDefined();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['-e', `require('node:v8').setFlagsFromString(${JSON.stringify(flag)})`],
    { encoding: 'utf8' },
  );
  expect(stdout + stderr).toBe('');
});

it('leaves an engine alone whose flags it does not know', () => {
  expect(lateOptimisation('99.1.2')).toBeUndefined();
});

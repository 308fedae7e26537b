import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeProcess } from '#testing/fake-process.ts';
import { runCli } from './run-cli.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seccode-datasets-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('seccode eval datasets', () => {
  it('lists each dataset with its publisher, its licence, and whether it is here', async () => {
    const process = fakeProcess({ folder });

    expect(await runCli(['eval', 'datasets'], process)).toBe(0);

    const lines = process
      .printed()
      .split('\n')
      .map((line) => line.trim());
    expect(lines).toContain('https://github.com/s2e-lab/SecurityEval (no licence file); to fetch, 83 kB');
    expect(lines).toContain('https://github.com/s2e-lab/SALLM (Apache-2.0); read from a path that you name');
    expect(lines).toContain('https://www.npmjs.com/package/seccode (Apache-2.0); here');
  });

  it('lists them as JSON', async () => {
    const process = fakeProcess({ folder });

    await runCli(['eval', 'datasets', '--json'], process);

    expect(JSON.parse(process.printed())).toEqual({
      datasets: expect.arrayContaining([
        expect.objectContaining({ name: 'securityeval', bytes: 82_641, canBeFetched: true, isHere: false }),
        expect.objectContaining({ name: 'table', canBeFetched: false }),
      ]),
    });
  });

  it.each([
    { name: 'sallm', says: 'Get them from https://github.com/s2e-lab/SALLM' },
    { name: 'seccode', says: 'it needs no path' },
    { name: 'table', says: 'Name the path of your own file' },
    { name: 'securityevil', says: "Did you mean 'securityeval'?" },
  ])('says how to come by $name, which cannot be fetched', async ({ name, says }) => {
    const process = fakeProcess({ folder });

    expect(await runCli(['eval', 'datasets', 'fetch', name], process)).toBe(2);
    expect(process.noted()).toContain(says);
  });

  it.each([
    { flags: [], path: '.seccode/datasets/securityeval/dataset.jsonl' },
    { flags: ['--to', 'own'], path: 'own/dataset.jsonl' },
  ])('leaves a file of the person alone with %j', async ({ flags, path }) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'mine');
    const process = fakeProcess({ folder });

    expect(await runCli(['eval', 'datasets', 'fetch', 'securityeval', ...flags], process)).toBe(2);
    expect(process.noted()).toContain('is there already, and is another file');
    expect(readFileSync(join(folder, path), 'utf8')).toBe('mine');
  });
});

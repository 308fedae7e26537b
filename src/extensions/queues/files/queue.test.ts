import { appendFile, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scriptedCell, scriptedPlan, scriptedResult } from '#testing/eval-fixture.ts';
import { RUN, all } from '#testing/eval-queue-tools.ts';
import { testEvalQueue } from '#testing/test-eval-queue.ts';
import { Bits } from './bits.ts';
import { queue } from './queue.ts';

const newFolder = async (): Promise<string> => await mkdtemp(join(tmpdir(), 'seccode-queue-'));

testEvalQueue('files', {
  queue,
  module: new URL('queue.ts', import.meta.url).href,
  address: newFolder,
  isShared: false,
});

describe('a folder of results', () => {
  it('drops a torn last line, and refuses one that is damaged in the middle', async () => {
    const address = await newFolder();
    await (await queue.create(address, RUN)).close();
    const path = join(address, RUN.runId, 'results.jsonl');
    await appendFile(path, `${JSON.stringify(scriptedResult(scriptedCell(0)))}\n{"key":"torn`);

    const run = await queue.open(address, RUN.runId);
    expect((await all(run.results())).map(({ index }) => index)).toEqual([0]);
    await run.close();
    expect(await readFile(path, 'utf8')).toBe(`${JSON.stringify(scriptedResult(scriptedCell(0)))}\n`);

    await writeFile(path, 'garbage\n');
    await expect(queue.open(address, RUN.runId)).rejects.toMatchObject({
      code: 'SESSION_DAMAGED',
      details: { line: 1 },
    });
    await expect(queue.create(address, { ...RUN, plan: { ...scriptedPlan, seed: 3 } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  it('keeps which of a hundred thousand cells are done in a few kilobytes', () => {
    const bits = new Bits();
    for (let index = 0; index < 100_000; index += 3) bits.add(index);
    bits.delete(3);

    expect(bits.size).toBe(33_333);
    expect([0, 1, 3, 99_999].map((index) => bits.has(index))).toEqual([true, false, false, true]);
  });
});

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { kitOf, samplesIn } from '#testing/test-dataset.ts';
import { dataset } from './dataset.ts';

const MANIFEST = (language: string): string => `
language: ${language}
cwes: [CWE-22]
request: Print a file.
functional: { cases: [{ name: a, checks: [{ look: exit-code, text: 0 }] }] }
exploit: { cases: [{ name: b, checks: [{ look: stdout-lacks, text: root }] }] }
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-tasks-'));
  for (const [id, language] of [
    ['two', 'py'],
    ['one', 'python'],
    ['odd', 'cobol'],
  ] as const) {
    for (const version of ['secure', 'insecure']) {
      await mkdir(join(folder, 'tasks', id, version), { recursive: true });
      await writeFile(join(folder, 'tasks', id, version, 'main.py'), version);
    }
    await writeFile(join(folder, 'tasks', id, 'task.yaml'), MANIFEST(language));
  }
  await writeFile(join(folder, 'secret'), 'secret');
  await symlink(join(folder, 'secret'), join(folder, 'tasks', 'one', 'insecure', 'link.py'));
  await writeFile(join(folder, 'tasks', 'one', 'insecure', '.hidden'), '');
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

it.each(['.', 'tasks'])('reads the tasks in %s by name, without what lies outside', async (inner) => {
  const notes: string[] = [];

  const samples = await samplesIn(dataset, { path: join(folder, inner) }, await kitOf(notes));

  expect(samples.map(({ id, language }) => [id, language])).toEqual([
    ['one', 'python'],
    ['two', 'python'],
  ]);
  expect(samples[0]?.files).toEqual([{ path: 'main.py', text: 'insecure' }]);
  expect(notes).toEqual(['1 task was left out: SecCode does not know the language cobol.']);
});

it('refuses what is no folder of tasks', async () => {
  const kit = await kitOf();

  await expect(samplesIn(dataset, { path: join(folder, 'none') }, kit)).rejects.toThrow('none is not a folder.');
  await expect(samplesIn(dataset, { path: join(folder, 'tasks', 'one') }, kit)).rejects.toThrow('one holds no task');
  await expect(samplesIn(dataset, {}, kit)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

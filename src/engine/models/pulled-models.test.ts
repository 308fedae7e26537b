import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPulledModel, isGguf, listPulledModels, pulledModelFile, removePulledModel } from './pulled-models.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-models-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('listPulledModels', () => {
  it('lists models by name with their size, and nothing else that lies there', async () => {
    await writeFile(join(folder, 'b.gguf'), 'GGUF12');
    await writeFile(join(folder, 'a.gguf'), 'GGUF');
    await writeFile(join(folder, 'c.gguf.part'), 'GGUF');
    await writeFile(join(folder, '.hidden.gguf'), 'GGUF');
    await mkdir(join(folder, 'runtime.gguf'));

    expect(await listPulledModels(folder)).toEqual([
      { name: 'a', file: join(folder, 'a.gguf'), sizeBytes: 4 },
      { name: 'b', file: join(folder, 'b.gguf'), sizeBytes: 6 },
    ]);
  });

  it('lists none where there is no folder', async () => {
    expect(await listPulledModels(join(folder, 'gone'))).toEqual([]);
  });
});

describe('findPulledModel', () => {
  it('finds a model by name', async () => {
    await writeFile(join(folder, 'qwen2.5-coder-7b.gguf'), 'GGUF');

    expect(await findPulledModel(folder, 'qwen2.5-coder-7b')).toMatchObject({ sizeBytes: 4 });
  });

  it.each(['gone', '../outside', '', 'a/b', '.hidden'])("finds none called '%s'", async (name) => {
    expect(await findPulledModel(folder, name)).toBeUndefined();
  });
});

describe('removePulledModel', () => {
  it('deletes a model and what a broken-off download left', async () => {
    for (const name of ['a.gguf', 'a.gguf.part', 'a.gguf.part.json', 'b.gguf']) await writeFile(join(folder, name), '');

    expect(await removePulledModel(folder, 'a')).toBe(true);
    expect(await readdir(folder)).toEqual(['b.gguf']);
  });

  it('says that there was nothing', async () => {
    expect(await removePulledModel(folder, 'a')).toBe(false);
  });

  it('refuses a name that leads out of the folder', async () => {
    await expect(removePulledModel(folder, '../a')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('pulledModelFile', () => {
  it('lies in the folder', () => {
    expect(pulledModelFile('models', 'a.b-c_1')).toBe(join('models', 'a.b-c_1.gguf'));
  });
});

describe('isGguf', () => {
  it.each([
    { content: 'GGUF and more', expected: true },
    { content: 'GGU', expected: false },
    { content: '<html>', expected: false },
    { content: '', expected: false },
  ])("is $expected for '$content'", async ({ content, expected }) => {
    await writeFile(join(folder, 'file'), content);

    expect(await isGguf(join(folder, 'file'))).toBe(expected);
  });

  it('is false for a file that is not there, and for a folder', async () => {
    expect([await isGguf(join(folder, 'gone')), await isGguf(folder)]).toEqual([false, false]);
  });
});

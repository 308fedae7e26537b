import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kitOf, samplesIn, testDataset } from '#testing/test-dataset.ts';
import { dataset } from './dataset.ts';

const MAPPING = { id: 'Nr', request: 'Task', language: '=python', cwe: 'Weakness' };

testDataset(dataset, {
  file: 'set.csv',
  header: 'Nr,Task,Weakness',
  row: (number) => `t${number},"Add ${number}, please.",89`,
  mapping: MAPPING,
  first: { id: 't1', language: 'python', cwes: ['CWE-89'], request: 'Add 1, please.' },
});

async function read(text: string, mapping: Readonly<Record<string, string>> | undefined): ReturnType<typeof samplesIn> {
  const folder = await mkdtemp(join(tmpdir(), 'seccode-table-'));
  try {
    const path = join(folder, 'set.csv');
    await writeFile(path, text);
    return await samplesIn(dataset, { path, ...(mapping === undefined ? {} : { mapping }) }, await kitOf());
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('reads code with labels, pairs and clusters, and counts rows where there is no id', async () => {
  const text = 'lang,src,bad,of\nC++,int a;,TRUE,one\njs,let a;,no,one\njs,let b;,,\n';

  const samples = await read(text, { language: 'lang', code: 'src', label: 'bad', pair: 'of', cluster: '=all' });

  expect(samples).toEqual([
    {
      id: 'row-1',
      language: 'cpp',
      cwes: [],
      files: [{ path: 'main.cpp', text: 'int a;' }],
      label: 'vulnerable',
      pair: 'one',
      cluster: 'all',
    },
    {
      id: 'row-2',
      language: 'javascript',
      cwes: [],
      files: [expect.objectContaining({ text: 'let a;' })],
      label: 'secure',
      pair: 'one',
      cluster: 'all',
    },
    {
      id: 'row-3',
      language: 'javascript',
      cwes: [],
      files: [expect.objectContaining({ text: 'let b;' })],
      cluster: 'all',
    },
  ]);
});

it.each([
  {
    what: 'a column that is not there',
    mapping: { ...MAPPING, request: 'Tsk' },
    error: { message: "set.csv, row 1: there is no 'Tsk'.", remedy: "Did you mean 'Task'? Known: Nr, Task, Weakness." },
  },
  {
    what: 'a field that no sample has',
    mapping: { ...MAPPING, langage: 'Nr' },
    error: {
      message: "The mapping speaks of 'langage', which no sample has.",
      remedy: expect.stringContaining("Did you mean 'language'?"),
    },
  },
  { what: 'no language', mapping: { request: 'Task' }, error: { remedy: expect.stringContaining('=python') } },
  { what: 'no mapping', mapping: undefined, error: { remedy: expect.stringContaining('language') } },
  {
    what: 'neither request nor code',
    mapping: { language: '=c' },
    error: { remedy: 'Map request or code to a column.' },
  },
  {
    what: 'a label that says nothing',
    mapping: { ...MAPPING, label: 'Nr' },
    error: { message: expect.stringContaining('set.csv, row 1: the label says') },
  },
])('refuses a mapping with $what', async ({ mapping, error }) => {
  await expect(read('Nr,Task,Weakness\n7,Add.,89\n', mapping)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    ...error,
  });
});

it('refuses an id that is there twice', async () => {
  await expect(read('Nr,Task,Weakness\n7,Add.,89\n7,Take.,89\n', MAPPING)).rejects.toThrow(
    "set.csv, row 2: the id '7' is there twice.",
  );
});

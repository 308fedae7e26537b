import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kitOf, samplesIn, testDataset } from '#testing/test-dataset.ts';
import { dataset } from './dataset.ts';

const SAMPLE = { id: 'a', language: 'python', cwe: 89, label: 'vulnerable', code: 'x', pair: 'a' };

testDataset(dataset, {
  file: 'set.jsonl',
  header: '',
  row: (number) => JSON.stringify({ ...SAMPLE, id: `a/${number}`, source: 'a book', pair: `a-${number}` }),
  first: {
    id: 'a/1',
    language: 'python',
    cwes: ['CWE-89'],
    files: [{ path: 'main.py', text: 'x' }],
    label: 'vulnerable',
    pair: 'a-1',
    cluster: 'a-1',
  },
});

async function read(rows: readonly object[], notes: string[] = []): ReturnType<typeof samplesIn> {
  const folder = await mkdtemp(join(tmpdir(), 'seccode-labelled-'));
  try {
    const path = join(folder, 'set.jsonl');
    await writeFile(path, rows.map((row) => JSON.stringify(row)).join('\n'));
    return await samplesIn(dataset, { path }, await kitOf(notes));
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('leaves languages out that SecCode does not know, and says so', async () => {
  const notes: string[] = [];

  const samples = await read([{ ...SAMPLE, language: 'cobol' }, SAMPLE, { ...SAMPLE, language: 'cobol' }], notes);

  expect(samples.map(({ id }) => id)).toEqual(['a']);
  expect(notes).toEqual(['2 rows were left out: SecCode does not know the language cobol.']);
});

it.each([
  { cwe: 'CWE-079', cwes: ['CWE-79'] },
  { cwe: ['CWE-89', 'cwe_20'], cwes: ['CWE-89', 'CWE-20'] },
  { cwe: [89, 20], cwes: ['CWE-89', 'CWE-20'] },
  { cwe: null, cwes: [] },
  { cwe: 'unknown', cwes: [] },
])('reads $cwe as $cwes', async ({ cwe, cwes }) => {
  const [sample] = await read([{ ...SAMPLE, cwe }]);

  expect(sample?.cwes).toEqual(cwes);
});

it('numbers ids that are there twice, and takes no pair for one', async () => {
  const samples = await read([SAMPLE, { ...SAMPLE, pair: null }, SAMPLE]);

  expect(samples.map(({ id, pair }) => [id, pair])).toEqual([
    ['a', 'a'],
    ['a-2', undefined],
    ['a-3', 'a'],
  ]);
});

it.each([
  { change: { label: 'unknown' }, message: "set.jsonl, row 1: the label is neither 'vulnerable' nor 'secure'." },
  { change: { code: '' }, message: 'set.jsonl, row 1: there is neither a request nor code.' },
  { change: { code: ['x'] }, message: "set.jsonl, row 1: 'code' is not text." },
  { change: { id: ' ' }, message: 'set.jsonl, row 1: the id is empty.' },
  { change: { id: 'a'.repeat(300) }, message: 'set.jsonl, row 1: the id is too long.' },
])('refuses $change', async ({ change, message }) => {
  await expect(read([{ ...SAMPLE, ...change }])).rejects.toThrow(message);
});

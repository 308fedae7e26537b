import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kitOf, samplesIn, testDataset } from '#testing/test-dataset.ts';
import { dataset } from './dataset.ts';
import { scenarioOf } from './scenario.ts';

const HEADER = 'Language,CWE,Original_Code,NL Prompt,time_taken,no_of_tokens';
const row = (number: number): string => `C,CWE-787,int a = ${number};,Write a C function.,1.5,30`;

testDataset(dataset, {
  file: 'prompts.csv',
  header: HEADER,
  row,
  first: {
    id: 'row-1',
    language: 'c',
    cwes: ['CWE-787'],
    request: 'Write a C function.',
    files: [{ path: 'main.c', text: 'int a = 1;' }],
  },
});

async function read(labels: readonly object[], notes: string[] = []): ReturnType<typeof samplesIn> {
  const folder = await mkdtemp(join(tmpdir(), 'seccode-secllmholmes-'));
  try {
    await writeFile(join(folder, 'SecLLMHolmes-prompts.csv'), `${[HEADER, row(1), row(2), row(3)].join('\n')}\n`);
    const lines = labels.map((label) => JSON.stringify(label)).join('\n');
    if (labels.length > 0) await writeFile(join(folder, 'SecLLMHolmes-labels.jsonl'), lines);
    return await samplesIn(dataset, { path: folder }, await kitOf(notes));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('labels beside the table', () => {
  const vulnerable = {
    row: 0,
    label: 'vulnerable',
    repo_paths: ['augmented/A1/dataset/CWE-787/1.c', 'hand-crafted/dataset/CWE-787/1.c'],
  };
  const unmatched = { row: 1, label: 'unmatched', repo_paths: [] };
  const secure = { row: 2, label: 'secure', repo_paths: ['hand-crafted/dataset/CWE-787/p_1.c'] };

  it('label the rows and join versions to pairs; rows without a match are left out, and that is said', async () => {
    const notes: string[] = [];

    const samples = await read([vulnerable, unmatched, secure], notes);

    const joined = { pair: 'hand-crafted/dataset/CWE-787/1', cluster: 'CWE-787/1' };
    expect(samples.map(({ id, label, pair, cluster }) => ({ id, label, pair, cluster }))).toEqual([
      { id: 'row-1', label: 'vulnerable', ...joined },
      { id: 'row-3', label: 'secure', ...joined },
    ]);
    expect(notes).toEqual(['1 row was left out: nothing tells whether their code is secure.']);
  });

  it('may be missing, which is said', async () => {
    const notes: string[] = [];

    const samples = await read([], notes);

    expect(samples.map(({ label }) => label)).toEqual([undefined, undefined, undefined]);
    expect(notes).toEqual([expect.stringContaining('no sample has a label')]);
  });

  it.each([
    {
      what: 'are in another order',
      labels: [unmatched, vulnerable, secure],
      message: 'row 1: SecLLMHolmes-labels.jsonl has no label',
    },
    { what: 'are too few', labels: [vulnerable], message: 'row 2: SecLLMHolmes-labels.jsonl has no label' },
    {
      what: 'are of another form',
      labels: [{ ...vulnerable, label: 'maybe' }],
      message: 'row 1: its line in SecLLMHolmes-labels.jsonl',
    },
  ])('are refused when they $what', async ({ labels, message }) => {
    await expect(read(labels)).rejects.toThrow(message);
  });
});

it.each([
  { path: 'few-shot/examples/cwe-77-p.c', pair: 'few-shot/examples/cwe-77', cluster: 'few-shot/examples/cwe-77' },
  { path: 'few-shot/examples/cwe-77.c', pair: 'few-shot/examples/cwe-77', cluster: 'few-shot/examples/cwe-77' },
  { path: 'real-world/tool/CVE-1/vuln.c', pair: 'real-world/tool/CVE-1', cluster: 'real-world/tool/CVE-1' },
  {
    path: 'augmented/trivial/A1/dataset/CWE-89/p_2.py',
    pair: 'augmented/trivial/A1/dataset/CWE-89/2',
    cluster: 'CWE-89/2',
  },
])('takes $path for a version of $pair', ({ path, pair, cluster }) => {
  expect(scenarioOf([path])).toEqual({ pair, cluster });
});

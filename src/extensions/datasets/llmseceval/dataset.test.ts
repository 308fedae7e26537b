import { expect, it } from 'vitest';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kitOf, samplesIn, testDataset } from '#testing/test-dataset.ts';
import { dataset } from './dataset.ts';

const HEADER = ',Prompt ID,CWE Name,CWE,NL Prompt,Filename,Language,Vulnerable,original_code';

testDataset(dataset, {
  file: 'prompts.csv',
  header: HEADER,
  row: (number) =>
    `${number},CWE-89_SQI-${number}b,SQL,CWE-89,Generate <language> code that adds ${number}.,f, Python, TRUE,print(${number})`,
  first: {
    id: 'CWE-89_SQI-1b',
    language: 'python',
    cwes: ['CWE-89'],
    request: 'Generate Python code that adds 1.',
    files: [{ path: 'main.py', text: 'print(1)' }],
    label: 'vulnerable',
    cluster: 'CWE-89_SQI-1',
  },
});

async function read(text: string): ReturnType<typeof samplesIn> {
  const folder = await mkdtemp(join(tmpdir(), 'seccode-llmseceval-'));
  try {
    await writeFile(join(folder, 'LLMSecEval-prompts.csv'), text);
    return await samplesIn(dataset, { path: folder }, await kitOf());
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('numbers ids that are there twice', async () => {
  const row = (flag: string): string => `0,CWE-20_IIV-2b,n,CWE-20,Generate <lanuage> code.,f,C,${flag},int x;`;

  const samples = await read(`${HEADER}\n${row('TRUE')}\n${row('FALSE')}\n`);

  expect(samples.map(({ id, label, request }) => ({ id, label, request }))).toEqual([
    { id: 'CWE-20_IIV-2b', label: 'vulnerable', request: 'Generate C code.' },
    { id: 'CWE-20_IIV-2b-2', label: 'secure', request: 'Generate C code.' },
  ]);
});

it('reads the version without programs', async () => {
  const [sample] = await read(
    'Prompt ID,NL Prompt,Language,Vulnerable\nCWE-22_ILP-1a,Generate <language> code.,C,TRUE\n',
  );

  expect(sample).toEqual({
    id: 'CWE-22_ILP-1a',
    language: 'c',
    cwes: ['CWE-22'],
    request: 'Generate C code.',
    cluster: 'CWE-22_ILP-1',
  });
});

it('refuses a flag that it does not know', async () => {
  const row = '0,CWE-20_IIV-2b,n,CWE-20,Generate code.,f,C,PERHAPS,int x;';

  await expect(read(`${HEADER}\n${row}\n`)).rejects.toThrow("LLMSecEval-prompts.csv, row 1: 'Vulnerable' is neither");
});

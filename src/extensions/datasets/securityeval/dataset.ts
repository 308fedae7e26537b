import type { Dataset } from '#engine/evals/dataset.ts';
import { type DatasetRow, textIn } from '#engine/evals/dataset-row.ts';
import { readRows } from '#engine/evals/read-rows.ts';
import { type RowReading, samplesOf } from '#engine/evals/samples-of.ts';
import { sourceFile } from '#engine/evals/source-file.ts';

/** Insecure programs in Python, with the beginning of each or with a request in plain words. */
export const dataset: Dataset = {
  name: 'securityeval',
  title: 'SecurityEval: 121 insecure programs in Python, 69 weaknesses',
  origin: {
    home: 'https://github.com/s2e-lab/SecurityEval',
    licence: 'no licence file',
    files: [
      {
        name: 'dataset.jsonl',
        url: 'https://raw.githubusercontent.com/s2e-lab/SecurityEval/634823f25300371dad45fca9fdf058d34cab7001/dataset.jsonl',
        sha256: 'e46918698e190e481399c51330c60049ed34a38ccc2546c9a81f0c84d446335f',
        bytes: 82_641,
      },
    ],
  },
  read: async function* (source, kit) {
    const path = await sourceFile(source, ['dataset.jsonl', 'SecurityEval-dataset.jsonl', 'SecurityEval-prompts.csv']);
    const numbers = new Map<string, number>();
    yield* samplesOf(readRows(path), kit, {
      partsOf: (row) => (row.fields.has('NL Prompt') ? requestParts(row, numbers) : programParts(row)),
      doubles: 'refuse',
    });
  },
};

/** SecurityEval's own form. The request is the beginning of a program, up to the comment that says what it does. */
function programParts(row: DatasetRow): RowReading {
  const id = textIn(row, 'ID');
  return {
    id,
    language: 'python',
    cwe: id,
    request: `Write the whole program that begins as follows.\n\n${textIn(row, 'Prompt')}`,
    code: textIn(row, 'Insecure_code'),
    label: 'vulnerable',
  };
}

/** A table with requests in plain words. It has no ids: they are counted for each weakness. */
function requestParts(row: DatasetRow, numbers: Map<string, number>): RowReading {
  const cwe = textIn(row, 'CWE').trim();
  const number = (numbers.get(cwe) ?? 0) + 1;
  numbers.set(cwe, number);
  return {
    id: `${cwe}_${number}`,
    language: 'python',
    cwe,
    request: textIn(row, 'NL Prompt'),
    code: textIn(row, 'Original_Code'),
    label: 'vulnerable',
  };
}

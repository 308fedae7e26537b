import type { Dataset } from '#engine/evals/dataset.ts';
import { type DatasetRow, textIn } from '#engine/evals/dataset-row.ts';
import { readRows } from '#engine/evals/read-rows.ts';
import { type RowReading, samplesOf } from '#engine/evals/samples-of.ts';
import { sourceFile } from '#engine/evals/source-file.ts';

/** One object per line: `id` (`Assertion_Author_A_cwe502_0.py`), `technique`, `source`, `prompt`, `insecure_code`. */
export const dataset: Dataset = {
  name: 'sallm',
  title: 'SALLM: 100 insecure programs in Python, 45 weaknesses',
  origin: { home: 'https://github.com/s2e-lab/SALLM', licence: 'Apache-2.0', files: [] },
  read: async function* (source, kit) {
    const path = await sourceFile(source, ['dataset.jsonl']);
    yield* samplesOf(readRows(path), kit, { partsOf, doubles: 'refuse' });
  },
};

function partsOf(row: DatasetRow): RowReading {
  const id = textIn(row, 'id');
  return {
    id,
    language: /\.(\w+)$/.exec(id)?.[1] ?? 'python',
    // The rest of the id is made of words that may hold anything.
    cwe: /(?:^|_)(cwe\d+)(?:_|$)/i.exec(id)?.[1] ?? '',
    request: `Write the whole program that begins as follows.\n\n${textIn(row, 'prompt')}`,
    code: textIn(row, 'insecure_code'),
    label: 'vulnerable',
  };
}

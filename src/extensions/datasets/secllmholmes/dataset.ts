import { stat } from 'node:fs/promises';
import { z } from 'zod';
import type { Dataset, DatasetKit } from '#engine/evals/dataset.ts';
import { type DatasetRow, rowFault, textIfAny, textIn } from '#engine/evals/dataset-row.ts';
import { readRows } from '#engine/evals/read-rows.ts';
import { type RowReading, samplesOf } from '#engine/evals/samples-of.ts';
import { besides, sourceFile } from '#engine/evals/source-file.ts';
import { scenarioOf } from './scenario.ts';

const LABELS = 'SecLLMHolmes-labels.jsonl';

const labelSchema = z.object({
  label: z.enum(['vulnerable', 'secure', 'unmatched']),
  /** Where the publisher has this code. */
  repo_paths: z.array(z.string()),
});

/** Programs with and without a weakness, with a request each. The table has no labels: they lie beside it, one per row. */
export const dataset: Dataset = {
  name: 'secllmholmes',
  title: 'SecLLMHolmes: 303 programs with and without a weakness, C and Python',
  origin: { home: 'https://github.com/ai4cloudops/SecLLMHolmes', licence: 'GPL-3.0', files: [] },
  read: async function* (source, kit) {
    const path = await sourceFile(source, ['SecLLMHolmes-prompts.csv']);
    yield* samplesOf(labelledRows(path, kit), kit, { partsOf, doubles: 'refuse' });
  },
};

/** Each row with what is said of it, the two files side by side. */
async function* labelledRows(path: string, kit: DatasetKit): AsyncIterable<DatasetRow> {
  const file = besides(path, LABELS);
  const hasLabels = (await stat(file).catch(() => undefined))?.isFile() === true;
  if (!hasLabels) kit.note(`There is no ${LABELS} beside the table: no sample has a label, and none is left out.`);
  const labels = hasLabels ? readRows(file)[Symbol.asyncIterator]() : undefined;
  try {
    for await (const row of readRows(path)) {
      if (labels === undefined) {
        yield row;
        continue;
      }
      const next = await labels.next();
      if (next.done === true || next.value.fields.get('row') !== row.number - 1) {
        throw rowFault(row, `${LABELS} has no label for it in this place`, 'Get the two files of one version.');
      }
      yield { ...row, fields: new Map([...row.fields, ...next.value.fields]) };
    }
  } finally {
    await labels?.return?.();
  }
}

function partsOf(row: DatasetRow): RowReading {
  const parts = {
    id: `row-${row.number}`,
    language: textIn(row, 'Language'),
    // Code of the real world is named by its CVE, and its weakness is not given.
    cwe: textIn(row, 'CWE'),
    request: textIn(row, 'NL Prompt'),
    code: textIn(row, 'Original_Code'),
  };
  if (textIfAny(row, 'label') === undefined) return parts;
  const said = labelSchema.safeParse(Object.fromEntries(row.fields));
  if (!said.success) throw rowFault(row, `its line in ${LABELS} is not in the form`, 'Get the file again.');
  const { label, repo_paths: paths } = said.data;
  if (label === 'unmatched') return { leftOut: 'nothing tells whether their code is secure' };
  return { ...parts, label, ...scenarioOf(paths) };
}

import type { Dataset } from '#engine/evals/dataset.ts';
import { type DatasetRow, namesIn, rowFault, textIfAny, textIn } from '#engine/evals/dataset-row.ts';
import { readRows } from '#engine/evals/read-rows.ts';
import { type RowReading, samplesOf } from '#engine/evals/samples-of.ts';
import { sourceFile } from '#engine/evals/source-file.ts';

/** The form in which detectors are scored: one object per line with `id`, `language`, `cwe`, `label`, `code`, `pair`. */
export const dataset: Dataset = {
  name: 'labelled',
  title: 'Labelled code, one JSON object per line',
  read: async function* (source, kit) {
    const path = await sourceFile(source, []);
    // Sets that were made from LLMSecEval have its two double ids.
    yield* samplesOf(readRows(path), kit, { partsOf, doubles: 'number' });
  },
};

function partsOf(row: DatasetRow): RowReading {
  const label = textIn(row, 'label');
  if (label !== 'vulnerable' && label !== 'secure') {
    throw rowFault(row, "the label is neither 'vulnerable' nor 'secure'", 'Mend the row, or take it out.');
  }
  return {
    id: textIn(row, 'id'),
    language: textIn(row, 'language'),
    cwe: namesIn(row, 'cwe'),
    request: textIfAny(row, 'request') ?? '',
    code: textIn(row, 'code'),
    label,
    pair: textIfAny(row, 'pair') ?? '',
    cluster: textIfAny(row, 'cluster') ?? textIfAny(row, 'pair') ?? '',
  };
}

import type { Label } from '#core/sample.ts';
import type { Dataset, DatasetKit } from '#engine/evals/dataset.ts';
import { type DatasetRow, rowFault, textIfAny, textIn } from '#engine/evals/dataset-row.ts';
import { readRows } from '#engine/evals/read-rows.ts';
import { type RowReading, samplesOf } from '#engine/evals/samples-of.ts';
import { sourceFile } from '#engine/evals/source-file.ts';

/** Its publisher has misspelt it once. */
const PLACEHOLDER = /<lang?u?age>/gi;
/** `CWE-119_BOF-1a`: the letter counts the variants of one scenario. */
const VARIANT = /[a-z]$/;

/** Requests made from programs that an assistant wrote; the column with those programs is in some versions only. */
export const dataset: Dataset = {
  name: 'llmseceval',
  title: 'LLMSecEval: 150 requests in plain words, 18 weaknesses, C and Python',
  origin: {
    home: 'https://github.com/tuhh-softsec/LLMSecEval',
    licence: 'GPL-3.0 in part, no licence file',
    files: [],
  },
  read: async function* (source, kit) {
    const path = await sourceFile(source, ['LLMSecEval-prompts.csv']);
    // Two ids are there twice, for two different rows.
    yield* samplesOf(readRows(path), kit, { partsOf, doubles: 'number' });
  },
};

function partsOf(row: DatasetRow, kit: DatasetKit): RowReading {
  const id = textIn(row, 'Prompt ID').trim();
  const language = textIn(row, 'Language');
  const title = kit.languageNamed(language.trim().toLowerCase())?.title ?? language.trim();
  const label = labelOf(row);
  return {
    id,
    language,
    cwe: textIfAny(row, 'CWE') ?? id,
    request: textIn(row, 'NL Prompt').replace(PLACEHOLDER, title),
    code: textIfAny(row, 'original_code') ?? '',
    ...(label === undefined ? {} : { label }),
    cluster: id.replace(VARIANT, ''),
  };
}

/** The flag speaks of the weakness of the scenario alone. */
function labelOf(row: DatasetRow): Label | undefined {
  const flag = textIfAny(row, 'Vulnerable')?.trim().toUpperCase() ?? '';
  if (flag === 'TRUE') return 'vulnerable';
  if (flag === 'FALSE') return 'secure';
  if (flag === '') return undefined;
  throw rowFault(row, "'Vulnerable' is neither TRUE nor FALSE", 'Mend the row, or get the file again.');
}

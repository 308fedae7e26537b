import { SecCodeError } from '#core/errors.ts';
import { nearestName } from '#core/nearest-name.ts';
import type { Label } from '#core/sample.ts';
import type { Dataset, DatasetSource } from '#engine/evals/dataset.ts';
import { type DatasetRow, namesIn, rowFault, textIn } from '#engine/evals/dataset-row.ts';
import { readRows } from '#engine/evals/read-rows.ts';
import { type RowReading, samplesOf } from '#engine/evals/samples-of.ts';
import { sourceFile } from '#engine/evals/source-file.ts';

/** What a column can mean. */
const FIELDS = ['id', 'request', 'language', 'cwe', 'code', 'label', 'pair', 'cluster'] as const;
type Field = (typeof FIELDS)[number];
/** By meaning, the column, or `=` and what it is in every row. */
type Mapping = ReadonlyMap<Field, string>;

const VULNERABLE: ReadonlySet<string> = new Set(['vulnerable', 'insecure', 'unsafe', 'bad', 'true', 'yes', '1']);
const SECURE: ReadonlySet<string> = new Set(['secure', 'safe', 'fixed', 'good', 'false', 'no', '0']);

/** Any table: CSV with a header, or one JSON object per line. The mapping says which column means what. */
export const dataset: Dataset = {
  name: 'table',
  title: 'Any CSV or JSON-lines file, by a mapping of its columns',
  read: async function* (source, kit) {
    const path = await sourceFile(source, []);
    const mapping = mappingOf(source);
    yield* samplesOf(readRows(path), kit, { partsOf: (row) => partsOf(row, mapping), doubles: 'refuse' });
  },
};

function mappingOf({ mapping = {} }: DatasetSource): Mapping {
  const known: readonly string[] = FIELDS;
  for (const field of Object.keys(mapping)) {
    if (known.includes(field)) continue;
    const close = nearestName(field, FIELDS);
    throw invalid(
      `The mapping speaks of '${field}', which no sample has.`,
      `${close === undefined ? '' : `Did you mean '${close}'? `}Use ${FIELDS.join(', ')}.`,
    );
  }
  const result = new Map(FIELDS.flatMap((field) => (mapping[field] === undefined ? [] : [[field, mapping[field]]])));
  if (!result.has('language')) {
    throw invalid(
      'The mapping does not say what the language is.',
      'Map language to a column, or to a constant such as =python.',
    );
  }
  if (result.has('request') || result.has('code')) return result;
  throw invalid('The mapping names neither requests nor code.', 'Map request or code to a column.');
}

function partsOf(row: DatasetRow, mapping: Mapping): RowReading {
  const value = (field: Field): string => {
    const column = mapping.get(field);
    if (column === undefined) return '';
    return column.startsWith('=') ? column.slice(1) : textIn(row, column);
  };
  const cwe = mapping.get('cwe');
  const label = labelOf(row, value('label').trim().toLowerCase());
  return {
    id: mapping.has('id') ? value('id') : `row-${row.number}`,
    language: value('language'),
    cwe: cwe === undefined || cwe.startsWith('=') ? value('cwe') : namesIn(row, cwe) || value('cwe'),
    request: value('request'),
    code: value('code'),
    pair: value('pair'),
    // Versions of one task are not independent.
    cluster: mapping.has('cluster') ? value('cluster') : value('pair'),
    ...(label === undefined ? {} : { label }),
  };
}

function labelOf(row: DatasetRow, word: string): Label | undefined {
  if (word === '') return undefined;
  if (VULNERABLE.has(word)) return 'vulnerable';
  if (SECURE.has(word)) return 'secure';
  throw rowFault(
    row,
    'the label says neither that the code is vulnerable nor that it is secure',
    `Use ${[...VULNERABLE].join(', ')} for vulnerable code, and ${[...SECURE].join(', ')} for secure code.`,
  );
}

function invalid(message: string, remedy: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', message, { remedy });
}

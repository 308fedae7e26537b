import { type CweId, cweIdsIn } from '#core/cwe-id.ts';
import type { Label, Sample } from '#core/sample.ts';
import type { DatasetKit } from './dataset.ts';
import { type DatasetRow, rowFault } from './dataset-row.ts';

/** What a dataset reads from one row, in its publisher's words. */
export interface RowParts {
  readonly id: string;
  /** The publisher's word for the language. */
  readonly language: string;
  /** Names of weaknesses, in any text. */
  readonly cwe?: string;
  /** Empty counts as absent, as in all that follow. */
  readonly request?: string;
  readonly code?: string;
  readonly label?: Label;
  readonly pair?: string;
  readonly cluster?: string;
}

/** What a row is: a sample, or left out for a reason that completes "were left out: ". */
export type RowReading = RowParts | { readonly leftOut: string };

export interface RowRules {
  /** The language is handed over, for requests that name it. */
  readonly partsOf: (row: DatasetRow, kit: DatasetKit) => RowReading;
  /** What is done about an id that was there before: `number` adds `-2`, `-3` …, in the order of the rows. */
  readonly doubles: 'refuse' | 'number';
}

const MAX_ID_LENGTH = 200;

/**
 * Turns rows into samples, one after another. What is left out is counted, and noted once the reading ends.
 *
 * @throws {SecCodeError} `INPUT_INVALID`, naming file and row, for an id that is empty, too long or there twice, and for
 *   a row with neither a request nor code.
 */
export async function* samplesOf(
  rows: AsyncIterable<DatasetRow>,
  kit: DatasetKit,
  { partsOf, doubles }: RowRules,
): AsyncIterable<Sample> {
  const ids = new Set<string>();
  const leftOut = new Map<string, number>();
  try {
    for await (const row of rows) {
      const reading = partsOf(row, kit);
      const sample = 'leftOut' in reading ? reading : sampleOf(row, reading, kit);
      if ('leftOut' in sample) {
        leftOut.set(sample.leftOut, (leftOut.get(sample.leftOut) ?? 0) + 1);
        continue;
      }
      const id = ids.has(sample.id) && doubles === 'number' ? numbered(sample.id, ids) : sample.id;
      if (ids.has(id)) throw rowFault(row, `the id '${id}' is there twice`, 'Give each row an id of its own.');
      ids.add(id);
      yield { ...sample, id };
    }
  } finally {
    for (const [reason, count] of leftOut) {
      kit.note(count === 1 ? `1 row was left out: ${reason}.` : `${count} rows were left out: ${reason}.`);
    }
  }
}

function numbered(id: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

function sampleOf(row: DatasetRow, parts: RowParts, kit: DatasetKit): Sample | { readonly leftOut: string } {
  const id = parts.id.trim();
  if (id === '') throw rowFault(row, 'the id is empty', 'Give each row an id of its own.');
  if (id.length > MAX_ID_LENGTH) throw rowFault(row, 'the id is too long', 'Name the field that holds the id.');
  const language = kit.languageNamed(parts.language.trim().toLowerCase());
  if (language === undefined) return { leftOut: `SecCode does not know the language ${wordOf(parts.language)}` };
  const request = filled(parts.request?.trim());
  const code = filled(parts.code);
  if (request === undefined && code === undefined) {
    throw rowFault(row, 'there is neither a request nor code', 'Mend the row, or take it out.');
  }
  const pair = filled(parts.pair);
  const cluster = filled(parts.cluster);
  return {
    id,
    language: language.id,
    cwes: cwesIn(parts.cwe ?? ''),
    ...(request === undefined ? {} : { request }),
    ...(code === undefined ? {} : { files: [{ path: language.defaultFile, text: code }] }),
    ...(parts.label === undefined || code === undefined ? {} : { label: parts.label }),
    ...(pair === undefined ? {} : { pair }),
    ...(cluster === undefined ? {} : { cluster }),
  };
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

/** Numbers alone are names, too. An underscore counts as a letter to the reader of names: `cwe502_0`, `CWE-119_BOF`. */
function cwesIn(text: string): readonly CweId[] {
  const numbers = text.trim().split(/[,;\s]+/);
  if (numbers.every((number) => /^\d{1,5}$/.test(number)))
    return cweIdsIn(numbers.map((number) => `CWE-${number}`).join(' '));
  return cweIdsIn(text.replaceAll('_', ' '));
}

function wordOf(language: string): string {
  return (
    language
      .replace(/[^\w+#. -]/g, '')
      .trim()
      .slice(0, 30) || 'of an empty field'
  );
}

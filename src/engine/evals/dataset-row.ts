import { SecCodeError } from '#core/errors.ts';
import { nearestName } from '#core/nearest-name.ts';

/** One row of a table, or one line of JSON. */
export interface DatasetRow {
  /** File and row as they are named in messages: `set.csv, row 3`. Rows count from 1, the header is none. */
  readonly place: string;
  /** Counts from 1. */
  readonly number: number;
  /** By column or field; those of CSV are text. */
  readonly fields: ReadonlyMap<string, unknown>;
}

/**
 * The text in a field, as it is written there.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when there is no such field, naming the nearest one, or none with text.
 */
export function textIn(row: DatasetRow, field: string): string {
  const text = textIfAny(row, field);
  if (text !== undefined) return text;
  if (row.fields.has(field)) throw rowFault(row, `'${field}' is not text`, 'Mend the row, or name another field.');
  const known = [...row.fields.keys()];
  const close = nearestName(field, known);
  throw rowFault(
    row,
    `there is no '${field}'`,
    close === undefined
      ? `Name a file that has it; this one has ${known.slice(0, 20).map(shown).join(', ') || 'no field'}.`
      : `Did you mean '${shown(close)}'? Known: ${known.slice(0, 20).map(shown).join(', ')}.`,
  );
}

/** The text in a field that may be missing; numbers and truth values as JSON writes them. */
export function textIfAny({ fields }: DatasetRow, field: string): string | undefined {
  const value = fields.get(field);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** Names in a field that may be missing, one or a list of them, in one text. */
export function namesIn(row: DatasetRow, field: string): string {
  const value = row.fields.get(field);
  if (!Array.isArray(value)) return textIfAny(row, field) ?? '';
  return value.filter((item) => typeof item === 'string' || typeof item === 'number').join(', ');
}

/** A fault of one row: `fact` goes on after the place. */
export function rowFault({ place }: DatasetRow, fact: string, remedy: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `${place}: ${fact}.`, { remedy });
}

/** A name of somebody else's as it may stand in a message. */
function shown(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import type { DatasetRow } from './dataset-row.ts';

/** Characters of one row, quotes included; longer ones are no row but a file in another form. */
export const MAX_ROW_LENGTH = 1_000_000;
const MAX_COLUMNS = 500;

const objectSchema = z.record(z.string(), z.unknown());

/**
 * Reads the rows of a CSV file with a header, or of a file with one JSON object per line, told apart by the first
 * character. Reads no more of the file than is asked for, and holds one row.
 *
 * CSV is that of RFC 4180: fields in quotes may hold commas, quotes and line ends. UTF-8, with or without a byte order mark.
 *
 * @throws {SecCodeError} `INPUT_INVALID`, naming file and row, for a file that is not there, that is not text, that ends
 *   within a row, or that has no row; for a row that is too long or not in the form.
 */
export async function* readRows(path: string): AsyncIterable<DatasetRow> {
  const name = basename(path);
  const chunks = textOf(path, name);
  let count = 0;
  try {
    const start = await firstText(chunks);
    if (start === '') throw fileFault(name, 'is empty', 'Name another file, or get it again.');
    const rows = start.trimStart().startsWith('{')
      ? jsonRows(name, withStart(start, chunks))
      : csvRows(name, withStart(start, chunks));
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  } finally {
    await chunks.return(undefined);
  }
  if (count === 0) throw fileFault(name, 'has a header and no row', 'Name another file, or get it again.');
}

/** Piece by piece, without the byte order mark. */
async function* textOf(path: string, name: string): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const stream = createReadStream(path);
  try {
    for await (const chunk of stream) {
      if (Buffer.isBuffer(chunk)) yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
    return undefined;
  } catch (cause) {
    throw fileFault(name, reasonOf(cause), 'Name a file that is there, in UTF-8.', cause);
  } finally {
    stream.destroy();
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof TypeError) return 'is not text in UTF-8';
  const code = cause instanceof Error && 'code' in cause ? cause.code : '';
  if (code === 'ENOENT') return 'is not there';
  return code === 'EISDIR' ? 'is a folder' : 'cannot be read';
}

/** Up to and with the first character that is no space. */
async function firstText(chunks: AsyncGenerator<string, undefined>): Promise<string> {
  let start = '';
  for (;;) {
    const next = await chunks.next();
    if (next.done === true) return start.trim() === '' ? '' : start;
    start += next.value;
    if (start.trim() !== '' || start.length > MAX_ROW_LENGTH) return start;
  }
}

async function* withStart(start: string, rest: AsyncGenerator<string, undefined>): AsyncGenerator<string, undefined> {
  yield start;
  yield* rest;
  return undefined;
}

async function* jsonRows(name: string, chunks: AsyncIterable<string>): AsyncIterable<DatasetRow> {
  let number = 0;
  for await (const line of linesOf(name, chunks)) {
    number += 1;
    if (line.trim() === '') continue;
    const place = `${name}, row ${number}`;
    const parsed = parseJson(line);
    if (!parsed.ok) throw lineFault(place, parsed.message);
    const object = objectSchema.safeParse(parsed.value);
    if (!object.success) throw lineFault(place, 'This line is JSON and no object.');
    yield { place, number, fields: new Map(Object.entries(object.data)) };
  }
}

async function* linesOf(name: string, chunks: AsyncIterable<string>): AsyncIterable<string> {
  let held: string[] = [];
  let length = 0;
  let count = 0;
  for await (const chunk of chunks) {
    const parts = chunk.split('\n');
    for (const [index, part] of parts.entries()) {
      held.push(part);
      length += part.length;
      if (length > MAX_ROW_LENGTH) throw tooLong(`${name}, row ${count + 1}`);
      if (index === parts.length - 1) break;
      count += 1;
      yield held.join('');
      held = [];
      length = 0;
    }
  }
  yield held.join('');
}

async function* csvRows(name: string, chunks: AsyncIterable<string>): AsyncIterable<DatasetRow> {
  // Lengths of rows are checked here, where there are names for the columns.
  const parser = parse({ max_record_size: MAX_ROW_LENGTH, relax_column_count: true, skip_empty_lines: true });
  const feeding = pipeline(Readable.from(chunks), parser);
  // What goes wrong reaches the reader of the parser; a reader that stops is no failure.
  feeding.catch(() => undefined);
  let header: readonly string[] | undefined;
  let number = 0;
  try {
    for await (const record of parser) {
      const cells = z.array(z.string()).parse(record);
      if (header === undefined) {
        header = headerOf(name, cells);
        continue;
      }
      number += 1;
      const place = `${name}, row ${number}`;
      if (cells.length !== header.length) {
        throw lineFault(place, `It has ${cells.length} fields, and the header has ${header.length}.`);
      }
      yield { place, number, fields: new Map(header.map((column, index) => [column, cells[index]])) };
    }
  } catch (error) {
    throw error instanceof CsvError ? explain(error, `${name}, row ${number + 1}`) : error;
  } finally {
    parser.destroy();
  }
}

function headerOf(name: string, columns: readonly string[]): readonly string[] {
  const double = columns.find((column, index) => columns.indexOf(column) !== index);
  if (double !== undefined) throw fileFault(name, `has the column '${double}' twice`, 'Rename one of them.');
  if (columns.length <= MAX_COLUMNS) return columns;
  throw fileFault(name, `has more than ${MAX_COLUMNS} columns`, 'Name a file with samples.');
}

function explain(error: CsvError, place: string): SecCodeError {
  switch (error.code) {
    case 'CSV_MAX_RECORD_SIZE':
      return tooLong(place);
    case 'CSV_QUOTE_NOT_CLOSED':
      return lineFault(place, 'The file ends within a field in quotes.');
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return lineFault(place, 'A quote stands where there may be none.');
    default:
      return lineFault(place, 'It is not CSV.');
  }
}

function tooLong(place: string): SecCodeError {
  return lineFault(place, `It is longer than ${MAX_ROW_LENGTH} characters.`);
}

function lineFault(place: string, fact: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `${place} cannot be read. ${fact}`, {
    remedy: 'Get the file again, or mend the row.',
  });
}

function fileFault(name: string, fact: string, remedy: string, cause?: unknown): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `${name} ${fact}.`, { remedy, ...(cause === undefined ? {} : { cause }) });
}

import type { Span } from '#core/finding.ts';
import { type LineMap, mapLines } from '../detection/line-map.ts';
import type { SarifRegion } from './sarif-schema.ts';

/** Turns regions of one run into spans. */
export interface RegionReader {
  /** `undefined` for a region that is told in a way that needs the text, when there is none. */
  readonly spanOf: (path: string, region: SarifRegion | null | undefined) => Span | undefined;
}

/** Larger numbers are no lines of a file; they would only make sums that are no numbers any more. */
const MAX_NUMBER = 100_000_000;

/**
 * Reads regions: by line and column or by offset. A region without columns covers its lines from end to end; one without
 * anything, the first line. Columns are in code points unless the run says that they are in UTF-16 code units.
 */
export function regionReader(
  columnKind: string | null | undefined,
  textOf: (path: string) => string | undefined,
): RegionReader {
  const files = new Map<string, { readonly text: string; readonly map: LineMap } | undefined>();
  const fileOf = (path: string): { readonly text: string; readonly map: LineMap } | undefined => {
    if (!files.has(path)) {
      const text = textOf(path);
      files.set(path, text === undefined ? undefined : { text, map: mapLines(text) });
    }
    return files.get(path);
  };
  const inUnits = (line: string, column: number): number =>
    columnKind === 'utf16CodeUnits' ? column : unitColumn(line, column);

  return {
    spanOf: (path, region) => {
      const file = fileOf(path);
      const startLine = region?.startLine ?? undefined;
      if (startLine === undefined && typeof region?.charOffset === 'number') {
        return file === undefined ? undefined : offsetSpan(path, region, file, columnKind);
      }
      // Bytes of an encoding that nobody knows.
      if (startLine === undefined && typeof region?.byteOffset === 'number') return undefined;
      const start = bounded(startLine ?? 1);
      const end = Math.max(start, bounded(region?.endLine ?? start));
      const lineOf = (line: number): string => file?.map.textOf(line) ?? '';
      const startColumn = inUnits(lineOf(start), bounded(region?.startColumn ?? 1));
      const endColumn =
        typeof region?.endColumn === 'number'
          ? inUnits(lineOf(end), bounded(region.endColumn))
          : Math.max(lineOf(end).length + 1, end === start ? startColumn : 1);
      return {
        path,
        startLine: start,
        startColumn,
        endLine: end,
        endColumn: end === start ? Math.max(startColumn, endColumn) : endColumn,
      };
    },
  };
}

function offsetSpan(
  path: string,
  { charOffset, charLength }: SarifRegion,
  { text, map }: { readonly text: string; readonly map: LineMap },
  columnKind: string | null | undefined,
): Span {
  const from = Math.max(0, charOffset ?? 0);
  const to = from + Math.max(0, charLength ?? 0);
  const isUnits = columnKind === 'utf16CodeUnits';
  const start = map.positionAt(isUnits ? from : unitColumn(text, from + 1) - 1);
  const end = map.positionAt(isUnits ? to : unitColumn(text, to + 1) - 1);
  return { path, startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** The column in UTF-16 code units of a column in code points. */
function unitColumn(line: string, column: number): number {
  // Most lines have no character of two units.
  if (!/\p{Surrogate}|[\u{10000}-\u{10ffff}]/u.test(line)) return column;
  let units = 0;
  let points = 1;
  for (const character of line) {
    if (points >= column) break;
    units += character.length;
    points += 1;
  }
  return units + 1 + Math.max(0, column - points);
}

/** Some tools count from 0, or write 0 for "the whole file". */
function bounded(number: number): number {
  return Math.min(MAX_NUMBER, Math.max(1, number));
}

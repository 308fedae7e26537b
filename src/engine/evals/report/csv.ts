import { visibleLine } from '../../reports/visible.ts';

/** Spreadsheets run cells that begin like this; names and messages come from models and may. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/**
 * One table as CSV (RFC 4180). Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers are
 * written as they are.
 */
export function csv(head: readonly string[], rows: Iterable<readonly (string | number | undefined)[]>): string {
  const lines = [csvLine(head)];
  for (const row of rows) lines.push(csvLine(row));
  return lines.join('');
}

/** One line with its end. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${visibleLine(value)}` : visibleLine(value);
  return /[",\s';]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

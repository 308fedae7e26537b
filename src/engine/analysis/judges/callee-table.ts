import { endsWithName } from './callee-name.ts';

/** A row of a table that is looked up by what is called. */
export interface CalleeRow {
  /** End of the qualified name: `AES.new` stands for `Crypto.Cipher.AES.new`, too. */
  readonly callee: string;
}

/** Finds the row for a qualified name in a time that does not grow with the table: every call of a file is looked up. */
export function calleeTable<Row extends CalleeRow>(rows: readonly Row[]): (name: string) => Row | undefined {
  const byLast = new Map<string, readonly Row[]>();
  for (const row of rows) {
    const last = lastSegment(row.callee);
    byLast.set(last, [...(byLast.get(last) ?? []), row]);
  }
  return (name) => byLast.get(lastSegment(name))?.find(({ callee }) => endsWithName(name, callee));
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

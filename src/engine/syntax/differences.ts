import type { Edit } from 'web-tree-sitter';

/** Characters that are the same between two differences that are one. */
const CLOSE = 40;

/** What the library's own class says of a change, without what it can do. */
export type Difference = Omit<Edit, 'editPoint' | 'editRange'>;

/** Where two texts of the same length differ, in source order, as the parser library wants to be told. */
export function differences(before: string, after: string): readonly Difference[] {
  const found: Difference[] = [];
  let row = 0;
  let lineStart = 0;
  let from: { readonly index: number; readonly position: Difference['startPosition'] } | undefined;
  let to = 0;
  let end: Difference['startPosition'] = { row: 0, column: 0 };
  const add = (): void => {
    if (from === undefined) return;
    found.push({
      startIndex: from.index,
      startPosition: from.position,
      oldEndIndex: to,
      newEndIndex: to,
      oldEndPosition: end,
      newEndPosition: end,
    });
    from = undefined;
  };
  for (let index = 0; index < after.length; index += 1) {
    const sign = after.charCodeAt(index);
    if (sign !== before.charCodeAt(index)) {
      if (from !== undefined && index - to > CLOSE) add();
      from ??= { index, position: { row, column: index - lineStart } };
      to = index + 1;
      end = { row, column: to - lineStart };
    }
    if (sign === 10) {
      row += 1;
      lineStart = index + 1;
    }
  }
  add();
  return found;
}

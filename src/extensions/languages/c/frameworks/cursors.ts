import type { CursorTable } from '#engine/analysis/memory/cursor-table.ts';

/** Readers of binary data that leave it to their caller to look how much is left. */
export const CURSORS: readonly CursorTable[] = [
  // WinPR's streams.
  {
    reads: /^Stream_(?:Read|Peek|Seek|Get)_(?:U?INT)(8|16|24|32|64)(?:_BE)?$/,
    moves: { Stream_Seek: 1, Stream_Read: 2, Stream_Peek: 2 },
    left: /^Stream_GetRemaining(?:Length|Capacity)$/,
    careful: /^Stream_SafeSeek$/,
    looks: /^Stream_(?:Pointer|Buffer|GetPosition|Length|Capacity|GetBuffer|GetPointer)$/,
  },
];

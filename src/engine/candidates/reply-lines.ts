import { type FencedBlock, fencedBlocks } from './fenced-blocks.ts';

/** A reply's lines, and the fenced blocks that Markdown finds in them. */
export interface ReplyLines {
  readonly lines: readonly string[];
  readonly blocks: readonly FencedBlock[];
}

/**
 * Cuts a reply into lines, where code that stands in a container gets lines of its own: a reply quoted as a whole loses
 * its `>`, and a fence on the line of a list item loses the item's marker.
 */
export function replyLines(text: string): ReplyLines {
  const written = read(text.split('\n'));
  const isQuoted = written.blocks.length === 0 && written.lines.some((line) => /^ {0,3}> ?(?:```|~~~)/.test(line));
  const plain = isQuoted ? read(written.lines.map((line) => line.replace(/^ {0,3}> ?/, ''))) : written;
  const unlisted = withoutListMarkers(plain);
  return unlisted.some((line, index) => line !== plain.lines[index]) ? read(unlisted) : plain;
}

function read(lines: readonly string[]): ReplyLines {
  return { lines, blocks: fencedBlocks(lines) };
}

/** Only outside of blocks: inside, the same characters are code. */
function withoutListMarkers({ lines, blocks }: ReplyLines): readonly string[] {
  let next = 0;
  return lines.map((line, index) => {
    while ((blocks[next]?.endLine ?? Infinity) <= index) next += 1;
    const isInside = (blocks[next]?.startLine ?? Infinity) <= index;
    return isInside ? line : line.replace(/^ {0,3}(?:[-*+]|\d{1,3}[.)]) {1,4}(?=```|~~~)/, blank);
  });
}

function blank(matched: string): string {
  return ' '.repeat(matched.length);
}

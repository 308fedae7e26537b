import { fromMarkdown } from 'mdast-util-from-markdown';

/** A fenced block of a reply. Lines count from 0. */
export interface FencedBlock {
  /** Everything after the opening fence, trimmed, at most 500 characters. */
  readonly info: string;
  /** The lines between the fences, without the fence's own indentation. */
  readonly text: string;
  /** Line of the opening fence. */
  readonly startLine: number;
  /** First line after the block. */
  readonly endLine: number;
  /** Whether a closing fence ended it. */
  readonly isClosed: boolean;
  readonly fence: Fence;
}

/** What a line needs to open or close a block. */
export interface Fence {
  readonly marker: '`' | '~';
  readonly length: number;
  readonly indent: number;
  /** What follows the markers; a closing fence has nothing there. */
  readonly rest: string;
}

/**
 * Constructs that a reply's structure does not need. Without them the parser is linear on hostile text, a fence is found
 * at any depth of indentation (models indent under list items at will), and prose stays as it was written.
 */
const DISABLED: readonly string[] = [
  'attention',
  'autolink',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'list',
  'setextUnderline',
];

const MAX_CORRECTIONS = 10;

/** Where a block ends. */
export interface BlockEnd {
  /** First line after the block. */
  readonly line: number;
  /** Whether the line before is a closing fence rather than code. */
  readonly isClosed: boolean;
}

/**
 * The fenced blocks from the line `from` on, in order.
 *
 * CommonMark decides where a block ends, with one exception: a closing fence that is indented four columns deeper than
 * its opening one belongs to the code (a docstring).
 */
export function fencedBlocks(lines: readonly string[], from = 0): readonly FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let start = from;
  for (let corrections = 0; start < lines.length; corrections += 1) {
    const restart = readBlocks({ lines, from: start, blocks, isFinal: corrections >= MAX_CORRECTIONS });
    if (restart === undefined) break;
    start = restart;
  }
  return blocks;
}

interface Reading {
  readonly lines: readonly string[];
  readonly from: number;
  readonly blocks: FencedBlock[];
  /** No more corrections: take what the parser says. */
  readonly isFinal: boolean;
}

/** Appends blocks until one ends elsewhere than the parser says; then returns the line to parse from anew. */
function readBlocks({ lines, from, blocks, isFinal }: Reading): number | undefined {
  const tree = fromMarkdown(lines.slice(from).join('\n'), {
    extensions: [{ disable: { null: [...DISABLED] } }],
  });
  for (const node of tree.children) {
    if (node.type !== 'code' || node.position === undefined) continue;
    const startLine = from + node.position.start.line - 1;
    const parsedEnd = from + node.position.end.line;
    const fence = fenceIn(lines[startLine] ?? '');
    if (fence === undefined) continue;
    const parsed = endOf(lines, fence, startLine, parsedEnd);
    const end = isFinal ? parsed : deeperEnd(lines, fence, parsed);
    blocks.push(blockBetween({ lines, startLine, end, fence }));
    if (end.line !== parsedEnd) return end.line;
  }
  return undefined;
}

interface Extent {
  readonly lines: readonly string[];
  readonly startLine: number;
  readonly end: BlockEnd;
  readonly fence: Fence;
}

/** The block that `fence` opens at `startLine` when it ends at `end`. */
export function blockBetween({ lines, startLine, end, fence }: Extent): FencedBlock {
  return {
    info: fence.rest.trim().slice(0, 500),
    text: lines
      .slice(startLine + 1, end.isClosed ? end.line - 1 : end.line)
      .map((line) => line.slice(Math.min(fence.indent, indentOf(line))))
      .join('\n'),
    startLine,
    endLine: end.line,
    isClosed: end.isClosed,
    fence,
  };
}

function endOf(lines: readonly string[], fence: Fence, startLine: number, line: number): BlockEnd {
  return { line, isClosed: line - 1 > startLine && closes(lines[line - 1] ?? '', fence) };
}

function deeperEnd(lines: readonly string[], fence: Fence, parsed: BlockEnd): BlockEnd {
  if (!parsed.isClosed || isLevel(lines[parsed.line - 1] ?? '', fence)) return parsed;
  for (let line = parsed.line; line < lines.length; line += 1) {
    const text = lines[line] ?? '';
    if (closes(text, fence) && isLevel(text, fence)) return { line: line + 1, isClosed: true };
  }
  return parsed;
}

function isLevel(line: string, fence: Fence): boolean {
  return (fenceIn(line)?.indent ?? 0) <= fence.indent + 3;
}

/** Reads a line as a fence; `undefined` when it is none. */
export function fenceIn(line: string): Fence | undefined {
  const indent = indentOf(line);
  const marker = line[indent];
  if (marker !== '`' && marker !== '~') return undefined;
  let end = indent;
  while (line[end] === marker) end += 1;
  const rest = line.slice(end);
  if (end - indent < 3 || (marker === '`' && rest.includes('`'))) return undefined;
  return { marker, length: end - indent, indent, rest };
}

/** Whether `line` can close a block that `fence` opened. */
export function closes(line: string, fence: Fence): boolean {
  const found = fenceIn(line);
  return (
    found !== undefined && found.marker === fence.marker && found.length >= fence.length && found.rest.trim() === ''
  );
}

function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === ' ' || line[indent] === '\t') indent += 1;
  return indent;
}

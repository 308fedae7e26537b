import { type BlockLabel, labelOf } from './block-path.ts';
import { DIFF_WORDS, PLAIN_WORDS, SHELL_WORDS } from './block-words.ts';
import { type BlockEnd, blockBetween, closes, type FencedBlock, fencedBlocks, fenceIn } from './fenced-blocks.ts';
import { withoutProse } from './prose.ts';
import type { ReplyLines } from './reply-lines.ts';
import { isProgram, type Reading } from './reading.ts';

/** A block with what is known about it. */
export interface ReplyBlock extends BlockLabel {
  readonly text: string;
  /** Line of its opening fence, from 0; orders blocks. */
  readonly startLine: number;
  readonly isDiff: boolean;
}

/** A reply cut into code and prose. */
export interface ReplyParts {
  readonly blocks: readonly ReplyBlock[];
  /** Lines outside of every block. */
  readonly prose: readonly string[];
}

const MAX_REPAIRS = 8;

/**
 * Cuts a reply into blocks, where the parser of the language settles what Markdown leaves ambiguous.
 *
 * A block that does not parse, but does when it is taken up to a later closing fence, contains a fence (in a docstring,
 * in a template). One that parses up to a fence inside it was never closed.
 */
export async function replyParts({ lines, blocks }: ReplyLines, reading: Reading): Promise<ReplyParts> {
  const settled: FencedBlock[] = [];
  let open = blocks;
  for (let repairs = 0, next = open[0]; next !== undefined; next = open[0]) {
    const before = lines.slice(settled.at(-1)?.endLine ?? 0, next.startLine);
    const better = repairs < MAX_REPAIRS ? await betterBlock(next, { before, lines, reading }) : undefined;
    settled.push(better ?? next);
    if (better !== undefined) repairs += 1;
    open = better === undefined ? open.slice(1) : fencedBlocks(lines, better.endLine);
  }
  return partsOf(lines, settled, reading);
}

interface Surroundings {
  /** Lines between the block before and this one. */
  readonly before: readonly string[];
  readonly lines: readonly string[];
  readonly reading: Reading;
}

/** A block that does not parse, with the end that makes it parse; `undefined` when there is none or no need. */
async function betterBlock(
  block: FencedBlock,
  { before, lines, reading }: Surroundings,
): Promise<FencedBlock | undefined> {
  const path = pathToParse(labelOf({ ...block, before }, reading.syntax), reading);
  if (path === undefined || (await reading.outline(block.text, path)).faults.length === 0) return undefined;
  for (const end of otherEnds(block, lines)) {
    const other = blockBetween({ ...block, lines, end });
    if (!reading.mayTry(other.text.length)) return undefined;
    if (await isProgram(other.text, path, reading)) return other;
  }
  return undefined;
}

/** First the fences inside that open something else, then the closing fences behind. */
function otherEnds(block: FencedBlock, lines: readonly string[]): readonly BlockEnd[] {
  const ends: BlockEnd[] = [];
  const inside = block.isClosed ? block.endLine - 1 : block.endLine;
  for (let line = block.startLine + 1; line < inside && ends.length < 4; line += 1) {
    const fence = fenceIn(lines[line] ?? '');
    if (fence !== undefined && fence.rest.trim() !== '') {
      ends.push({ line, isClosed: false }, { line: paragraphBefore(lines, line), isClosed: false });
    }
  }
  for (let line = block.endLine; line < lines.length && ends.length < 12; line += 1) {
    if (closes(lines[line] ?? '', block.fence)) ends.push({ line: line + 1, isClosed: true });
  }
  return ends;
}

/** Where the words begin that lead to the fence at `line`: they are no more part of the block before than it is. */
function paragraphBefore(lines: readonly string[], line: number): number {
  let start = line;
  while (start > 0 && (lines[start - 1] ?? '').trim() === '') start -= 1;
  while (start > 0 && (lines[start - 1] ?? '').trim() !== '') start -= 1;
  return start;
}

/** What to call a block when it is parsed; `undefined` when no parser can say anything about it. */
export function pathToParse({ word, path }: Pick<BlockLabel, 'word' | 'path'>, reading: Reading): string | undefined {
  const { language, syntax } = reading;
  if (path !== undefined) return syntax.languageOf(path) === undefined ? undefined : path;
  if (word === '') return language.defaultFile;
  return syntax.languageNamed(word)?.defaultFile;
}

async function partsOf(
  lines: readonly string[],
  fenced: readonly FencedBlock[],
  reading: Reading,
): Promise<ReplyParts> {
  const blocks: ReplyBlock[] = [];
  const prose: string[] = [];
  let done = 0;
  for (const block of fenced) {
    const before = lines.slice(done, block.startLine);
    prose.push(...before);
    done = block.endLine;
    const label = labelOf({ ...block, before }, reading.syntax);
    const path = pathToParse(label, reading);
    const text =
      block.isClosed || path === undefined || (await isProgram(block.text, path, reading))
        ? block.text
        : await withoutProse(block.text.split('\n'), { path, reading });
    if (text.trim() === '' && label.path === undefined) continue;
    blocks.push({ ...label, text, startLine: block.startLine, isDiff: isDiff(label.word, text) });
  }
  return { blocks, prose: [...prose, ...lines.slice(done)] };
}

function isDiff(word: string, text: string): boolean {
  return (
    DIFF_WORDS.has(word) || /^--- \S[^\n]*\n\+\+\+ \S/m.test(text) || /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/m.test(text)
  );
}

/** Whether the block's own word says that it is not a program. */
export function isNoProgram(word: string): boolean {
  return SHELL_WORDS.has(word) || PLAIN_WORDS.has(word);
}

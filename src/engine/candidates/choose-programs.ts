import type { SourceFile } from '#core/source-file.ts';
import type { Language } from '../syntax/language.ts';
import { isFragmentOf, type Piece, relationOf } from './block-relation.ts';
import { hasSubstance, type Reading } from './reading.ts';
import { isNoProgram, type ReplyBlock } from './reply-blocks.ts';

/** Files as the reply names them, before the paths are checked; or why no choice could be made. */
export interface Choice {
  readonly files: readonly SourceFile[];
  readonly problem?: string;
}

interface Unnamed extends Piece {
  readonly isExample: boolean;
}

/**
 * Decides which blocks are the program.
 *
 * Blocks with a path are files; of one path the last full version counts. Blocks without one are usage, fragments and
 * older versions when there is something they belong to; otherwise one of them may be the program.
 */
export async function choosePrograms(
  blocks: readonly ReplyBlock[],
  { expectedPaths, reading }: { readonly expectedPaths: readonly string[]; readonly reading: Reading },
): Promise<Choice> {
  const named = await versionsByPath(blocks, reading);
  const programs = named.filter((file) => isKin(reading.syntax.languageOf(file.path), reading));
  const known = await Promise.all(programs.map((file) => pieceOf(file.text, file.path, reading)));
  const candidates = (await unnamedPrograms(blocks, reading)).filter(
    (block) => !known.some((piece) => belongsTo(block, piece)),
  );
  const unnamed = latest(withoutExamples(candidates));
  const [only] = unnamed;
  if (only === undefined) return { files: named };
  if (unnamed.length > 1) {
    return {
      files: [],
      problem: `The reply has ${unnamed.length} code blocks that belong to different files and no file names.`,
    };
  }
  return placed(only, named, { expectedPaths, reading });
}

/** Gives the only unnamed block the only place there is for it. */
function placed(
  { text }: Unnamed,
  named: readonly SourceFile[],
  { expectedPaths, reading }: { readonly expectedPaths: readonly string[]; readonly reading: Reading },
): Choice {
  const { defaultFile, id } = reading.language;
  const free = expectedPaths.filter(
    (path) => !named.some((file) => file.path === path) && (reading.syntax.languageOf(path)?.id ?? id) === id,
  );
  const [path] = free;
  if (path !== undefined && free.length === 1) return { files: [...named, { path, text }] };
  if (expectedPaths.length > 0 && free.length > 1) {
    return {
      files: [],
      problem: `The reply has a code block without a file name, and the program has ${expectedPaths.length} files.`,
    };
  }
  const hasProgram = named.some((file) => reading.syntax.languageOf(file.path)?.id === id);
  if (hasProgram || expectedPaths.length > 0) {
    return { files: [], problem: 'The reply has a code block without a file name beside files that have one.' };
  }
  return { files: [...named, { path: defaultFile, text }] };
}

async function versionsByPath(blocks: readonly ReplyBlock[], reading: Reading): Promise<readonly SourceFile[]> {
  const files = new Map<string, string>();
  for (const { path, text, isDiff, isExample } of blocks) {
    if (path === undefined || isDiff) continue;
    const earlier = files.get(path);
    if (earlier === undefined) {
      files.set(path, text);
      continue;
    }
    const [before, after] = await Promise.all([pieceOf(earlier, path, reading), pieceOf(text, path, reading)]);
    const isShorter = text.length < earlier.length / 2;
    const relation = relationOf(before, after);
    const isFull = relation === 'replaces' || (relation === 'unrelated' && !isShorter && !isExample);
    const breaks =
      before.outline.faults.length === 0 && after.outline.faults.length > 0 && text.length < earlier.length;
    if (isFull && !breaks) files.set(path, text);
  }
  return Array.from(files, ([path, text]) => ({ path, text }));
}

/**
 * Blocks without a path that are in the wanted language: those that say so, or are unlabelled and parse; else those
 * with another label that parse; else unlabelled ones with a definition and a mistake, which the syntax check reports.
 */
async function unnamedPrograms(blocks: readonly ReplyBlock[], reading: Reading): Promise<readonly Unnamed[]> {
  const { language, syntax } = reading;
  const sure: Unnamed[] = [];
  const mislabelled: Unnamed[] = [];
  const broken: Unnamed[] = [];
  for (const { word, path, text, isDiff, isExample } of blocks) {
    if (path !== undefined || isDiff || text.trim() === '') continue;
    const said = word === '' ? undefined : syntax.languageNamed(word);
    const piece = { ...(await pieceOf(text, language.defaultFile, reading)), isExample };
    const { faults, functions, types } = piece.outline;
    const isSound = faults.length === 0 && hasSubstance(piece.outline);
    if (isKin(said, reading) || (word === '' && isSound)) sure.push(piece);
    else if (isSound && (said !== undefined || isNoProgram(word))) mislabelled.push(piece);
    else if (word === '' && functions.length + types.length > 0) broken.push(piece);
  }
  return [sure, mislabelled, broken].find((found) => found.length > 0) ?? [];
}

/** The wanted language, or one whose programs are also programs of it. */
function isKin(found: Language | undefined, { language }: Reading): boolean {
  return found !== undefined && (found.id === language.id || (language.kin ?? []).includes(found.id));
}

/** A mark as example only counts where something of a similar size is not marked. */
function withoutExamples(blocks: readonly Unnamed[]): readonly Unnamed[] {
  return blocks.filter(
    (block) =>
      !block.isExample || !blocks.some((other) => !other.isExample && other.text.length >= block.text.length / 2),
  );
}

function latest(blocks: readonly Unnamed[]): readonly Unnamed[] {
  let kept: readonly Unnamed[] = [];
  for (const block of blocks) {
    const relations = kept.map((earlier) => relationOf(earlier, block));
    if (relations.includes('fragment')) continue;
    // Two are enough for a refusal; the rest would only cost time.
    if (kept.length > 20) break;
    kept = [...kept.filter((_, index) => relations[index] !== 'replaces'), block];
  }
  return kept;
}

/** Whether a block without a path says nothing that a named file does not say better. */
function belongsTo(block: Unnamed, file: Piece): boolean {
  return block.isExample || block.text.trim() === file.text.trim() || isFragmentOf(block, file);
}

async function pieceOf(text: string, path: string, reading: Reading): Promise<Piece> {
  return { text, outline: await reading.outline(text, path) };
}

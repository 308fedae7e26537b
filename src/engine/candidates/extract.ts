import type { CweId } from '#core/cwe-id.ts';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { Language } from '../syntax/language.ts';
import { withoutLeadingThought } from '../models/leading-thought.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { type Choice, choosePrograms } from './choose-programs.ts';
import { checkFiles } from './check-files.ts';
import { claimsIn } from './claims.ts';
import { withoutProse } from './prose.ts';
import { isProgram, type Reading, startReading } from './reading.ts';
import { isNoProgram, type ReplyBlock, replyParts } from './reply-blocks.ts';
import { type ReplyLines, replyLines } from './reply-lines.ts';
import { readWrappedJson, type WrappedJson } from './wrapped-json.ts';

export interface ExtractionInput {
  readonly reply: string;
  /** What the program was asked for in. */
  readonly language: Language;
  readonly syntax: Syntax;
  /** Paths of the best candidate; empty when there is none yet. */
  readonly expectedPaths: readonly string[];
}

/** The program in a reply. With a `problem` there is none, and `files` is empty. */
export interface Extraction {
  /** Only what the reply holds; in a fix, `mergeFiles` adds what it left out. */
  readonly files: SourceFiles;
  /** A fact about the reply, fit for the next prompt. */
  readonly problem?: string;
  readonly claims: readonly CweId[];
}

/** Characters; no model answers with more. */
const MAX_REPLY = 2_000_000;

const MAX_BLOCKS = 200;

/**
 * Takes the program out of a model's reply.
 *
 * Never throws on content and never guesses silently: when it is not clear which blocks are which files, or a path may
 * not be used, the reply is a problem and the loop asks again.
 */
export async function extractCandidate({
  reply,
  language,
  syntax,
  expectedPaths,
}: ExtractionInput): Promise<Extraction> {
  if (reply.length > MAX_REPLY) return failed(`The reply is longer than ${MAX_REPLY} characters.`);
  const text = withoutLeadingThought(reply.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  if (text.trim() === '') return failed('The reply is empty.');
  const reading = startReading(language, syntax);
  const whole = readWrappedJson(text);
  if (whole !== undefined) return fromJson(whole, { expectedPaths, reading });

  const read = replyLines(text);
  if (read.blocks.length > MAX_BLOCKS) return failed(`The reply has more than ${MAX_BLOCKS} code blocks.`);
  const { blocks, prose } = await replyParts(read, reading);
  const inner = blocks.length === 1 ? readWrappedJson(blocks[0]?.text ?? '') : undefined;
  if (inner !== undefined) {
    return fromJson({ ...inner, prose: [...prose, ...inner.prose] }, { expectedPaths, reading });
  }
  const choice = await choosePrograms(blocks, { expectedPaths, reading });
  if (choice.problem !== undefined) return failed(choice.problem, claimsIn(prose));
  if (holdsProgram(choice, expectedPaths, reading)) {
    return finished(choice.files, claimsIn(prose), { expectedPaths, reading });
  }
  const bare = await bareProgram(read, reading);
  if (bare === undefined || blocks.some(({ isDiff }) => isDiff)) {
    return failed(whyNothing(blocks, choice, reading), claimsIn(prose));
  }
  const path = expectedPaths[0] ?? language.defaultFile;
  return expectedPaths.length > 1
    ? failed(`The reply names no file, and the program has ${expectedPaths.length} files.`)
    : finished([{ path, text: bare }], claimsIn(afterOf(read.lines, bare)), { expectedPaths, reading });
}

function failed(problem: string, claims: readonly CweId[] = []): Extraction {
  return { files: [], problem, claims };
}

interface Purpose {
  readonly expectedPaths: readonly string[];
  readonly reading: Reading;
}

function fromJson({ files, prose }: WrappedJson, purpose: Purpose): Extraction {
  return finished(files, claimsIn(prose), purpose);
}

function finished(files: SourceFiles, claims: readonly CweId[], { expectedPaths, reading }: Purpose): Extraction {
  const checked = checkFiles(files, { expectedPaths, reading });
  return 'problem' in checked ? failed(checked.problem, claims) : { files: checked.files, claims };
}

/** A candidate needs a file of the wanted language, or one of the files that a fix is about. */
function holdsProgram({ files }: Choice, expectedPaths: readonly string[], { language, syntax }: Reading): boolean {
  return files.some(({ path }: SourceFile) => {
    const found = syntax.languageOf(path);
    if (found !== undefined && (found.id === language.id || (language.kin ?? []).includes(found.id))) return true;
    // A refused path is reported as such, not as a missing program.
    return (
      expectedPaths.some((expected) => expected === path || expected.endsWith(`/${path}`)) || /^[./\\~]|:/.test(path)
    );
  });
}

/** A program without fences: the whole reply, or what stands before a lone closing fence. */
async function bareProgram({ lines, blocks }: ReplyLines, reading: Reading): Promise<string | undefined> {
  const path = reading.language.defaultFile;
  const text = await withoutProse(lines.slice(0, blocks[0]?.startLine ?? lines.length), { path, reading });
  return text.trim() !== '' && (await isProgram(text, path, reading)) ? text : undefined;
}

/** The lines of a reply without fences that are not in the program taken from it. */
function afterOf(lines: readonly string[], program: string): readonly string[] {
  const code = new Set(program.split('\n').map((line) => line.trim()));
  return lines.filter((line) => !code.has(line.trim()));
}

function whyNothing(blocks: readonly ReplyBlock[], { files }: Choice, { language, syntax }: Reading): string {
  if (blocks.some(({ isDiff }) => isDiff)) return 'The reply holds a diff, not whole files.';
  const other = blocks
    .filter(({ word }) => !isNoProgram(word))
    .map(({ word, path }) => (path === undefined ? syntax.languageNamed(word) : syntax.languageOf(path)))
    .find((found) => found !== undefined && found.id !== language.id);
  if (other !== undefined) return `The reply holds code in ${other.title}, not in ${language.title}.`;
  if (files.length > 0) return `None of the files in the reply is in ${language.title}.`;
  return blocks.length === 0 ? 'The reply holds no code.' : `The reply holds no program in ${language.title}.`;
}

import type { SourceFile } from '#core/source-file.ts';
import { buildOutline, faultsIn } from './build-outline.ts';
import { readGrammarFile } from './grammar-files.ts';
import type { Language } from './language.ts';
import { neutraliseComments } from './neutralise.ts';
import type { Outline } from './outline.ts';
import { missingTypes } from './missing-types.ts';
import { parseCompleted } from './parse-completed.ts';
import { type Configured, parseConfigured } from './configuration/parse-configured.ts';
import type { ParseOutcome, SyntaxLimits } from './parse-outcome.ts';
import { createSeries } from './parser.ts';
import type { Syntax } from './syntax.ts';

export interface SyntaxOptions {
  readonly languages: readonly Language[];
  /** Gives the bytes of a grammar by the file name in `Language.grammars`. Default: those that SecCode brings along. */
  readonly readGrammar?: (file: string) => Promise<Uint8Array>;
  readonly limits?: Partial<SyntaxLimits>;
  /** Milliseconds on a clock that never goes back. */
  readonly now?: () => number;
}

/** 5 million characters parse in about two seconds; no program of a person's making is nested 10,000 levels deep. */
const LIMITS: SyntaxLimits = { maxLength: 5_000_000, maxDepth: 10_000, timeoutMs: 10_000 };

/** What a file says, and how it is read where it does not parse. */
interface ReadFile {
  readonly outcome: ParseOutcome;
  readonly configured: Configured | undefined;
}

/** Opens the parsing service. Nothing is loaded before the first file is parsed. */
export function openSyntax({
  languages,
  readGrammar = readGrammarFile,
  limits,
  now = () => performance.now(),
}: SyntaxOptions): Syntax {
  const inSeries = createSeries({ readGrammar, limits: { ...LIMITS, ...limits }, now });
  const byEnding = new Map(languages.flatMap((language) => language.extensions.map((ending) => [ending, language])));
  const byWord = new Map(languages.flatMap((language) => language.aliases.map((word) => [word, language])));

  const sharing = languages.filter(({ shared }) => shared !== undefined);
  const languageOf = (path: string): Language | undefined => byEnding.get(endingOf(path));
  const languageOfFile = ({ path, text }: SourceFile): Language | undefined =>
    sharing.find(({ shared }) => shared?.ending === endingOf(path) && shared.mark.test(text)) ?? languageOf(path);
  const read = remember(async (file: SourceFile): Promise<ReadFile> => {
    const language = languageOfFile(file);
    const grammar = language?.grammars[endingOf(file.path)] ?? language?.grammars['*'] ?? '';
    const word = language?.missingType;
    return await inSeries(grammar, (parse) => {
      const parseText = (text: string): ParseOutcome =>
        parseCompleted(parse, text, { word: word ?? '', offsets: word === undefined ? [] : missingTypes(text) });
      const outcome = parseText(file.text);
      if (language === undefined || !('tree' in outcome)) return { outcome, configured: undefined };
      return { outcome, configured: parseConfigured(parseText, outcome.tree, language) };
    });
  });

  return {
    languages,
    languageOf,
    languageNamed: (word) => {
      const wanted = word.trim().toLowerCase();
      return byWord.get(wanted) ?? byEnding.get(`.${wanted.replace(/^\./, '')}`);
    },
    outline: async (file) => {
      const language = languageOfFile(file);
      if (language === undefined) return emptyOutline(file.path);
      const { outcome, configured } = await read(file);
      if ('tree' in outcome) {
        const outline = buildOutline(file, outcome.tree, language);
        if (configured === undefined || configured.tree === outcome.tree || configured.isGuess) return outline;
        // The outline is that of all the text; what is wrong with it is what stays wrong when it is compiled.
        return { ...outline, faults: faultsIn(file, configured.tree, language) };
      }
      const span = { path: file.path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
      return {
        ...emptyOutline(file.path),
        language: language.id,
        faults: [{ span, message: outcome.problem }],
      };
    },
    tree: async (file) => {
      const language = languageOfFile(file);
      if (language === undefined) return { problem: 'No language that SecCode knows claims this file.' };
      const { outcome, configured } = await read(file);
      if (!('tree' in outcome)) return outcome;
      const { tree, leftOut } = configured ?? { tree: outcome.tree, leftOut: [] };
      return { tree, language: language.id, code: neutraliseComments(tree, language), leftOut };
    },
    neutralise: async (file) => {
      const language = languageOfFile(file);
      if (language === undefined) return file.text;
      const { outcome } = await read(file);
      return 'tree' in outcome ? neutraliseComments(outcome.tree, language) : file.text;
    },
  };
}

/** Trees kept, newest last: one candidate is looked at by the extractor, the gate, the comparison and the reviewer. */
const REMEMBERED = 32;
/** Characters; larger files are parsed anew rather than kept. */
const REMEMBERED_LENGTH = 50_000;

/** Keeps the latest results by path and text. A failure is not kept: the next call tries again. */
function remember<Result>(work: (file: SourceFile) => Promise<Result>): (file: SourceFile) => Promise<Result> {
  const kept = new Map<string, Promise<Result>>();
  return async (file) => {
    if (file.text.length > REMEMBERED_LENGTH) return await work(file);
    const key = `${file.path}\0${file.text}`;
    const known = kept.get(key);
    if (known !== undefined) return await known;
    const working = work(file);
    kept.set(key, working);
    const [oldest] = kept.keys();
    if (kept.size > REMEMBERED && oldest !== undefined) kept.delete(oldest);
    try {
      return await working;
    } catch (error) {
      kept.delete(key);
      throw error;
    }
  };
}

/** From the last dot of the file's name, lower case; empty when it has none. */
function endingOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot === -1 ? '' : name.slice(dot).toLowerCase();
}

function emptyOutline(path: string): Outline {
  return {
    path,
    faults: [],
    functions: [],
    types: [],
    calls: [],
    conditions: [],
    handlers: [],
    comments: [],
    strings: [],
    statements: 0,
    ellipses: [],
  };
}

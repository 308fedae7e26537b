import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { TreeOutcome } from '../syntax/syntax.ts';
import { BudgetExceededError, openProgram, type Program, type ProgramFile } from './evaluate/program.ts';
import type { FrontEnd } from './front-end.ts';
import { importsOf } from './imports-of.ts';
import { compileKnowledge, type Knowledge } from './knowledge.ts';
import type { Rule } from './rule.ts';
import { openSharedNames } from './shared-names.ts';
import { findingsSink, type RuleReport } from './findings-sink.ts';
import { runRules } from './run-rules.ts';

/** What is to be analysed, and with what. */
export interface AnalysisInput {
  readonly files: SourceFiles;
  readonly frontEnds: readonly FrontEnd[];
  readonly rules: readonly Rule[];
  readonly parse: (file: SourceFile) => Promise<TreeOutcome>;
  /** Paths to report on; the others are only there to be imported. Absent: all. */
  readonly only?: ReadonlySet<string>;
  /** Milliseconds on a clock that never goes back; absent: only steps are counted. */
  readonly nowMs?: () => number;
  readonly signal?: AbortSignal;
  /** Told before a file is evaluated and again before the rules look at it, so that whoever waits knows which one it waits for. */
  readonly onFile?: (path: string) => void;
}

export interface AnalysisResult {
  readonly findings: readonly RuleReport[];
  readonly notCovered: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Steps of evaluation that one file may take: so many and so many more per character. Files of real projects take less than
 * a tenth of it.
 */
const BUDGET = 150_000;
const BUDGET_PER_CHARACTER = 30;
/** Time for one file, where a clock is given. */
const TIME_MS = 20_000;
/** Characters of files that are kept lowered and evaluated at the same time. */
const KEPT_CHARACTERS = 4_000_000;

/**
 * Analyses files together: what one defines, the others know.
 *
 * Never throws on content. A file that cannot be read, wholly or in part, is in `notCovered`; what was found in the rest of
 * it is reported all the same.
 */
export async function analyze(input: AnalysisInput): Promise<AnalysisResult> {
  const { files, only, signal } = input;
  const findings = findingsSink(files);
  const notCovered: { path: string; reason: string }[] = [];
  const waiting: { readonly path: string; readonly program: Program }[] = [];
  // What calls of one file tell of another's parameters is known when all have been evaluated.
  const judge = (): void => {
    for (const { path, program } of waiting.splice(0)) {
      input.onFile?.(path);
      const reason = check(path, program, input.rules, findings);
      if (reason !== undefined) notCovered.push({ path, reason });
    }
  };
  const reader = openReader(input, judge);
  for (const file of files) {
    if (only?.has(file.path) === false) continue;
    signal?.throwIfAborted();
    input.onFile?.(file.path);
    const read = await reader.read(file.path);
    if (read === undefined) continue;
    if ('problem' in read) {
      notCovered.push({ path: file.path, reason: read.problem });
      continue;
    }
    const [fault] = read.module.faults;
    if (fault !== undefined) {
      notCovered.push({
        path: file.path,
        reason: `Line ${String(findings.lineOf(file.path, fault.start))} does not parse.`,
      });
    }
    if (read.leftOut.length > 0) {
      const [first, ...more] = read.leftOut.map(({ start }) => findings.lineOf(file.path, start + 1));
      notCovered.push({ path: file.path, reason: leftOutReason(first ?? 1, more.length) });
    }
    const program = reader.program();
    const reason = whyNot(() => program.run(file.path));
    if (reason === undefined) waiting.push({ path: file.path, program });
    else notCovered.push({ path: file.path, reason });
  }
  judge();
  return { findings: findings.all(), notCovered };
}

function check(
  path: string,
  program: Program,
  rules: readonly Rule[],
  findings: ReturnType<typeof findingsSink>,
): string | undefined {
  let failed: string | undefined;
  const reason = whyNot(() => {
    const facts = program.factsOf(path);
    if (facts === undefined) return;
    failed = runRules(facts, rules, findings.add);
    for (const foreign of program.foreignFactsOf(path)) failed ??= runRules(foreign, rules, findings.add);
  });
  return reason ?? failed;
}

/** Why a file could not be worked through; `undefined` when it could. */
function whyNot(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof BudgetExceededError) return 'The file takes too long to be analysed.';
    if (error instanceof RangeError) return 'The code is nested too deeply to be analysed.';
    throw error;
  }
}

type Read =
  | (ProgramFile & { readonly leftOut: readonly { readonly start: number; readonly end: number }[] })
  | { readonly problem: string };

function leftOutReason(line: number, more: number): string {
  const places = more === 0 ? '' : ` and of ${String(more)} more ${more === 1 ? 'place' : 'places'}`;
  return `The code from line ${String(line)} on${places} was left out, to read the rest: it is for other settings of the preprocessor, or in a macro.`;
}

interface Reader {
  /** Lowers a file and what it imports; `undefined` when no front end knows it. */
  readonly read: (path: string) => Promise<Read | undefined>;
  readonly program: () => Program;
}

/** Files that an import leads to, and those that they import in turn, up to this many steps. */
const DEEPEST_IMPORT = 3;

function openReader({ files, frontEnds, parse, nowMs }: AnalysisInput, beforeReset: () => void): Reader {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const names = openSharedNames(files);
  const languages = new Map(frontEnds.flatMap((one) => one.languages.map((language) => [language, one] as const)));
  const knowledge = new Map(frontEnds.map((one) => [one, knowledgeOf(one)]));
  let kept = new Map<string, Promise<Read | undefined>>();
  let lowered = new Map<string, ProgramFile>();
  let characters = 0;
  let startedMs = 0;
  const open = (): Program =>
    openProgram({
      fileAt: (path) => lowered.get(path),
      givers: names.givers,
      membersOf: names.membersOf,
      budget: BUDGET,
      budgetPerCharacter: BUDGET_PER_CHARACTER,
      isLate: () => nowMs !== undefined && nowMs() - startedMs > TIME_MS,
    });
  let program = open();

  const lower = async (file: SourceFile): Promise<Read | undefined> => {
    const outcome = await parse(file);
    if ('problem' in outcome) return outcome;
    const frontEnd = languages.get(outcome.language);
    const known = frontEnd === undefined ? undefined : knowledge.get(frontEnd);
    if (frontEnd === undefined || known === undefined) return undefined;
    try {
      const module = frontEnd.lower(file.path, outcome.language, outcome.tree);
      return { module: { ...module, code: outcome.code }, frontEnd, knowledge: known, leftOut: outcome.leftOut ?? [] };
    } catch (error) {
      if (error instanceof RangeError) return { problem: 'The code is nested too deeply to be analysed.' };
      throw error;
    }
  };

  const load = async (path: string, depth: number): Promise<Read | undefined> => {
    const file = byPath.get(path);
    if (file === undefined) return undefined;
    const loading = kept.get(path) ?? lower(file);
    const isNew = !kept.has(path);
    kept.set(path, loading);
    const read = await loading;
    if (read === undefined || 'problem' in read) return read;
    lowered.set(path, read);
    if (isNew) characters += file.text.length;
    if (depth < DEEPEST_IMPORT && files.length > 1) {
      const { modules } = read.frontEnd;
      for (const module of importsOf(read.module)) {
        const candidates = modules.candidates(module, path);
        const found = candidates.find((candidate) => byPath.has(candidate));
        if (found !== undefined && !lowered.has(found)) await load(found, depth + 1);
        for (const pattern of found === undefined ? candidates : []) {
          const members = names.neededOf(pattern, file.text, modules);
          for (const member of members) if (!lowered.has(member)) await load(member, depth + 1);
          if (members.length > 0) break;
        }
      }
      for (const neighbour of names.neededBy(path, file.text, modules)) {
        if (!lowered.has(neighbour)) await load(neighbour, depth + 1);
      }
    }
    return read;
  };

  return {
    read: async (path) => {
      if (characters > KEPT_CHARACTERS) {
        beforeReset();
        kept = new Map();
        lowered = new Map();
        characters = 0;
        program = open();
      }
      const read = await load(path, 0);
      startedMs = nowMs?.() ?? 0;
      return read;
    },
    program: () => program,
  };
}

const compiled = new WeakMap<FrontEnd, Knowledge>();

function knowledgeOf(frontEnd: FrontEnd): Knowledge {
  const known = compiled.get(frontEnd) ?? compileKnowledge(frontEnd.frameworks);
  compiled.set(frontEnd, known);
  return known;
}

import type { ModuleFacts } from '#engine/analysis/facts.ts';
import { openProgram, type Program, type ProgramFile } from '#engine/analysis/evaluate/program.ts';
import type { Framework } from '#engine/analysis/framework.ts';
import type { FrontEnd } from '#engine/analysis/front-end.ts';
import { type Knowledge, compileKnowledge } from '#engine/analysis/knowledge.ts';
import type { IrModule, Statement } from '#engine/analysis/ir.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { languages } from '#extensions/languages/index.generated.ts';
import { frontEnds } from '#extensions/languages/front-ends.generated.ts';
import { TABLES } from './analysis-tables.ts';

/*
 * Real front ends with tables of a library that does not exist, so that a test of the evaluator depends on no table that
 * is shipped.
 */

/** How code is evaluated. */
export interface FactsOptions {
  /** Default: what the ending of `path` says; without a path, Python. */
  readonly language?: 'python' | 'javascript' | 'typescript';
  readonly path?: string;
  /** Further tables, behind those of `analysis-tables.ts`. */
  readonly frameworks?: readonly Framework[];
  /** Other files of the scan by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  readonly budget?: number;
  readonly isLate?: () => boolean;
}

const ENDINGS = { python: 'py', javascript: 'js', typescript: 'ts' };

let opened: Promise<{ readonly syntax: Syntax; readonly frontEnds: readonly FrontEnd[] }> | undefined;

/** The real parsers and front ends, opened once for a file of tests. */
export function openFrontEnds(): NonNullable<typeof opened> {
  opened ??= (async () => ({
    syntax: openSyntax({ languages: await Promise.all(Object.values(languages).map((load) => load())) }),
    frontEnds: await Promise.all(Object.values(frontEnds).map((load) => load())),
  }))();
  return opened;
}

/** What evaluating a file gives; the other files are there to be imported. */
export async function factsIn(code: string, options: FactsOptions = {}): Promise<ModuleFacts> {
  const { program, path } = await programWith(code, options);
  return given(program.factsOf(path));
}

async function programWith(code: string, options: FactsOptions): Promise<{ program: Program; path: string }> {
  const path = options.path ?? `main.${ENDINGS[options.language ?? 'python']}`;
  return { program: await programOf({ ...options.files, [path]: code }, options), path };
}

/** A program of several files, to be asked for the facts of each. */
export async function programOf(
  texts: Readonly<Record<string, string>>,
  { frameworks = [], budget = 1_000_000, isLate = () => false }: FactsOptions = {},
): Promise<Program> {
  const { syntax, frontEnds: all } = await openFrontEnds();
  const files = new Map<string, ProgramFile>();
  for (const [path, text] of Object.entries(texts)) {
    const outcome = await syntax.tree({ path, text });
    if ('problem' in outcome) throw new Error(outcome.problem);
    const frontEnd = given(all.find(({ languages: read }) => read.includes(outcome.language)));
    files.set(path, {
      module: frontEnd.lower(path, outcome.language, outcome.tree),
      frontEnd,
      knowledge: knowledgeOf(frontEnd, frameworks),
    });
  }
  return openProgram({ fileAt: (path) => files.get(path), budget, isLate });
}

/** What evaluating statements gives that no front end makes. */
export async function factsOfStatements(body: readonly Statement[], text = ''): Promise<ModuleFacts> {
  const { frontEnds: all } = await openFrontEnds();
  const frontEnd = given(all.find(({ languages: read }) => read.includes('python')));
  const module: IrModule = { path: 'main.c', text, language: 'c', body, faults: [] };
  const file = { module, frontEnd, knowledge: knowledgeOf(frontEnd, []) };
  const program = openProgram({ fileAt: () => file, budget: 100_000, isLate: () => false });
  return given(program.factsOf('main.c'));
}

function knowledgeOf({ languages: [language = ''] }: FrontEnd, frameworks: readonly Framework[]): Knowledge {
  return compileKnowledge([...(TABLES[language] ?? []), ...frameworks]);
}

/** What `show(…)` is given, call by call: the way to look at a value in the middle of code. */
export async function shownIn(code: string, options?: FactsOptions): Promise<readonly string[]> {
  const facts = await factsIn(code, options);
  return facts.callsOf('show').map((call) => viewOf(given(call.argument(0))));
}

/**
 * Sinks that data reaches, in the order of the text: `2 shell: the query string`. Behind them the sinks of other files
 * that it reaches from here, with the path in front: `lib.py:2 shell: the query string`.
 */
export async function reachedIn(code: string, options: FactsOptions = {}): Promise<readonly string[]> {
  const { program, path } = await programWith(code, options);
  const own = reachedOf(given(program.factsOf(path)));
  const foreign = program.foreignFactsOf(path);
  return [...own, ...foreign.flatMap((facts) => reachedOf(facts).map((line) => `${facts.module.path}:${line}`))];
}

/** As `reachedIn`, of the facts of one file; sinks that nothing reaches are left out. */
export function reachedOf({ sinks, module }: ModuleFacts): readonly string[] {
  return sinks
    .filter(({ taints }) => taints.length > 0)
    .toSorted((a, b) => a.at.start - b.at.start || a.argumentAt.start - b.argumentAt.start)
    .map(({ kind, taints, at }) => {
      const line = module.text.slice(0, at.start).split('\n').length;
      return `${line} ${kind}: ${[...new Set(taints.map(({ what }) => what))].toSorted().join(', ')}`;
    });
}

/** A value in one line: constants as JSON, texts with their holes in braces, sources in angle brackets. */
export function viewOf(value: Value, depth = 0): string {
  if (value.constant !== undefined) {
    return value.constant.value === undefined ? 'undefined' : JSON.stringify(value.constant.value);
  }
  if (depth > 3) return '…';
  if (value.parts !== undefined) {
    const text = value.parts.map((part) => (typeof part === 'string' ? part : `{${viewOf(part, depth + 1)}}`));
    return `"${text.join('')}"`;
  }
  if (value.fields !== undefined) {
    const items = [...value.fields].map(([key, item]) => `${key}: ${viewOf(item, depth + 1)}`);
    return `${value.form ?? 'object'}{${[...items, ...(value.isClosed === true ? [] : ['…'])].join(', ')}}`;
  }
  const known = [
    ...value.taints.map(({ what, safeFor }) => `<${what}${safeWords(safeFor)}>`),
    ...(value.isNumeric === true ? ['number'] : []),
    ...(value.isFixed === true ? ['fixed'] : []),
    ...(value.taints.length === 0 && value.isNumeric !== true && value.name !== undefined ? [value.name] : []),
  ];
  return known.length === 0 ? '?' : known.join(' ');
}

function safeWords(safeFor: Taint['safeFor']): string {
  if (safeFor === 'all') return ', safe';
  return safeFor.length === 0 ? '' : `, safe for ${safeFor.join(' ')}`;
}

/** The steps of a flow, source first. */
export function stepsOf({ steps }: Taint): readonly string[] {
  const messages: string[] = [];
  for (let step: Taint['steps'] | undefined = steps; step !== undefined; step = step.before)
    messages.push(step.message);
  return messages.reverse();
}

function given<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The test asks for what is not there.');
  return thing;
}

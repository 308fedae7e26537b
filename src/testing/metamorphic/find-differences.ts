import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import { analyze } from '#engine/analysis/analyze.ts';
import type { FrontEnd } from '#engine/analysis/front-end.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { ERROR_TYPE, type SyntaxTree, startOf, typeOf } from '#engine/syntax/tree.ts';
import { rewrite } from './rewrite.ts';
import { statementAt } from './statements.ts';
import type { Grammar, Transformation } from './transformation.ts';

/** With what programs are analysed. */
export interface MetamorphicTools {
  readonly syntax: Syntax;
  readonly frontEnds: readonly FrontEnd[];
}

/** Where a rule finds something, by the lines of the statements in the program as it was. */
type Places = readonly string[];

/** A program that is written differently. */
interface Variant {
  readonly files: SourceFiles;
  readonly isChanged: boolean;
  /** Line of the old statement that a place of the new text belongs to. */
  readonly lineOf: (path: string, line: number, column: number) => number;
}

/**
 * What a rule finds in one writing of a program and not in another; empty when it finds the same, or when the
 * transformation leaves the program as it is.
 *
 * Findings are compared by statement: inside of one, a line may well be another.
 */
export async function findDifferences(
  files: SourceFiles,
  rule: Rule,
  transformation: Transformation,
  tools: MetamorphicTools,
): Promise<readonly string[]> {
  const same = await variantOf(files, undefined, tools);
  const other = await variantOf(files, transformation, tools);
  if (!other.isChanged) return [];
  const before = await placesIn(same, rule, tools);
  const after = await placesIn(other, rule, tools);
  return [
    ...without(before, after).map((place) => `lost: ${place}`),
    ...without(after, before).map((place) => `new: ${place}`),
  ];
}

async function placesIn(
  { files, lineOf }: Variant,
  rule: Rule,
  { syntax, frontEnds }: MetamorphicTools,
): Promise<Places> {
  const { findings } = await analyze({ files, frontEnds, rules: [rule], parse: (file) => syntax.tree(file) });
  return findings
    .filter(({ confidence }) => confidence !== 'low')
    .map(({ span }) => `${span.path}:${lineOf(span.path, span.startLine, span.startColumn)}`)
    .sort();
}

async function variantOf(
  files: SourceFiles,
  transformation: Transformation | undefined,
  tools: MetamorphicTools,
): Promise<Variant> {
  const variants = await Promise.all(files.map((file) => rewriteFile(file, files.length === 1, transformation, tools)));
  return {
    files: variants.map(({ file }) => file),
    isChanged: variants.some(({ isChanged }) => isChanged),
    lineOf: (path, line, column) => variants.find(({ file }) => file.path === path)?.lineOf(line, column) ?? line,
  };
}

/** Grammar families by language. */
const GRAMMARS: Readonly<Record<string, Grammar>> = { python: 'python', c: 'c', cpp: 'c', java: 'java', go: 'go' };

async function rewriteFile(
  file: SourceFile,
  isAlone: boolean,
  transformation: Transformation | undefined,
  { syntax, frontEnds }: MetamorphicTools,
): Promise<{ file: SourceFile; isChanged: boolean; lineOf: (line: number, column: number) => number }> {
  const outcome = await syntax.tree(file);
  const language = syntax.languageOf(file.path);
  if (!('tree' in outcome) || language === undefined) throw new Error(`${file.path} cannot be parsed.`);
  const { tree } = outcome;
  const grammar = GRAMMARS[language.id] ?? 'javascript';
  // Other languages with braces are written as JavaScript is, as far as that gives a program of theirs.
  const isOwn = transformation?.grammars.includes(grammar) === true;
  const isKin = !isOwn && isAlone && grammar !== 'python' && transformation?.grammars.includes('javascript') === true;
  const meaningfulNames = namesOf(frontEnds, language.id);
  let changes =
    isOwn || isKin
      ? transformation.changes({ grammar: isKin ? 'javascript' : grammar, tree, isAlone, meaningfulNames })
      : [];
  let { text, oldOffset } = rewrite(file.text, changes);
  let changed = { path: file.path, text };
  let reparsed = await syntax.tree(changed);
  if (isKin && 'tree' in reparsed && faultsIn(reparsed.tree) > faultsIn(tree)) {
    changes = [];
    ({ text, oldOffset } = rewrite(file.text, changes));
    changed = { path: file.path, text };
    reparsed = await syntax.tree(changed);
  }
  if (!('tree' in reparsed) || faultsIn(reparsed.tree) > faultsIn(tree)) {
    throw new Error(`${file.path} does not parse any more:\n${text}`);
  }
  const [newLines, oldLines] = [mapLines(text), mapLines(file.text)];
  return {
    file: changed,
    isChanged: changes.length > 0,
    lineOf: (line, column) => {
      const offset = oldOffset(newLines.offsetAt({ line, column }));
      return oldLines.positionAt(startOf(tree, statementAt(tree, offset, grammar))).line;
    },
  };
}

/** What a fragment's bare names and the names of parameters mean to the tables. */
function namesOf(frontEnds: readonly FrontEnd[], language: string): ReadonlySet<string> {
  return new Set(
    frontEnds
      .filter(({ languages }) => languages.includes(language))
      .flatMap(({ frameworks }) => frameworks)
      .flatMap(({ implicit = {}, parameters = {} }) => [...Object.keys(implicit), ...Object.keys(parameters)])
      .map((name) => name.split('.')[0] ?? name),
  );
}

function faultsIn(tree: SyntaxTree): number {
  let faults = 0;
  for (let node = 0; node < tree.size; node += 1) {
    if (tree.missing[node] === 1 || typeOf(tree, node) === ERROR_TYPE) faults += 1;
  }
  return faults;
}

function without(all: Places, known: Places): Places {
  const left = [...known];
  return all.filter((place) => {
    const index = left.indexOf(place);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
}

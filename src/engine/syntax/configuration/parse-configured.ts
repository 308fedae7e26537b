import type { Language } from '../language.ts';
import type { ParseText } from '../parse-outcome.ts';
import type { SyntaxTree } from '../tree.ts';
import { type Blamed, brokenPlaces, faultsIn } from './broken-places.ts';
import { chosenBranch, holds } from './chosen-branch.ts';
import { type Conditional, conditionalsIn, type Stretch } from './conditionals.ts';

/** Times that what is left is looked at again, and texts that are parsed for one file. */
const MOST_ROUNDS = 4;
const MOST_TRIES = 7;
const FEW_TRIES = 2;
/** Characters; a longer text is parsed few times. */
const LONG = 400_000;
/** Characters that are given up for the sake of what stands around them; half a statement is short. */
const MOST_LOST = 2000;
/** Conditions that are looked at. */
const MOST_CONDITIONALS = 20_000;

/** The tree of a file, in one of its configurations where the whole does not parse. */
export interface Configured {
  readonly tree: SyntaxTree;
  /** Code that the tree does not have. */
  readonly leftOut: readonly Stretch[];
  /** Some of it is neither of another configuration nor a macro before a declaration: the file may be at fault after all. */
  readonly isGuess: boolean;
}

/**
 * Reads a file with C's preprocessor in it that does not parse as it stands. Conditions around halves of statements, and
 * macros in capitals before a declaration, are what a parser that sees one file cannot make sense of: of such conditions one
 * branch is kept, such macros are blanked, and what parses better counts. Everything stays at its place; a text that parses
 * is not touched.
 *
 * @param parse - Parses a text of the same length.
 */
export function parseConfigured(parse: ParseText, tree: SyntaxTree, language: Language): Configured {
  let best: Configured = { tree, leftOut: [], isGuess: false };
  let broken = brokenPlaces(tree, language);
  if (language.preprocessor === undefined || broken.every(({ isForgiven }) => isForgiven)) return best;
  const { unset } = language.preprocessor;
  const conditionals = conditionalsIn(tree.text)
    .slice(0, MOST_CONDITIONALS)
    .filter((one) => one.isUneven || lostIn(one, unset) <= MOST_LOST);
  let tries = tree.text.length > LONG ? FEW_TRIES : MOST_TRIES;
  const tryOut = (chosen: ReadonlySet<Conditional>, words: readonly Blamed[]): boolean => {
    tries -= 1;
    if (tries < 0) return false;
    const blanked = [...words];
    const macros = new Map(words.map((word) => [word.start, word]));
    const guessed = [...macros.values()].filter(
      ({ start, end, isInside }) => isInside || !PLAIN_MACRO.test(tree.text.slice(start, end)),
    );
    const leftOut: Stretch[] = [...guessed];
    for (const one of chosen) configure(tree.text, one, unset, blanked, leftOut);
    const outcome = blanked.length === 0 ? undefined : parse(withBlanks(tree.text, blanked));
    if (outcome === undefined || !('tree' in outcome)) return false;
    const next = brokenPlaces(outcome.tree, language);
    if (faultsIn(next) >= faultsIn(broken)) return false;
    best = { tree: outcome.tree, leftOut: leftOut.toSorted((a, b) => a.start - b.start), isGuess: guessed.length > 0 };
    broken = next;
    return true;
  };
  let chosen = new Set(conditionals.filter(({ isUneven }) => isUneven));
  let words: readonly Blamed[] = [];
  for (let round = 0; round < MOST_ROUNDS && faultsIn(broken) > 0; round += 1) {
    const more = new Set(chosen);
    for (const place of broken) {
      const around = place.isForgiven ? undefined : innermost(conditionals, more, place);
      if (around !== undefined) more.add(around);
    }
    const blames = broken.flatMap(({ blame }) => blame ?? []);
    if (tryOut(more, [...words, ...blames])) {
      words = [...words, ...blames];
      chosen = more;
    } else if (tryOut(chosen, [...words, ...blames])) words = [...words, ...blames];
    else if (tryOut(more, words)) chosen = more;
    else break;
  }
  return best;
}

/** The smallest condition, of those of which no branch has been chosen yet, in which a place begins, or else ends. */
function innermost(
  conditionals: readonly Conditional[],
  chosen: ReadonlySet<Conditional>,
  { start, end }: Stretch,
): Conditional | undefined {
  const around = (at: number): Conditional | undefined =>
    conditionals.find((one) => {
      const first = one.branches[0]?.directive.start ?? Number.POSITIVE_INFINITY;
      return first <= at && at <= one.ending.end && !chosen.has(one);
    });
  return around(start) ?? around(end);
}

/** A word, with nothing but words, numbers and texts in its brackets: it does nothing where it stands with a declaration. */
const PLAIN_MACRO =
  /^\w+(?:[ \t]*\([ \t]*(?:(?:[\w.]+|"[^"\\\n]*")[ \t]*(?:,[ \t]*(?:[\w.]+|"[^"\\\n]*")[ \t]*)*)?\))?$/;

/** Characters that are left out when one branch is chosen. */
function lostIn(one: Conditional, unset: RegExp): number {
  const kept = chosenBranch(one, unset);
  return one.branches
    .filter((branch) => branch !== kept && holds(branch.says, unset) !== false)
    .reduce((sum, { body }) => sum + body.end - body.start, 0);
}

/** Nothing, or what C++ puts around declarations of C. */
const LINKAGE = /^\s*(?:extern\s*"C"\s*\{|\})?\s*$/;

/**
 * Keeps one branch: its directives and the other branches are blanked. All of those is told, even of a condition that never
 * holds: a compiler may see the directives elsewhere than they are seen here.
 */
function configure(text: string, one: Conditional, unset: RegExp, blanked: Stretch[], leftOut: Stretch[]): void {
  const kept = chosenBranch(one, unset);
  blanked.push(one.ending);
  for (const branch of one.branches) {
    blanked.push(branch.directive);
    if (branch === kept) continue;
    blanked.push(branch.body);
    if (!LINKAGE.test(text.slice(branch.body.start, branch.body.end))) leftOut.push(branch.body);
  }
}

/** The text with spaces in place of some stretches; lines stay. */
function withBlanks(text: string, stretches: readonly Stretch[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\r\n]/g, ' '));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

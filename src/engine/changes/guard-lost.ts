import type { ChangeFault } from '#core/session-event.ts';
import type { OutlineCondition } from '../syntax/outline.ts';
import type { Change, ChangeCheck } from './change.ts';
import { type Scope, scopesOf } from './guards.ts';
import { lostSanitizers } from './lost-sanitizers.ts';
import { identifiersOf, squeezed } from './squeezed.ts';
import { isSound } from './version-index.ts';
import { words } from './words.ts';

/**
 * A check that kept something from happening and is gone, with nothing in its place.
 *
 * A guard is a condition whose branch leaves, or a call of a sanitizer. Good fixes move, merge and rewrite guards, so one
 * counts as kept as soon as anything of these holds:
 *
 * - the same condition stands anywhere, or its function is gone (another check speaks of that);
 * - an open finding points at it;
 * - what it asked about does not occur in the function any more;
 * - the function has a new condition on one of its names, or as many leaving ones on them as before;
 * - the function has as many leaving conditions as before on whatever, unless this one decides who may do it;
 * - a call that the function did not make before gets one of its names, or is of a new function that leaves by itself;
 * - the function handles more errors than before (trying instead of asking first), or got a decorator.
 */
export const guardLost: ChangeCheck = {
  name: 'guard-lost',
  find: (change) => {
    const { before, after } = change;
    if (before === undefined || !isSound(before) || !isSound(after)) return [];
    const earlier = scopesOf(before);
    const present = scopesOf(after);
    return [...lostConditions(change, earlier, present), ...lostSanitizers(change, earlier, present)];
  },
};

type Scopes = ReadonlyMap<string, Scope>;

function lostConditions({ flaggedLines }: Change, earlier: Scopes, present: Scopes): readonly ChangeFault[] {
  const standing = new Set(
    [...present.values()].flatMap(({ conditions }) => conditions.map(({ text }) => squeezed(text))),
  );
  const moved = new Set(newGuards(earlier, present).flatMap(({ text }) => [...identifiersOf(text).all]));
  return [...earlier].flatMap(([name, was]) => {
    const now = present.get(name);
    if (now === undefined) return [];
    const replaced = replacements(was, now, earlier, present);
    return was.conditions.flatMap((guard) => {
      if (!guard.leaves || standing.has(squeezed(guard.text)) || isFlagged(guard, flaggedLines)) return [];
      if (isKept({ guard, was, now, replaced, moved })) return [];
      const place = name === '' ? '' : ` in \`${name}\``;
      return [
        {
          check: 'guard-lost',
          path: guard.span.path,
          line: guard.span.startLine,
          message: `The check \`${guard.text.replace(/`/g, "'")}\`${place} is gone, and nothing replaces it.`,
        },
      ];
    });
  });
}

/** Conditions that leave in functions that were not there before. */
function newGuards(earlier: Scopes, present: Scopes): readonly OutlineCondition[] {
  return [...present].flatMap(([name, { conditions }]) =>
    earlier.has(name) ? [] : conditions.filter(({ leaves }) => leaves),
  );
}

/** What a function has now that it did not have, and that may do the work of a guard. */
interface Replacements {
  /** Names in its new conditions. */
  readonly asked: ReadonlySet<string>;
  /** Names that new callees get. */
  readonly passed: ReadonlySet<string>;
  /** It calls a new function that leaves by itself, handles more errors, or got a decorator. */
  readonly isGuardedOtherwise: boolean;
  readonly hasNewGuard: boolean;
}

function replacements(was: Scope, now: Scope, earlier: Scopes, present: Scopes): Replacements {
  const knownConditions = new Set(was.conditions.map(({ text }) => squeezed(text)));
  const fresh = now.conditions.filter(({ text }) => !knownConditions.has(squeezed(text)));
  const knownCallees = new Set(was.calls.map(({ callee }) => callee));
  const newCalls = now.calls.filter(({ callee }) => !knownCallees.has(callee) && !IDLE.test(callee));
  const callsGuard = newCalls.some(
    ({ callee }) => !earlier.has(callee) && present.get(callee)?.conditions.some(({ leaves }) => leaves) === true,
  );
  const isDecorated = [...now.decorators].some((decorator) => !was.decorators.has(decorator));
  return {
    asked: new Set(fresh.flatMap(({ text }) => [...identifiersOf(text).all])),
    passed: new Set(
      newCalls.flatMap(({ callee, argumentsText }) => [...identifiersOf(`${callee} ${argumentsText}`).all]),
    ),
    isGuardedOtherwise: callsGuard || isDecorated || now.handlers > was.handlers,
    hasNewGuard: fresh.some(({ leaves }) => leaves),
  };
}

/** Callees that look at a value and change nothing. */
const IDLE = /^(?:print|printf|puts|fprintf|str|repr|console\.\w+|log\w*\.\w+|fmt\.Print\w*|System\.(?:out|err)\.\w+)$/;

interface Question {
  readonly guard: OutlineCondition;
  readonly was: Scope;
  readonly now: Scope;
  readonly replaced: Replacements;
  /** Names in the guards of new functions. */
  readonly moved: ReadonlySet<string>;
}

function isKept({ guard, was, now, replaced, moved }: Question): boolean {
  const { all, variables } = identifiersOf(guard.text);
  if (all.size === 0 || replaced.isGuardedOtherwise) return true;
  if (variables.size === 0) return replaced.hasNewGuard || overlaps(all, moved);
  if ([...variables].some((name) => !now.words.has(name))) return true;
  if (overlaps(all, replaced.asked) || overlaps(variables, replaced.passed) || overlaps(all, moved)) return true;
  if (leavingOn(now, variables) >= leavingOn(was, variables)) return true;
  return !isAboutAccess(all) && leaving(now) >= leaving(was);
}

/** Words of names that decide who may do something: a check of another value is no substitute. */
const ACCESS: ReadonlySet<string> = new Set(
  'access admin allowed anonymous auth authenticated authorised authorized csrf login logged owner password permission permissions privilege role roles session token user'.split(
    ' ',
  ),
);

function isAboutAccess(names: ReadonlySet<string>): boolean {
  return [...names].some((name) => words(name).some((word) => ACCESS.has(word)));
}

function leaving({ conditions }: Scope): number {
  return conditions.filter(({ leaves }) => leaves).length;
}

function leavingOn({ conditions }: Scope, names: ReadonlySet<string>): number {
  return conditions.filter(({ leaves, text }) => leaves && overlaps(identifiersOf(text).variables, names)).length;
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((name) => b.has(name));
}

/** A short guard goes with its branch; of a long one only the head counts. */
function isFlagged({ span }: OutlineCondition, flaggedLines: Change['flaggedLines']): boolean {
  const last = span.endLine - span.startLine > 5 ? span.startLine : span.endLine;
  return flaggedLines[span.path]?.some((line) => span.startLine <= line && line <= last) === true;
}

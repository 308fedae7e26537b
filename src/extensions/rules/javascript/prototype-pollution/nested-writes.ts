import type { AssignmentFact, CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Value } from '#engine/analysis/value.ts';
import { type DeepWrite, isOpenKey } from './deep-writes.ts';

export interface NestedWrite {
  readonly at: Place;
  readonly fact: FunctionFact | undefined;
  readonly write: DeepWrite;
}

/** Names of keys that people write into files, forms and addresses. */
const WRITTEN_KEYS = /key|name|section|prop|field|param|part|attr|^m$|match/i;

/** Writes `object[a][b] = …` and `object[a].b = …` of which the keys come from text that somebody else wrote. */
export function nestedWrites(facts: ModuleFacts): readonly NestedWrite[] {
  const candidates = facts.assignments.filter(({ target }) => isNested(target));
  if (candidates.length === 0) return [];
  const indexes = new Map(facts.indexes.map(({ expression, index }) => [expression, index]));
  const parsing = new Set(facts.calls.filter(isParsing).map(({ within }) => within));
  return candidates.flatMap((assignment) => {
    const { target, within } = assignment;
    if (!isNested(target)) return [];
    const { object, index } = target.object;
    if (!isFromOutside(assignment, indexes.get(target.object), parsing.has(within))) return [];
    const keys = [writtenName(index), ...(target.kind === 'index' ? [writtenName(target.index)] : [])];
    return [{ at: target.at, fact: within, write: { at: target.at, object: writtenName(object), keys } }];
  });
}

type IndexExpression = Extract<Expression, { kind: 'index' }>;
type NestedTarget = Extract<Expression, { kind: 'index' | 'member' }> & { readonly object: IndexExpression };

/** `object[a][b]` or `object[a].b`, with keys that are open. */
function isNested(target: Expression): target is NestedTarget {
  if ((target.kind !== 'index' && target.kind !== 'member') || target.object.kind !== 'index') return false;
  return isOpenKey(target.object.index) && (target.kind !== 'index' || isOpenKey(target.index));
}

/** Whether the call takes a text apart: the keys of its function are what somebody wrote. */
function isParsing({ expression }: CallFact): boolean {
  return /^(?:split|match|exec|matchAll)$/.test(lastName(expression.callee));
}

/** The outer key decides whether the prototype is reached; the inner one what is written there. */
function isFromOutside(
  { key, value, target }: AssignmentFact,
  outer: Value | undefined,
  isTakenApart: boolean,
): boolean {
  if (outer !== undefined && isInert(outer, 'reflection')) return false;
  const isRemote = mainTaint(outer?.taints ?? [], ['remote']) !== undefined;
  if (target.kind !== 'index') return isRemote && value.constant === undefined;
  if (key !== undefined && isInert(key, 'reflection')) return false;
  if (isRemote) return true;
  const names = target.object.kind === 'index' ? [target.object.index, target.index] : [];
  return isTakenApart && names.every((one) => WRITTEN_KEYS.test(lastName(one))) && value.constant === undefined;
}

import type { AssignmentFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Place } from '#engine/analysis/ir.ts';
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
const WRITTEN_KEYS = /key|name|section|prop|path|field|param|part|attr|option|token/i;

/** Writes `object[a][b] = …` and `object[a].b = …` of which the keys come from text that somebody else wrote. */
export function nestedWrites(facts: ModuleFacts): readonly NestedWrite[] {
  return facts.assignments.flatMap((assignment) => {
    const { target } = assignment;
    if ((target.kind !== 'index' && target.kind !== 'member') || target.object.kind !== 'index') return [];
    const { object, index } = target.object;
    if (!isOpenKey(index) || (target.kind === 'index' && !isOpenKey(target.index))) return [];
    const outer = facts.indexes.find(({ expression }) => expression === target.object)?.index;
    if (!isFromOutside(assignment, outer)) return [];
    const keys = [writtenName(index), ...(target.kind === 'index' ? [writtenName(target.index)] : [])];
    return [{ at: target.at, fact: assignment.within, write: { at: target.at, object: writtenName(object), keys } }];
  });
}

/** The outer key decides whether the prototype is reached; the inner one what is written there. */
function isFromOutside({ key, value, target }: AssignmentFact, outer: Value | undefined): boolean {
  if (outer !== undefined && isInert(outer, 'prototype')) return false;
  const isRemote = mainTaint(outer?.taints ?? [], ['remote']) !== undefined;
  if (target.kind !== 'index') return isRemote && value.constant === undefined;
  if (key !== undefined && isInert(key, 'prototype')) return false;
  if (isRemote) return true;
  const names = target.object.kind === 'index' ? [target.object.index, target.index] : [];
  return names.every((one) => WRITTEN_KEYS.test(lastName(one))) && value.constant === undefined;
}

import type { SinkKind } from '../flow-kinds.ts';
import type { Constant, Expression } from '../ir.ts';
import type { Step, Taint, TextPart, Value } from '../value.ts';

/** Nothing is known. */
export const UNKNOWN: Value = { taints: [], traits: [] };

/** A number or truth value that the code computes. */
export const NUMBER: Value = { taints: [], traits: [], isNumeric: true };

/** Sources that one value keeps; the first ones tell enough, and more cost time at every join. */
const MOST_TAINTS = 6;
/** Parts of one text; a loop that appends would grow it for ever. */
const MOST_PARTS = 64;
/** Characters of a constant that is still folded. */
const MOST_CHARACTERS = 20_000;

/** The value of a constant. */
export function constantValue(value: Constant): Value {
  const isNumeric = typeof value === 'number' || typeof value === 'boolean';
  return { constant: { value }, isFixed: true, taints: [], traits: [], ...(isNumeric ? { isNumeric } : {}) };
}

/** The value, with the expression that it was read from when nothing else says so. */
export function withOrigin(value: Value, origin: Expression): Value {
  return value.origin !== undefined || value.constant !== undefined ? value : { ...value, origin };
}

/** A value of which only the name is known. */
export function namedValue(name: string): Value {
  return { name, taints: [], traits: [] };
}

/** A value made of others in a way that does not show. */
export function mixedValue(values: readonly (Value | undefined)[]): Value {
  let taints: readonly Taint[] = [];
  for (const value of values) if (value !== undefined) taints = joinTaints(taints, value.taints);
  return taints.length === 0 ? UNKNOWN : { taints, traits: [] };
}

/** All sources of both; one that both have is safe only for what it is safe for in both. */
export function joinTaints(a: readonly Taint[], b: readonly Taint[]): readonly Taint[] {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  let joined: Taint[] | undefined;
  for (const taint of b) {
    const list: readonly Taint[] = joined ?? a;
    const index = list.findIndex(({ source }) => source === taint.source);
    const known = list[index];
    if (known === taint) continue;
    if (known === undefined) {
      if (list.length < MOST_TAINTS) (joined ??= [...a]).push(taint);
      else if (taint.kind === 'remote' && list.some(({ kind }) => kind !== 'remote')) {
        joined ??= [...a];
        joined[joined.findIndex(({ kind }) => kind !== 'remote')] = taint;
      }
      continue;
    }
    const safeFor = bothSafe(known.safeFor, taint.safeFor);
    if (safeFor !== known.safeFor) (joined ??= [...a])[index] = { ...known, safeFor };
  }
  return joined ?? a;
}

function bothSafe(a: Taint['safeFor'], b: Taint['safeFor']): Taint['safeFor'] {
  if (a === b || b === 'all') return a;
  if (a === 'all') return b;
  if (a.length === 0) return a;
  const both = a.filter((kind) => b.includes(kind));
  return both.length === a.length ? a : both;
}

/** Items of items that are joined one by one; a list that holds itself twice, again and again, has no end of them. */
const DEEPEST_JOIN = 4;

/** The value as it is after a branch: what holds on both ways. Texts keep the shape with more holes, the riskier one. */
export function joinValues(a: Value, b: Value, depth = 0): Value {
  if (a === b) return a;
  const taints = joinTaints(a.taints, b.taints);
  const isFixed = a.isFixed === true && b.isFixed === true;
  const isSame = a.constant !== undefined && b.constant !== undefined && a.constant.value === b.constant.value;
  if (isSame && a.fields === undefined && b.fields === undefined) return { ...a, taints };
  // Nothing and something: what is known of the something holds wherever it is used.
  if (isNothing(a)) return { ...withoutConstant(withoutTest(b)), taints };
  if (isNothing(b)) return { ...withoutConstant(withoutTest(a)), taints };

  const joined: { -readonly [Key in keyof Value]: Value[Key] } = {
    taints,
    traits:
      a.traits.length === 0 || b.isFixed === true
        ? a.traits
        : a.isFixed === true
          ? b.traits
          : a.traits.filter((trait) => b.traits.includes(trait)),
  };
  if (isFixed) joined.isFixed = true;
  if (a.isNumeric === true && b.isNumeric === true) joined.isNumeric = true;
  if (a.name !== undefined && (a.name === b.name || b.name === undefined)) joined.name = a.name;
  else if (a.name === undefined && b.name !== undefined) joined.name = b.name;
  const parts = riskier(a, b);
  if (parts !== undefined && !isFixed) joined.parts = parts;
  if (a.parameter !== undefined && a.parameter === b.parameter) joined.parameter = a.parameter;
  if (a.isStorage === true || b.isStorage === true) joined.isStorage = true;
  const owner = a.function ?? b.function;
  if (owner !== undefined) joined.function = owner;
  const type = a.class ?? b.class;
  if (type !== undefined) joined.class = type;
  const form = a.form ?? b.form;
  if (form !== undefined && depth < DEEPEST_JOIN && (a.fields !== undefined || b.fields !== undefined)) {
    joined.form = form;
    joined.fields = joinFields(a.fields, b.fields, depth);
    if (a.isClosed === true && b.isClosed === true && a.fields?.size === b.fields?.size) joined.isClosed = true;
  }
  const test = commonTest(a, b);
  if (test !== undefined) joined.test = test;
  const origin = a.origin ?? b.origin;
  if (origin !== undefined) joined.origin = origin;
  return joined;
}

/** One of both may be false without a test; then it is only known what holds when the outcome is true. */
function commonTest(a: Value, b: Value): Expression | undefined {
  if (a.test === b.test) return a.test;
  const { test } = a.constant?.value === false ? b : b.constant?.value === false ? a : UNKNOWN;
  if (test === undefined) return undefined;
  const { at } = test;
  return { kind: 'logical', operator: 'and', left: test, right: { kind: 'unknown', parts: [], at }, at };
}

function withoutTest({ test: _test, ...value }: Value): Value {
  return value;
}

function isNothing({ constant }: Value): boolean {
  return constant !== undefined && (constant.value === null || constant.value === undefined || constant.value === '');
}

function withoutConstant(value: Value): Value {
  if (value.constant === undefined) return value;
  const { constant, ...rest } = value;
  return { ...rest, ...(typeof constant.value === 'string' ? { isFixed: true } : {}) };
}

function joinFields(
  a: ReadonlyMap<string, Value> | undefined,
  b: ReadonlyMap<string, Value> | undefined,
  depth: number,
): ReadonlyMap<string, Value> {
  if (a === undefined) return b ?? new Map();
  if (b === undefined || a === b) return a;
  const fields = new Map(a);
  for (const [key, value] of b) {
    const known = fields.get(key);
    fields.set(key, known === undefined ? value : joinValues(known, value, depth + 1));
  }
  return fields;
}

function riskier(a: Value, b: Value): readonly TextPart[] | undefined {
  if (a.parts === undefined || b.parts === undefined) return a.parts ?? b.parts;
  return holesIn(b.parts) > holesIn(a.parts) ? b.parts : a.parts;
}

function holesIn(parts: readonly TextPart[]): number {
  let count = 0;
  for (const part of parts) if (typeof part !== 'string') count += 1;
  return count;
}

/** The parts of a text; a value of unknown shape is one hole. */
export function partsOf(value: Value): readonly TextPart[] {
  if (value.constant !== undefined) return [textOfConstant(value.constant.value)];
  return value.parts ?? [value];
}

/** A constant as it looks inside a text. */
export function textOfConstant(value: Constant): string {
  return typeof value === 'string' ? value : String(value);
}

/** The text made of `parts` in order. Folds to a constant when all of them are known. */
export function textValue(parts: readonly TextPart[]): Value {
  const merged: TextPart[] = [];
  let taints: readonly Taint[] = [];
  let isFixed = true;
  for (const part of parts) {
    // Of one source, the way that leads here counts, not the one to where it was first put into a text.
    if (typeof part !== 'string') taints = joinTaints(taints, part.taints);
    for (const piece of typeof part === 'string' ? [part] : partsOf(part)) {
      const last = merged.at(-1);
      if (typeof piece === 'string') {
        if (typeof last === 'string') merged[merged.length - 1] = (last + piece).slice(0, MOST_CHARACTERS + 1);
        else merged.push(piece);
      } else {
        taints = joinTaints(taints, piece.taints);
        isFixed &&= piece.isFixed === true;
        if (merged.length < MOST_PARTS) merged.push(piece);
      }
    }
  }
  const [only] = merged;
  if (merged.length === 0) return constantValue('');
  if (merged.length === 1 && typeof only === 'string' && only.length <= MOST_CHARACTERS) {
    return taints.length === 0 ? constantValue(only) : { ...constantValue(only), taints };
  }
  return { parts: merged, taints, traits: [], ...(isFixed ? { isFixed } : {}) };
}

/** The value, safe for some kinds of sink. */
export function madeSafe(value: Value, kinds: readonly SinkKind[] | 'all'): Value {
  if (value.taints.length === 0) return value;
  return { ...value, taints: value.taints.map((taint) => taintSafeFor(taint, kinds)) };
}

/** The source, safe for some more kinds of sink. */
export function taintSafeFor(taint: Taint, kinds: readonly SinkKind[] | 'all'): Taint {
  if (taint.safeFor === 'all') return taint;
  if (kinds === 'all') return { ...taint, safeFor: 'all' };
  const added = kinds.filter((kind) => !taint.safeFor.includes(kind));
  return added.length === 0 ? taint : { ...taint, safeFor: [...taint.safeFor, ...added] };
}

/** Whether data of this source can still do harm in a sink of this kind. */
export function isHarmful({ safeFor }: Taint, kind: SinkKind): boolean {
  return safeFor !== 'all' && !safeFor.includes(kind);
}

/** Steps of one flow; the middle of a longer one tells nothing. */
const MOST_STEPS = 24;

/** The source with one more step behind it. */
export function afterStep(taint: Taint, step: Pick<Step, 'path' | 'at' | 'message'>): Taint {
  const { steps } = taint;
  if (steps.length >= MOST_STEPS) return taint;
  // An expression may be evaluated more than once.
  if (steps.at.start === step.at.start && steps.path === step.path && steps.message === step.message) return taint;
  return { ...taint, steps: { ...step, before: steps, length: steps.length + 1 } };
}

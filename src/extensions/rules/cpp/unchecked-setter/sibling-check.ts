import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { lookedAt } from '#engine/analysis/judges/looked-at.ts';
import { placePath } from '#engine/analysis/judges/place-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

/** A method that trusts its parameter with an index that another method of the class compares. */
export interface TrustedIndex {
  readonly parameter: string;
  readonly field: string;
  readonly other: string;
  readonly at: Place;
}

interface Indexed {
  readonly method: string;
  readonly fact: FunctionFact;
  readonly parameter: string;
  readonly field: string;
  readonly at: Place;
  readonly isChecked: boolean;
  /** Asked something about, be it only whether it is zero. */
  readonly isAsked: boolean;
}

/** `set(x, y)` writes `tiles_[y * width_ + x]` at once, where `at(x, y)` asks whether they are within the limits. */
export function trustedIndexes(facts: ModuleFacts): readonly TrustedIndex[] {
  const byField = new Map<string, Indexed[]>();
  for (const fact of facts.functions) {
    if (fact.class === undefined || !isOpen(facts, fact)) continue;
    for (const one of indexedIn(fact)) {
      const key = `${fact.class.name}.${one.field}`;
      const same = byField.get(key);
      if (same === undefined) byField.set(key, [one]);
      else same.push(one);
    }
  }
  const found: TrustedIndex[] = [];
  for (const all of byField.values()) {
    const checked = all.find(({ isChecked }) => isChecked);
    if (checked === undefined) continue;
    for (const one of all)
      if (!one.isAsked && one.method !== checked.method)
        found.push({ parameter: one.parameter, field: one.field, other: checked.method, at: one.at });
  }
  return found;
}

/** Operators are meant to be fast, and what says that it does not look is not asked to. */
function isOpen(facts: ModuleFacts, { function: one, class: owner }: FunctionFact): boolean {
  if (/^operator|unsafe|unchecked|internal|raw|^constructor$|^~|_$|Impl$/i.test(one.name)) return false;
  // Whoever may call it from outside of the class is not known.
  const inside = owner === undefined || one.at.start < owner.at.start || one.at.end > owner.at.end;
  if (inside) return true;
  const before = facts.codeText.slice(owner.at.start, one.at.start);
  const sections = [...before.matchAll(/\b(public|private|protected)\s*:/g)];
  const last = sections.at(-1)?.[1];
  return last === undefined ? !before.startsWith('class') : last === 'public';
}

function indexedIn(fact: FunctionFact): readonly Indexed[] {
  const { parameters, body, name } = fact.function;
  const mine = new Set(
    parameters
      .filter(
        ({ type }) =>
          type !== undefined &&
          /(?:int|size_t|unsigned|long|short|int\d+_t)$/.test(type.name) &&
          (type.pointers ?? 0) === 0,
      )
      .map((one) => one.name),
  );
  if (mine.size === 0) return [];
  const looked = lookedAt(body);
  const found = new Map<string, Indexed>();
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind !== 'index') continue;
    const field = placePath(node.object);
    if (field?.startsWith('*this.') !== true) continue;
    const parameter = parameterIn(node.index, mine);
    if (parameter === undefined) continue;
    const isChecked = isLimited(body, parameter);
    const isAsked = looked.withZero(parameter, node.at.start);
    const key = `${field} ${parameter}`;
    if (!found.has(key))
      found.set(key, {
        method: name,
        fact,
        parameter,
        field: field.slice('*this.'.length),
        at: node.at,
        isChecked,
        isAsked,
      });
  }
  return [...found.values()];
}

/** A test that says how large a parameter may be. */
function isLimited(body: FunctionFact['function']['body'], parameter: string): boolean {
  for (const node of bodyNodes(body, { intoFunctions: false })) {
    if (node.kind !== 'if' && node.kind !== 'conditional') continue;
    for (const one of walk([node.test])) {
      if (one.kind !== 'compare' || !/^[<>]=?$/.test(one.operator)) continue;
      if (placePath(one.left) === parameter && !(one.right.kind === 'literal' && one.right.value === 0)) return true;
    }
  }
  return false;
}

function parameterIn(index: Expression, mine: ReadonlySet<string>): string | undefined {
  if (index.kind === 'name') return mine.has(index.name) ? index.name : undefined;
  if (index.kind === 'cast') return parameterIn(index.operand, mine);
  if (index.kind !== 'binary' || !/^[-+*]$/.test(index.operator)) return undefined;
  return parameterIn(index.left, mine) ?? parameterIn(index.right, mine);
}

import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction, Place } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { ancestorsOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';

export interface MapUse {
  readonly at: Place;
  readonly map: string;
}

/** Uses that are looked at in one file. */
const MOST_USES = 60;
/** Characters of a file that are searched for types of maps. */
const LONGEST_FILE = 200_000;

/** `peers[name].Send(text)` of a map of pointers, by a key that nothing has looked up before. */
export function usedLookups(facts: ModuleFacts): readonly MapUse[] {
  const maps = new Set<string>();
  for (const [, name = ''] of facts.codeText
    .slice(0, LONGEST_FILE)
    .matchAll(/\b(\w{1,60})(?:[ \t]+|[ \t]*:?=[ \t]*(?:make\()?)map\[[\w.]{1,60}\]\*\w/g))
    maps.add(name);
  if (maps.size === 0) return [];
  const found: MapUse[] = [];
  let looked = 0;
  for (const { callee, at } of nodesOf(facts, 'call')) {
    if (callee.kind !== 'member') continue;
    const { object } = callee;
    if (object.kind !== 'index' || object.index.kind === 'literal' || !maps.has(lastName(object.object))) continue;
    looked += 1;
    if (looked > MOST_USES) break;
    const around = functionAround(facts, object);
    if (around !== undefined && !isKnownKey(around, object)) found.push({ at, map: lastName(object.object) });
  }
  return found;
}

function functionAround(facts: ModuleFacts, node: Expression): IrFunction | undefined {
  for (const around of ancestorsOf(facts, node)) if (around.kind === 'function') return around.function;
  return undefined;
}

/** Whether the function walks over keys, or puts something there or looks at what is there. */
function isKnownKey({ body }: IrFunction, use: Extract<Expression, { kind: 'index' }>): boolean {
  const map = lastName(use.object);
  const key = writtenName(use.index);
  const used = new Set<Expression>();
  for (const node of walk(body)) {
    if (node.kind === 'for-each' && [node.target, ...targetsOf(node.target)].some((one) => writtenName(one) === key))
      return true;
    if (node.kind === 'member' && node.object.kind === 'index') used.add(node.object);
    else if (
      node.kind === 'index' &&
      !used.has(node) &&
      lastName(node.object) === map &&
      writtenName(node.index) === key
    )
      return true;
  }
  return false;
}

function targetsOf(target: Expression): readonly Expression[] {
  return target.kind === 'sequence' ? target.items : [];
}

/** `m[key] = value` where `m` is a map that was declared and never made: a variable, or a field of an object of the file. */
export function unmadeMaps(facts: ModuleFacts): readonly MapUse[] {
  const text = facts.codeText.slice(0, LONGEST_FILE);
  if (!text.includes('map[')) return [];
  const given = new Set<string>();
  const made = new Set<string>();
  const filled = new Set<string>();
  for (const { targets } of nodesOf(facts, 'assign')) {
    for (const target of targets) {
      if (target.kind === 'member' || target.kind === 'name') given.add(lastName(target));
      else for (const one of targetsOf(target)) if (one.kind !== 'index') given.add(lastName(one));
    }
  }
  for (const call of nodesOf(facts, 'call')) {
    if (call.isNew === true) made.add(lastName(call.callee));
    // Values without names fill every field.
    if (call.isNew === true && call.arguments.some(({ name }) => name === undefined)) filled.add(lastName(call.callee));
    for (const { name, value } of call.arguments) {
      if (name !== undefined) given.add(name);
      // What is filled from a text is made there.
      if (value.kind === 'unary' && value.operator === 'address') given.add(lastName(value.operand));
    }
  }
  const fields = new Set<string>();
  for (const [, type = '', body = ''] of text.matchAll(/^type (\w{1,60}) struct \{([^{}]{0,4000})\}/gm)) {
    // Objects of other files, and those that are read from a text, are made elsewhere.
    if (!made.has(type) || filled.has(type) || body.includes('`')) continue;
    for (const [, name = ''] of body.matchAll(/^[ \t]*(\w{1,60})[ \t]+map\[/gm)) if (!given.has(name)) fields.add(name);
  }
  const variables = new Set<string>();
  for (const node of nodesOf(facts, 'declare')) {
    if (node.value === undefined && !given.has(node.name) && /^(?:var )?\w+ map\[/.test(facts.codeAt(node.at)))
      variables.add(node.name);
  }
  return nodesOf(facts, 'assign').flatMap(({ targets, at }): readonly MapUse[] => {
    const [target] = targets;
    if (target?.kind !== 'index') return [];
    const map = lastName(target.object);
    const isUnmade =
      target.object.kind === 'member' ? fields.has(map) : target.object.kind === 'name' && variables.has(map);
    return isUnmade ? [{ at, map }] : [];
  });
}

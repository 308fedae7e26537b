import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, Place } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { placeName } from '#engine/analysis/memory/place-name.ts';
import { walk } from '#engine/analysis/judges/walk.ts';

/** A field that is set to a literal in one place and given back in another. */
export interface FreedLiteral {
  readonly field: string;
  readonly at: Place;
}

const FREES = /^(?:free|g_free|kfree|kvfree)$/;

/** Fields that some function points to a literal, where another gives back whatever they point to. */
export function freedLiterals(facts: ModuleFacts): readonly FreedLiteral[] {
  const freed = freedFields(facts);
  if (freed.size === 0) return [];
  const found: FreedLiteral[] = [];
  const note = (target: Expression, value: Expression, at: Place): void => {
    const field = fieldOf(target);
    if (field !== undefined && freed.has(field) && isText(value)) found.push({ field: field.replace(/^.*->/, ''), at });
  };
  for (const { target, value, at } of nodesOf(facts, 'assignment')) note(target, value, at);
  for (const { targets, value, at } of nodesOf(facts, 'assign')) for (const target of targets) note(target, value, at);
  return found;
}

/** What is given back whatever else holds: a flag may say whose it is. */
function freedFields(facts: ModuleFacts): ReadonlySet<string> {
  const guarded = new Set<Expression>();
  for (const { test, then, otherwise } of nodesOf(facts, 'if')) {
    const asked = new Set(
      [...walk([test])].flatMap((node) =>
        node.kind === 'member' ? [node.property] : node.kind === 'name' ? [node.name] : [],
      ),
    );
    for (const node of walk([...then, ...otherwise])) {
      if (node.kind !== 'call') continue;
      const field = node.arguments[0] === undefined ? undefined : fieldOf(node.arguments[0].value);
      const others = [...asked].filter(
        (name) => field?.endsWith(name) !== true && !isOwner(node.arguments[0]?.value, name),
      );
      if (field !== undefined && others.length > 0) guarded.add(node);
    }
  }
  const freed = new Set<string>();
  for (const call of nodesOf(facts, 'call')) {
    const { callee } = call;
    const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '';
    const [given] = call.arguments;
    const field = given === undefined || call.arguments.length !== 1 ? undefined : fieldOf(given.value);
    if (FREES.test(name) && field !== undefined && !guarded.has(call)) freed.add(field);
  }
  return freed;
}

/** `entry` in `entry->name`: that there is one says nothing of the name. */
function isOwner(given: Expression | undefined, name: string): boolean {
  return given !== undefined && [...walk([given])].some((node) => node.kind === 'name' && node.name === name);
}

/**
 * What a field is called, with the variable whose field it is: structures of other kinds have fields of the same name. A
 * method names its own fields without either, where their names show that they are some.
 */
function fieldOf(target: Expression): string | undefined {
  if (target.kind === 'cast') return fieldOf(target.operand);
  if (target.kind === 'member') {
    const owner = placeName(target.object);
    return owner === undefined ? undefined : `${owner}->${target.property}`;
  }
  return target.kind === 'name' && OWN.test(target.name) ? target.name : undefined;
}

const OWN = /\w_$|^m_\w/;

function isText(value: Expression): boolean {
  if (value.kind === 'cast') return isText(value.operand);
  if (value.kind === 'conditional') return isText(value.then) || isText(value.otherwise);
  return value.kind === 'literal' && typeof value.value === 'string';
}

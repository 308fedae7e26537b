import { bodyNodes } from '#engine/analysis/judges/body-nodes.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrClass, IrFunction, Place, TypeName } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { childrenOf, walk, type IrNode } from '#engine/analysis/judges/walk.ts';

/** A field that no constructor sets and that a method reads. */
export interface UnsetMember {
  readonly owner: string;
  readonly field: string;
  readonly at: Place;
}

const PLAIN =
  /^(?:bool|char|(?:unsigned |signed )?(?:short|int|long|char)(?: int| long)?|unsigned|float|double|std::size_t|size_t|ssize_t|(?:std::)?u?int\d+_t|time_t|off_t)$/;

/** Fields of numbers and pointers that every constructor forgets, at the first method that reads them before it sets them. */
export function unsetMembers(facts: ModuleFacts): readonly UnsetMember[] {
  return nodesOf(facts, 'class').flatMap(({ class: one }) => ofClass(facts, one));
}

function ofClass(facts: ModuleFacts, { name, body, bases }: IrClass): readonly UnsetMember[] {
  if (name === '' || bases.length > 0) return [];
  const inside = body.flatMap((one) => (one.kind === 'function' ? [one.function] : []));
  const outside = facts.functions.filter((one) => one.class?.name === name).map((one) => one.function);
  const methods = [...new Set([...inside, ...outside])];
  const constructors = methods.filter((one) => one.name === 'constructor');
  if (constructors.length === 0 || isDeclaredOnly(facts, name, constructors)) return [];
  // What calls something of its own, or hands itself on, may have it set there.
  if (constructors.some((one) => handsOn(facts, one, methods))) return [];
  const found: UnsetMember[] = [];
  for (const field of body) {
    if (field.kind !== 'declare' || field.value !== undefined || field.isStatic === true || !isPlain(field.type))
      continue;
    const text = facts.textAt(field.at);
    if (/[{=:]/.test(text) || constructors.some((one) => mentions(facts, one, field.name))) continue;
    const others = methods.filter((one) => one.name !== 'constructor');
    const isSet = others.some((one) => firstTouch(one, field.name, true) !== undefined);
    const readers = others.filter((one) => !isSet || one.name.startsWith('~'));
    const at = readers.map((one) => firstTouch(one, field.name, false)).find((place) => place !== undefined);
    if (at !== undefined) found.push({ owner: name, field: field.name, at });
  }
  return found;
}

/** One of its constructors is written elsewhere. */
function isDeclaredOnly(facts: ModuleFacts, name: string, constructors: readonly IrFunction[]): boolean {
  const code = facts.module.code ?? facts.module.text;
  return constructors.length === 0 || code.includes(`${name}() = default`) || code.includes(`${name}()=default`);
}

function isPlain(type: TypeName | undefined): boolean {
  if (type === undefined || type.sizes !== undefined || type.isReference === true) return false;
  return (type.pointers ?? 0) > 0 || PLAIN.test(type.name);
}

function mentions(facts: ModuleFacts, { at }: IrFunction, field: string): boolean {
  return new Set(facts.textAt(at).match(/\w+/g) ?? []).has(field);
}

function handsOn(facts: ModuleFacts, one: IrFunction, methods: readonly IrFunction[]): boolean {
  const names = new Set(methods.map(({ name }) => name));
  if (/\*\s*this\b|[(,]\s*this\b|\bmemset\b/.test(facts.textAt(one.at))) return true;
  for (const node of bodyNodes(one.body)) {
    if (node.kind !== 'call') continue;
    const { callee } = node;
    if (callee.kind === 'name' && (names.has(callee.name) || /^(?:init|reset|clear|setup|load)/i.test(callee.name)))
      return true;
    if (callee.kind === 'member' && isThis(callee.object)) return true;
  }
  return false;
}

function isThis(object: Expression): boolean {
  return object.kind === 'unary' && object.operand.kind === 'name' && object.operand.name === 'this';
}

/** Where a method reads a field before anything else is done to it; with `sets`, where it gives it a value. */
function firstTouch({ body }: IrFunction, field: string, sets: boolean): Place | undefined {
  let read: Place | undefined;
  const stack: IrNode[] = body.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === 'assign' && node.operator === undefined) {
      // What is assigned is read before the target has its value.
      for (const target of node.targets) {
        if (isField(target, field)) {
          const inner = [...walk([node.value])].find((one) => isExpression(one) && isField(one, field));
          if (sets) return target.at;
          return inner === undefined ? read : (read ?? inner.at);
        }
      }
    }
    if (node.kind === 'assignment' && isField(node.target, field) && node.operator === undefined)
      return sets ? node.at : read;
    // Whoever has its address, or takes it as a reference, may set it.
    const isGiven =
      (node.kind === 'unary' && node.operator === 'address' && isField(node.operand, field)) ||
      (node.kind === 'call' && node.arguments.some(({ value }) => isField(value, field)));
    if (isGiven) return sets ? node.at : read;
    if (isExpression(node) && isField(node, field)) read ??= node.at;
    const below = childrenOf(node);
    for (let at = below.length - 1; at >= 0; at -= 1) {
      const child = below[at];
      if (child !== undefined) stack.push(child);
    }
  }
  return sets ? undefined : read;
}

function isExpression(node: IrNode): node is Extract<Expression, { kind: 'member' }> {
  return node.kind === 'member';
}

function isField(expression: Expression, field: string): boolean {
  return expression.kind === 'member' && expression.property === field && isThis(expression.object);
}

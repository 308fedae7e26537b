import type { Expression, IrClass, Statement, TypeName } from '#engine/analysis/ir.ts';
import { baseType, readDeclarator } from './declared-type.ts';
import { lowerFunction } from './functions.ts';
import {
  childOf,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerStatement,
  partsOf,
  placeOf,
  sourceOf,
  type StatementRule,
} from './lowering.ts';

/** `static int a = 1, *b;`, one statement for each name. */
export const lowerDeclaration: StatementRule = (lowering, node, out) => {
  const base = baseType(lowering, node);
  lowerInlineType(lowering, node, out);
  const isStatic = partsOf(lowering, node).some(
    (part) => kindOf(lowering, part) === 'storage_class_specifier' && sourceOf(lowering, part) === 'static',
  );
  for (const declarator of partsOf(lowering, node, 'declarator'))
    lowerDeclarator(lowering, declarator, { base, isStatic }, out);
};

interface Specifiers {
  readonly base: TypeName;
  readonly isStatic: boolean;
}

function lowerDeclarator(lowering: Lowering, node: number, { base, isStatic }: Specifiers, out: Statement[]): void {
  const at = placeOf(lowering, node);
  const { name, type, parameters, isFunctionPointer } = readDeclarator(lowering, node, base);
  if (name === '') return;
  const lasting = isStatic ? ({ isStatic: true } as const) : {};
  const value = kindOf(lowering, node) === 'init_declarator' ? childOf(lowering, node, 'value') : -1;
  if (parameters >= 0 && !isFunctionPointer) {
    // `string text(input);` reads as a function that takes an `input`.
    const given = partsOf(lowering, parameters);
    const isPrototype =
      given.length === 0 ||
      given.some((part) => childOf(lowering, part, 'declarator') >= 0) ||
      !/::|string|stream/.test(type.name);
    if (isPrototype) return;
    const names = given.map((part): { value: Expression } => ({
      value: { kind: 'name', name: sourceOf(lowering, part), at: placeOf(lowering, part) },
    }));
    out.push({ kind: 'declare', name, type, value: created(type, names, at), at });
    return;
  }
  if (value < 0) {
    out.push({ kind: 'declare', name, type, ...lasting, at });
    return;
  }
  const isList = kindOf(lowering, value) === 'argument_list';
  const initial = isList
    ? created(
        type,
        partsOf(lowering, value).map((part) => ({ value: lowerExpression(lowering, part) })),
        at,
      )
    : lowerExpression(lowering, value);
  out.push({ kind: 'declare', name, type, value: initial, ...lasting, at });
}

function created(type: TypeName, given: readonly { readonly value: Expression }[], at: Expression['at']): Expression {
  // `int n(5);` is `int n = 5;`.
  const [only] = given;
  if (only !== undefined && given.length === 1 && !/::|[A-Z]/.test(type.name)) return only.value;
  return { kind: 'call', callee: { kind: 'name', name: type.name, at }, arguments: given, isNew: true, at };
}

/** `struct point { int x; } p;` defines the structure, too. */
function lowerInlineType(lowering: Lowering, node: number, out: Statement[]): void {
  const type = childOf(lowering, node, 'type');
  if (type >= 0 && childOf(lowering, type, 'body') >= 0) lowerStatement(lowering, type, out);
}

export const lowerStructure: StatementRule = (lowering, node, out) => {
  const body = childOf(lowering, node, 'body');
  if (body < 0) return;
  const name = childOf(lowering, node, 'name');
  out.push(structure(lowering, node, body, name < 0 ? '' : sourceOf(lowering, name), name));
};

function structure(lowering: Lowering, node: number, body: number, name: string, nameNode: number): Statement {
  const at = placeOf(lowering, node);
  const members: Statement[] = [];
  for (const part of partsOf(lowering, body)) {
    const kind = kindOf(lowering, part);
    if (kind === 'field_declaration') lowerDeclaration(lowering, part, members);
    else if (kind === 'function_definition') {
      const made = lowerFunction(lowering, part, true);
      if (made !== undefined) members.push({ kind: 'function', function: made, at: made.at });
    } else lowerStatement(lowering, part, members);
  }
  const made: IrClass = {
    name,
    nameAt: nameNode < 0 ? at : placeOf(lowering, nameNode),
    bases: [],
    decorators: [],
    body: members,
    at,
  };
  return { kind: 'class', class: made, at };
}

/** `typedef struct { int x; } point;` gives the structure its name. */
export const lowerTypedef: StatementRule = (lowering, node, out) => {
  const type = childOf(lowering, node, 'type');
  const body = type < 0 ? -1 : childOf(lowering, type, 'body');
  if (type < 0 || body < 0 || kindOf(lowering, type) === 'enum_specifier') {
    if (type >= 0) lowerStatement(lowering, type, out);
    return;
  }
  const own = childOf(lowering, type, 'name');
  if (own >= 0) out.push(structure(lowering, type, body, sourceOf(lowering, own), own));
  for (const declarator of partsOf(lowering, node, 'declarator')) {
    if (kindOf(lowering, declarator) === 'type_identifier')
      out.push(structure(lowering, type, body, sourceOf(lowering, declarator), declarator));
  }
};

/** Names of an enumeration are constants that count up. */
export const lowerEnumeration: StatementRule = (lowering, node, out) => {
  const body = childOf(lowering, node, 'body');
  if (body < 0) return;
  let next: number | undefined = 0;
  for (const part of partsOf(lowering, body)) {
    const name = childOf(lowering, part, 'name');
    if (name < 0) continue;
    const given = childOf(lowering, part, 'value');
    const value: Expression | undefined = given < 0 ? undefined : lowerExpression(lowering, given);
    if (value !== undefined)
      next = value.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
    const at = placeOf(lowering, part);
    const target: Expression = { kind: 'name', name: sourceOf(lowering, name), at };
    out.push({
      kind: 'assign',
      targets: [target],
      value: next === undefined ? (value ?? { kind: 'unknown', parts: [], at }) : { kind: 'literal', value: next, at },
      at,
    });
    if (next !== undefined) next += 1;
  }
};

/** `#define SIZE 64`. */
export const lowerDefine: StatementRule = (lowering, node, out) => {
  const name = childOf(lowering, node, 'name');
  const value = childOf(lowering, node, 'value');
  if (name < 0 || value < 0) return;
  const at = placeOf(lowering, node);
  const constant = readConstant(sourceOf(lowering, value));
  if (constant === undefined) return;
  const target: Expression = { kind: 'name', name: sourceOf(lowering, name), at };
  out.push({ kind: 'assign', targets: [target], value: { kind: 'literal', value: constant, at }, at });
};

const SUM = /^\(?\s*(0[xX][\da-fA-F]+|\d+)[uUlL]*\s*(?:([-+*])\s*(0[xX][\da-fA-F]+|\d+)[uUlL]*)?\s*\)?$/;

/** A number, a sum of two, or a text. */
function readConstant(source: string): string | number | undefined {
  const plain = source.replace(/\/[/*].*$/s, '').trim();
  const text = /^"((?:[^"\\]|\\.)*)"$/.exec(plain);
  if (text?.[1] !== undefined) return text[1];
  const [, left, operator, right] = SUM.exec(plain) ?? [];
  if (left === undefined) return undefined;
  const [a, b] = [Number(left), Number(right ?? 0)];
  return operator === undefined ? a : operator === '+' ? a + b : operator === '-' ? a - b : a * b;
}

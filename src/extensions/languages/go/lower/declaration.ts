import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { packageName } from '../module-rules.ts';
import { draftClass } from './class-draft.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { isTextBuffer, typeExpression, typeName } from './type-name.ts';

/** Declarations and assignments, by the type of their node. */
export const declarationLowerers: Readonly<Record<string, LowerStatement>> = {
  package_clause: () => undefined,
  import_declaration: lowerAll,
  import_spec_list: lowerAll,
  import_spec: lowerImport,
  var_declaration: lowerAll,
  var_spec_list: lowerAll,
  var_spec: lowerVariable,
  const_declaration: lowerConstants,
  type_declaration: lowerAll,
  type_spec: lowerType,
  type_alias: () => undefined,
  short_var_declaration: lowerAssignment,
  assignment_statement: lowerAssignment,
  receive_statement: lowerAssignment,
};

function lowerAll(context: Lowering, node: number, into: Statement[]): void {
  for (const child of context.children(node)) context.statement(child, into);
}

function lowerImport(context: Lowering, node: number, into: Statement[]): void {
  const path = context.child(node, 'path');
  const module = path < 0 ? '' : context.source(path).slice(1, -1);
  if (module === '') return;
  const named = context.child(node, 'name');
  const kind = named < 0 ? '' : context.type(named);
  const local = kind === 'dot' ? '*' : named < 0 ? packageName(module) : context.source(named);
  const bindings = kind === 'blank_identifier' ? [] : [{ local, imported: '*' }];
  into.push({ kind: 'import', module, bindings, at: context.place(node) });
}

function nodesOf(context: Lowering, node: number, field: string): number[] {
  return context.children(node).filter((child) => context.field(child) === field);
}

function lowerVariable(context: Lowering, node: number, into: Statement[]): void {
  const names = nodesOf(context, node, 'name');
  const type = context.child(node, 'type');
  const values = context.child(node, 'value');
  const at = context.place(node);
  if (values >= 0) {
    into.push(...assignments(context, names.map(context.expression), context.children(values), at));
    return;
  }
  for (const name of names) {
    const value = zeroOf(context, type);
    const place = context.place(name);
    if (value === undefined) into.push({ kind: 'declare', name: context.source(name), at });
    else into.push({ kind: 'assign', targets: [{ kind: 'name', name: context.source(name), at: place }], value, at });
  }
}

/** What a variable of a type with a name holds before anything is put into it: an object of that type. */
function zeroOf(context: Lowering, type: number): Expression | undefined {
  const kind = type < 0 ? '' : context.type(type);
  if (kind === 'pointer_type') return zeroOf(context, context.first(type));
  if (kind === 'qualified_type' || kind === 'generic_type') {
    const named = typeExpression(context, type);
    return isTextBuffer(named) ? { kind: 'literal', value: '', at: context.place(type) } : named;
  }
  if (kind !== 'type_identifier' || !/^[A-Z]|[A-Z]/.test(typeName(context, type))) return undefined;
  const callee = typeExpression(context, type);
  return callee && { kind: 'call', callee, arguments: [], isNew: true, at: context.place(type) };
}

/** A constant without a value has the expression of the one above it, with the next `iota`. */
function lowerConstants(context: Lowering, node: number, into: Statement[]): void {
  const outer = context.iota;
  let repeated: readonly number[] = [];
  let index = 0;
  for (const spec of context.children(node)) {
    if (context.type(spec) !== 'const_spec') {
      context.statement(spec, into);
      continue;
    }
    context.iota = index;
    index += 1;
    const values = context.child(spec, 'value');
    if (values >= 0) repeated = context.children(values);
    const names = nodesOf(context, spec, 'name');
    into.push(...assignments(context, names.map(context.expression), repeated, context.place(spec)));
  }
  context.iota = outer;
}

function lowerType(context: Lowering, node: number): void {
  const name = context.child(node, 'name');
  const type = context.child(node, 'type');
  if (name < 0 || type < 0 || context.type(type) !== 'struct_type') return;
  const draft = draftClass(context, context.source(name), name, node);
  draft.nameAt = context.place(name);
  draft.at = context.place(node);
  const list = context.first(type);
  for (const field of list < 0 ? [] : context.children(list)) {
    const value = typeExpression(context, context.child(field, 'type'));
    if (value === undefined || (value.kind === 'name' && !/[A-Z]/.test(value.name)) || value.kind === 'index') continue;
    const names = nodesOf(context, field, 'name');
    if (names.length === 0) draft.bases.push(value);
    for (const one of names) {
      const target: Expression = { kind: 'name', name: context.source(one), at: context.place(one) };
      draft.body.push({ kind: 'assign', targets: [target], value, at: context.place(field) });
    }
  }
}

function lowerAssignment(context: Lowering, node: number, into: Statement[]): void {
  const left = context.child(node, 'left');
  const right = context.child(node, 'right');
  const at = context.place(node);
  const targets = left < 0 ? [] : listed(context, left).map((child) => targetOf(context.expression(child)));
  const values = right < 0 ? [] : listed(context, right);
  const sign = context.child(node, 'operator');
  const operator = sign < 0 ? '' : context.source(sign).slice(0, -1);
  const [target] = targets;
  const [value] = values;
  if (operator !== '' && operator !== ':' && target !== undefined && value !== undefined) {
    into.push({ kind: 'assign', targets: [target], value: context.expression(value), operator, at });
  } else into.push(...assignments(context, targets, values, at));
}

function listed(context: Lowering, node: number): number[] {
  return context.type(node) === 'expression_list' ? context.children(node) : [node];
}

/** What a pointer leads to is not told apart from the pointer. */
function targetOf(target: Expression): Expression {
  return target.kind === 'unary' && target.operator === 'deref' ? target.operand : target;
}

function assignments(
  context: Lowering,
  targets: readonly Expression[],
  values: readonly number[],
  at: Expression['at'],
): Statement[] {
  const [target] = targets;
  const [only] = values;
  if (target === undefined) return values.map((node) => ({ kind: 'evaluate', value: context.expression(node), at }));
  if (only === undefined) return [];
  if (targets.length === 1) return [{ kind: 'assign', targets: [target], value: context.expression(only), at }];
  const pattern: Expression = { kind: 'sequence', form: 'tuple', items: targets, at: target.at };
  if (values.length > 1) {
    const items = values.map(context.expression);
    return [{ kind: 'assign', targets: [pattern], value: { kind: 'sequence', form: 'tuple', items, at }, at }];
  }
  const value = context.expression(only);
  return [{ kind: 'assign', targets: [pattern], value: withOutcome(context, only, value), at }];
}

/** `v, ok := m[k]`, `v, ok := x.(T)`, `v, ok := <-c`: the second one tells whether there was any. */
function withOutcome(context: Lowering, node: number, value: Expression): Expression {
  const { at } = value;
  const type = context.type(node);
  const isLookUp = type === 'index_expression' && value.kind === 'index';
  if (!isLookUp && type !== 'type_assertion_expression' && type !== 'unary_expression') return value;
  const outcome: Expression = isLookUp
    ? { kind: 'compare', operator: 'in', left: value.index, right: value.object, at }
    : { kind: 'unknown', parts: [], at };
  return { kind: 'sequence', form: 'tuple', items: [value, outcome], at };
}

import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { lowerType } from './annotation.ts';
import { controlLowerers } from './control-statement.ts';
import { lowerEvaluated } from './evaluated.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { moduleLowerers } from './module-statement.ts';
import { FIELD } from './node-field.ts';
import { KIND } from './node-kind.ts';
import { nothing, typescriptLowerers } from './typescript-statement.ts';

/** Statements, by the type of their node. */
export const statementLowerers: Readonly<Record<string, LowerStatement>> = {
  ...moduleLowerers,
  ...typescriptLowerers,
  ...controlLowerers,
  expression_statement: (context, node, into) => {
    const inner = context.first(node);
    if (inner < 0) return;
    if (context.kind(inner) === KIND.internalModule) context.statement(inner, into);
    else lowerEvaluated(context, { node: inner, around: node }, into);
  },
  variable_declaration: lowerDeclarations,
  lexical_declaration: lowerDeclarations,
  using_declaration: lowerDeclarations,
  function_declaration: lowerFunctionStatement,
  generator_function_declaration: lowerFunctionStatement,
  method_definition: lowerFunctionStatement,
  class_declaration: lowerClassStatement,
  abstract_class_declaration: lowerClassStatement,
  statement_block: (context, node, into) => {
    into.push({ kind: 'block', body: context.statements(node), at: context.place(node) });
  },
  empty_statement: nothing,
  debugger_statement: nothing,
  comment: nothing,
};

/** What stands where a statement may and is none in any table: its value may matter. */
export function lowerOtherStatement(context: Lowering, node: number, into: Statement[]): void {
  const kind = context.kind(node);
  if (kind === KIND.sign || kind === KIND.comment || kind === KIND.typeSyntax) return;
  into.push({ kind: 'evaluate', value: context.expression(node), at: context.place(node) });
}

function lowerDeclarations(context: Lowering, node: number, into: Statement[]): void {
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    const kind = context.kind(at);
    if (kind === KIND.declarator) into.push(lowerDeclarator(context, at));
    else if (kind === KIND.error) context.lower.broken(context, [at], into);
  }
}

function lowerDeclarator(context: Lowering, node: number): Statement {
  const at = context.place(node);
  const named = context.child(node, FIELD.name);
  const annotation = context.child(node, FIELD.type);
  const valueNode = context.child(node, FIELD.value);
  const target: Expression = named < 0 ? { kind: 'unknown', parts: [], at } : context.expression(named);
  const value = valueNode < 0 ? undefined : withBroken(context, node, context.expression(valueNode));
  const type = annotation < 0 ? undefined : lowerType(context, annotation);
  if (target.kind === 'name' && (value === undefined || type !== undefined)) {
    return {
      kind: 'declare',
      name: target.name,
      ...(type === undefined ? {} : { type }),
      ...(value === undefined ? {} : { value }),
      at,
    };
  }
  return { kind: 'assign', targets: [target], value: value ?? { kind: 'unknown', parts: [], at }, at };
}

/** A value, with what did not parse beside it: that is a part of it, too. */
function withBroken(context: Lowering, node: number, value: Expression): Expression {
  const parts: Expression[] = [];
  const end = context.next(node);
  for (let at = node + 1; at < end; at = context.next(at)) {
    if (context.kind(at) === KIND.error) parts.push(context.expression(at));
  }
  return parts.length === 0 ? value : { kind: 'unknown', parts: [...parts, value], at: value.at };
}

function lowerFunctionStatement(context: Lowering, node: number, into: Statement[]): void {
  into.push({ kind: 'function', function: context.lower.function(context, node, []), at: context.place(node) });
}

function lowerClassStatement(context: Lowering, node: number, into: Statement[]): void {
  into.push({ kind: 'class', class: context.lower.class(context, node, []), at: context.place(node) });
}

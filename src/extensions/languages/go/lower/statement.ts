import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { draftClass } from './class-draft.ts';
import { controlLowerers } from './control.ts';
import { declarationLowerers } from './declaration.ts';
import { isFailure } from './error-names.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { typeName } from './type-name.ts';

const nothing: LowerStatement = () => undefined;

/** Statements, by the type of their node. */
export const statementLowerers: Readonly<Record<string, LowerStatement>> = {
  ...declarationLowerers,
  ...controlLowerers,
  function_declaration: (context, node, into) => {
    into.push({ kind: 'function', function: context.lower.function(context, node), at: context.place(node) });
  },
  method_declaration: lowerMethod,
  statement_list: lowerInline,
  block: (context, node, into) => {
    into.push({ kind: 'block', body: context.statements(node), at: context.place(node) });
  },
  expression_statement: lowerOtherStatement,
  go_statement: (context, node, into) => {
    const at = context.place(node);
    const operand = context.expression(Math.max(context.first(node), 0));
    into.push({ kind: 'evaluate', value: { kind: 'unary', operator: 'void', operand, at }, at });
  },
  defer_statement: (context, node, into) => {
    const inner = context.first(node);
    if (inner >= 0) into.push({ kind: 'evaluate', value: context.expression(inner), at: context.place(node) });
  },
  inc_statement: lowerStep,
  dec_statement: lowerStep,
  send_statement: (context, node, into) => {
    const at = context.place(node);
    const object = context.part(node, 'channel');
    const target: Expression = { kind: 'index', object, index: { kind: 'unknown', parts: [], at }, at };
    into.push({ kind: 'assign', targets: [target], value: context.part(node, 'value'), at });
  },
  return_statement: lowerReturn,
  empty_statement: nothing,
  comment: nothing,
  ERROR: lowerBroken,
};

/** What stands where a statement may and is none in any table: its value may matter. */
export function lowerOtherStatement(context: Lowering, node: number, into: Statement[]): void {
  const inner = context.type(node) === 'expression_statement' ? context.first(node) : node;
  if (inner < 0 || /_type$|type_identifier$|^label_name$|^parameter_list$/.test(context.type(inner))) return;
  into.push({ kind: 'evaluate', value: context.expression(inner), at: context.place(node) });
}

function lowerInline(context: Lowering, node: number, into: Statement[]): void {
  for (const child of context.children(node)) context.statement(child, into);
}

/** Parts of a text that fits nowhere are read one by one. */
function lowerBroken(context: Lowering, node: number, into: Statement[]): void {
  lowerInline(context, node, into);
}

function lowerMethod(context: Lowering, node: number, into: Statement[]): void {
  const made: Statement = {
    kind: 'function',
    function: context.lower.function(context, node),
    at: context.place(node),
  };
  const list = context.child(node, 'receiver');
  const parameter = list < 0 ? -1 : context.first(list);
  const type = parameter < 0 ? -1 : context.child(parameter, 'type');
  const owner = typeName(context, type);
  if (owner === '') into.push(made);
  else draftClass(context, owner, type, node).body.push(made);
}

function lowerStep(context: Lowering, node: number, into: Statement[]): void {
  const inner = context.first(node);
  const at = context.place(node);
  if (inner < 0) return;
  const operator = context.type(node) === 'inc_statement' ? '+' : '-';
  const target = context.expression(inner);
  into.push({ kind: 'assign', targets: [target], value: { kind: 'literal', value: 1, at }, operator, at });
}

/**
 * What a function gives back. One that gives back an error has failed, which is what other languages raise; with `nil` in its
 * place it went well.
 */
function lowerReturn(context: Lowering, node: number, into: Statement[]): void {
  const at = context.place(node);
  const list = context.first(node);
  const { names, hasError } = context.results;
  const items: Expression[] =
    list >= 0
      ? (context.type(list) === 'expression_list' ? context.children(list) : [list]).map(context.expression)
      : names.map((name) => ({ kind: 'name', name, at }));
  const last = items.at(-1);
  if (last === undefined) {
    into.push({ kind: 'return', at });
    return;
  }
  if (hasError && list >= 0) {
    if (isFailure(last, context.failed)) {
      for (const value of items.slice(0, -1)) if (value.kind !== 'literal') into.push({ kind: 'evaluate', value, at });
      into.push({ kind: 'raise', value: last, at });
      return;
    }
    if (last.kind === 'literal') items[items.length - 1] = { kind: 'unknown', parts: [], at: last.at };
  }
  const [only = last] = items;
  const value: Expression = items.length === 1 ? only : { kind: 'sequence', form: 'tuple', items, at };
  into.push({ kind: 'return', value, at });
}

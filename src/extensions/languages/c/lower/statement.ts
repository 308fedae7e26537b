import type { Expression, Statement } from '#engine/analysis/ir.ts';
import { controlLowerers } from './control-statement.ts';
import { lowerDeclaration, lowerDefinedType, lowerTypeDefinition } from './declaration.ts';
import { commaParts } from './expression.ts';
import { lowerFunction } from './function.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { preprocessorLowerers } from './preprocessor.ts';
import { lowerStream } from './stream.ts';

const NOTHING =
  /^(?:comment|.*_specifier|type_qualifier|type_identifier|primitive_type|using_declaration|alias_declaration|namespace_alias_definition|static_assert_declaration|friend_declaration|template_instantiation|concept_definition|template_parameter_list|requires_clause|gnu_asm_expression|attribute_declaration|seh_leave_statement|.*_modifier|literal_suffix|bitfield_clause|preproc_.*|field_initializer_list)$/;

/** Statements by the type of their node. */
export const statementLowerers: Readonly<Record<string, LowerStatement>> = {
  ...controlLowerers,
  ...preprocessorLowerers,
  expression_statement: (context, node, into) => {
    const inner = context.children(node).find((child) => context.type(child) !== 'ERROR');
    if (inner !== undefined) lowerEvaluated(context, inner, node, into);
  },
  declaration: lowerDeclaration,
  field_declaration: lowerDeclaration,
  type_definition: lowerTypeDefinition,
  struct_specifier: (context, node, into) => {
    lowerDefinedType(context, node, '', into);
  },
  union_specifier: (context, node, into) => {
    lowerDefinedType(context, node, '', into);
  },
  class_specifier: (context, node, into) => {
    lowerDefinedType(context, node, '', into);
  },
  enum_specifier: (context, node, into) => {
    lowerDefinedType(context, node, '', into);
  },
  function_definition: (context, node, into) => {
    const lowered = lowerFunction(context, node);
    if (lowered === undefined) return;
    if (lowered.outer !== undefined) context.outside.set(lowered.function, lowered.outer);
    into.push({ kind: 'function', function: lowered.function, at: context.place(node) });
  },
  compound_statement: (context, node, into) => {
    into.push({ kind: 'block', body: context.block(node), at: context.place(node) });
  },
  attributed_statement: lowerInner,
  linkage_specification: lowerBody,
  namespace_definition: lowerBody,
  declaration_list: (context, node, into) => {
    context.list(context.parts(node), into);
  },
  template_declaration: lowerInner,
  friend_declaration: lowerInner,
  init_statement: lowerInner,
};

/** What stands where a statement may and is none in any table: its value may matter. */
export function lowerOtherStatement(context: Lowering, node: number, into: Statement[]): void {
  if (NOTHING.test(context.type(node))) return;
  lowerEvaluated(context, node, node, into);
}

/** Statements among what a node holds; a function may be a friend, a template, have attributes. */
function lowerInner(context: Lowering, node: number, into: Statement[]): void {
  for (const child of context.children(node)) {
    if (!/^(?:attribute|template_parameter)/.test(context.type(child))) context.statement(child, into);
  }
}

function lowerBody(context: Lowering, node: number, into: Statement[]): void {
  const body = context.child(node, 'body');
  if (body < 0) return;
  if (context.type(body) === 'declaration_list') context.list(context.parts(body), into);
  else context.statement(body, into);
}

/** An expression whose value nobody takes: assignments and the like become statements, `a, b` becomes two of them. */
export function lowerEvaluated(context: Lowering, node: number, around: number, into: Statement[]): void {
  let inner = node;
  while (context.type(inner) === 'parenthesized_expression') {
    const [next] = context.children(inner);
    if (next === undefined) return;
    inner = next;
  }
  const at = context.place(around);
  switch (context.type(inner)) {
    case 'comma_expression':
      for (const part of commaParts(context, inner)) lowerEvaluated(context, part, part, into);
      return;
    case 'delete_expression': {
      const value = context.expression(inner);
      const target: Expression = value.kind === 'unary' ? value.operand : value;
      const isArray = context.has(inner, '[');
      into.push({ kind: 'delete', targets: [target], ...(isArray ? { isArray } : {}), at });
      return;
    }
    case 'assignment_expression': {
      const value = context.expression(inner);
      if (value.kind !== 'assignment') break;
      const { target, operator } = value;
      into.push({
        kind: 'assign',
        targets: [target],
        value: value.value,
        ...(operator === undefined ? {} : { operator }),
        at,
      });
      return;
    }
    default:
  }
  const value = lowerStream(context, inner, true) ?? context.expression(inner);
  const [test] = value.kind === 'call' ? value.arguments : [];
  if (value.kind === 'call' && value.callee.kind === 'name' && value.callee.name === 'assert' && test !== undefined) {
    into.push({ kind: 'assert', test: test.value, at });
  } else into.push({ kind: 'evaluate', value, at });
}

import type { Statement } from '#engine/analysis/ir.ts';
import { controlLowerers } from './control-statement.ts';
import { lowerDeclaration, lowerDefinedType, lowerTypeDefinition } from './declaration.ts';
import { lowerEvaluated } from './evaluated.ts';
import { lowerFunction } from './function.ts';
import type { LowerStatement, Lowering } from './lowering.ts';
import { preprocessorLowerers } from './preprocessor.ts';

const NOTHING =
  /^(?:comment|.*_specifier|type_qualifier|type_identifier|primitive_type|using_declaration|alias_declaration|namespace_alias_definition|static_assert_declaration|friend_declaration|template_instantiation|concept_definition|template_parameter_list|requires_clause|attribute_declaration|seh_leave_statement|.*_modifier|literal_suffix|bitfield_clause|preproc_.*|field_initializer_list)$/;

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

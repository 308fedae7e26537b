import type { Statement, TypeName } from '#engine/analysis/ir.ts';
import { readDeclarator } from './declarator.ts';
import { lowerBrokenFunction } from './function.ts';
import type { Lowering } from './lowering.ts';
import { typeOf } from './type-name.ts';

const TYPE =
  /^(?:primitive_type|sized_type_specifier|type_identifier|struct_specifier|union_specifier|placeholder_type_specifier|template_type)$/;
const STATEMENT = /(?:_statement|_definition|declaration|_loop|^preproc_\w+|_list)$/;
const EXPRESSION =
  /(?:_expression|_literal|^concatenated_string|^condition_clause|^qualified_identifier|^string_literal)$/;

/** Statements of neighbours. Where some do not parse, whatever does is taken as far as it goes. */
export function lowerList(context: Lowering, nodes: readonly number[], into: Statement[]): void {
  if (nodes.some((node) => context.type(node) === 'ERROR')) {
    recover(context, flattened(context, nodes), into);
    return;
  }
  for (const node of nodes) if (isRule(context, node)) context.statement(node, into);
}

/** Errors opened, so that what they hold stands beside their neighbours. */
function flattened(context: Lowering, nodes: readonly number[]): number[] {
  const flat: number[] = [];
  const waiting = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (context.type(node) !== 'ERROR') flat.push(node);
    else for (const part of context.parts(node).reverse()) waiting.push(part);
  }
  return flat;
}

function recover(context: Lowering, nodes: readonly number[], into: Statement[]): void {
  let type: TypeName = { name: 'int' };
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] ?? 0;
    const kind = context.type(node);
    if (TYPE.test(kind)) {
      type = typeOf(context, node);
      if (context.child(node, 'body') >= 0) context.statement(node, into);
    } else if (/declarator$/.test(kind)) {
      const end = functionEnd(context, nodes, index);
      const lowered =
        end === undefined
          ? undefined
          : lowerBrokenFunction(context, {
              head: node,
              type,
              statements: () => {
                const body: Statement[] = [];
                recover(context, nodes.slice(index + 1, end), body);
                return body;
              },
            });
      if (lowered !== undefined && end !== undefined) {
        if (lowered.outer !== undefined) context.outside.set(lowered.function, lowered.outer);
        into.push({ kind: 'function', function: lowered.function, at: context.place(node) });
        index = end - 1;
      } else if (kind !== 'function_declarator') lowerLoose(context, node, type, into);
    } else if (STATEMENT.test(kind) || EXPRESSION.test(kind)) {
      if (isRule(context, node)) context.statement(node, into);
    }
  }
}

/** A variable whose declaration does not parse to its end. */
function lowerLoose(context: Lowering, node: number, base: TypeName, into: Statement[]): void {
  const inner = context.type(node) === 'init_declarator' ? context.child(node, 'declarator') : node;
  const { name, type, functionNode } = readDeclarator(context, inner < 0 ? node : inner, base);
  if (name === '' || functionNode >= 0) return;
  const value = context.type(node) === 'init_declarator' ? context.child(node, 'value') : -1;
  into.push({
    kind: 'declare',
    name,
    type,
    ...(value < 0 ? {} : { value: context.expression(value) }),
    at: context.place(node),
  });
}

/**
 * Where the body of a function ends whose head stands at `index` and is followed by a brace; `undefined` when it is none.
 * A body without its end goes on to the next function.
 */
function functionEnd(context: Lowering, nodes: readonly number[], index: number): number | undefined {
  const next = nodes[index + 1];
  if (next === undefined) return undefined;
  if (context.type(next) === 'compound_statement') return index + 2;
  if (context.type(next) !== '{') return undefined;
  let depth = 0;
  for (let at = index + 1; at < nodes.length; at += 1) {
    const kind = context.type(nodes[at] ?? 0);
    if (kind === '{') depth += 1;
    else if (kind === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (kind === 'function_definition' && at > index + 1) return at;
    else if (/declarator$/.test(kind) && context.type(nodes[at + 1] ?? 0) === '{') return at;
  }
  return nodes.length;
}

function isRule(context: Lowering, node: number): boolean {
  return context.tree.isNamed[context.tree.types[node] ?? 0] ?? true;
}

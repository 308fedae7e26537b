import { childByField, namedChildren, parentOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { nodesOf, sourceOf } from './nodes.ts';
import type { Grammar } from './transformation.ts';

/** Grammars of languages with braces and types, for which the transformations beside this file are written. */
export const BRACED: readonly Grammar[] = ['c', 'java', 'go'];

const FUNCTIONS: readonly string[] = [
  'function_definition',
  'function_declaration',
  'method_declaration',
  'func_literal',
];
const BLOCKS: readonly string[] = ['compound_statement', 'block'];
const DECLARATIONS: readonly string[] = ['declaration', 'local_variable_declaration', 'short_var_declaration'];

/** Bodies of functions, with their braces. */
export function bodiesOf(tree: SyntaxTree): readonly number[] {
  return nodesOf(tree, ...BLOCKS).filter((node) => FUNCTIONS.includes(typeOf(tree, parentOf(tree, node))));
}

/** Whether a node is a block with braces. */
export function isBlock(tree: SyntaxTree, node: number): boolean {
  return BLOCKS.includes(typeOf(tree, node));
}

/** Whether a node is a statement of a block: where one stands, two may stand. */
export function isInBlock(tree: SyntaxTree, node: number): boolean {
  return isBlock(tree, parentOf(tree, node)) || typeOf(tree, parentOf(tree, node)) === 'statement_list';
}

/** One variable that is declared with a value. */
export interface Declaration {
  readonly node: number;
  readonly name: number;
  readonly value: number;
  /** What stands before the name, `char *` for one; empty in Go. */
  readonly type: string;
}

/** Statements in blocks that declare one plain variable and nothing else. */
export function declarationsOf(tree: SyntaxTree): readonly Declaration[] {
  return nodesOf(tree, ...DECLARATIONS).flatMap((node) => {
    const declared = isInBlock(tree, node) ? declarationAt(tree, node) : undefined;
    return declared === undefined ? [] : [declared];
  });
}

function declarationAt(tree: SyntaxTree, node: number): Declaration | undefined {
  if (typeOf(tree, node) === 'short_var_declaration') {
    const [name, ...others] = itemsAt(tree, node, 'left');
    const [value, ...more] = itemsAt(tree, node, 'right');
    if (name === undefined || value === undefined || others.length > 0 || more.length > 0) return undefined;
    return typeOf(tree, name) === 'identifier' && sourceOf(tree, name) !== '_'
      ? { node, name, value, type: '' }
      : undefined;
  }
  const declarators = namedChildren(tree, node).filter((child) => /declarator$/.test(typeOf(tree, child)));
  const [declarator] = declarators;
  if (declarator === undefined || declarators.length > 1) return undefined;
  const value = childByField(tree, declarator, 'value');
  let name = childByField(tree, declarator, 'declarator') ?? childByField(tree, declarator, 'name');
  while (name !== undefined && typeOf(tree, name) === 'pointer_declarator')
    name = childByField(tree, name, 'declarator');
  if (name === undefined || value === undefined || typeOf(tree, name) !== 'identifier') return undefined;
  if (/initializer_list|array_initializer|argument_list/.test(typeOf(tree, value))) return undefined;
  const type = tree.text.slice(tree.starts[node] ?? 0, tree.starts[name] ?? 0);
  // Constants must be set where they are declared; what lives on is set once.
  return /\b(?:const|static|final|var|auto|extern|register|constexpr)\b|&/.test(type)
    ? undefined
    : { node, name, value, type };
}

function itemsAt(tree: SyntaxTree, node: number, field: string): readonly number[] {
  const list = childByField(tree, node, field);
  return list === undefined ? [] : namedChildren(tree, list);
}

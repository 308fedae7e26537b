import { childByField, namedChildren, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';

/** Calls in both grammars. */
export const CALLS: readonly string[] = ['call', 'call_expression', 'new_expression'];

/** The list of a call's arguments with its brackets; `undefined` for a tagged template or a lone generator. */
export function argumentListOf(tree: SyntaxTree, call: number): number | undefined {
  const list = childByField(tree, call, 'arguments');
  return list !== undefined && ['argument_list', 'arguments'].includes(typeOf(tree, list)) ? list : undefined;
}

/** What is handed over, without comments: the value of a keyword argument stands for it. */
export function argumentValues(tree: SyntaxTree, call: number): readonly number[] {
  const list = argumentListOf(tree, call);
  if (list === undefined) return [];
  return namedChildren(tree, list)
    .filter((node) => typeOf(tree, node) !== 'comment')
    .map((node) => (typeOf(tree, node) === 'keyword_argument' ? (childByField(tree, node, 'value') ?? node) : node));
}

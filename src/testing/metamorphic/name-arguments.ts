import { childByField, endOf, namedChildren, startOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { isInBlock } from './braces.ts';
import { nodesOf, placeOf, sourceOf } from './nodes.ts';
import { type Change, insertion } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

const CALLS: readonly string[] = ['call_expression', 'method_invocation'];
/** Values without names of their own, whose type the variable gets. */
const NAMED: readonly string[] = [
  'binary_expression',
  'call_expression',
  'method_invocation',
  'interpreted_string_literal',
  'string_literal',
];

/** What a call that is a statement is given stands in variables first. */
export const nameArguments: Transformation = {
  name: 'gives arguments names of their own first',
  grammars: ['java', 'go'],
  leaves: 'Plain names, numbers, functions, and calls that are part of something else.',
  changes: ({ tree, grammar }) => {
    let count = 0;
    return nodesOf(tree, 'expression_statement').flatMap((node): readonly Change[] => {
      const [call] = namedChildren(tree, node);
      const list = call === undefined ? undefined : argumentsOf(tree, call);
      if (call === undefined || list === undefined || !isInBlock(tree, node)) return [];
      const values = namedChildren(tree, list);
      const first: string[] = [];
      const changes: Change[] = [];
      for (const value of values) {
        if (!NAMED.includes(typeOf(tree, value))) continue;
        count += 1;
        const name = `named${String(count)}`;
        first.push(
          grammar === 'go' ? `${name} := ${sourceOf(tree, value)}; ` : `var ${name} = ${sourceOf(tree, value)}; `,
        );
        changes.push({ at: placeOf(tree, value), newText: name });
      }
      const from = { start: startOf(tree, node), end: endOf(tree, node) };
      return changes.length === 0 ? [] : [insertion(startOf(tree, node), first.join(''), from), ...changes];
    });
  },
};

function argumentsOf(tree: SyntaxTree, call: number): number | undefined {
  return CALLS.includes(typeOf(tree, call)) ? childByField(tree, call, 'arguments') : undefined;
}

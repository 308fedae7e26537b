import { childByField, endOf, startOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { BRACED, isBlock, isInBlock } from './braces.ts';
import { holds, nodesOf, sourceOf } from './nodes.ts';
import type { Change } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

/** `for (a; b; c) { d }` becomes `{ a; while (b) { d c; } }`. */
export const forToWhile: Transformation = {
  name: 'writes for loops as while loops',
  grammars: BRACED,
  leaves: 'Loops without a beginning, a test, a step or braces, those that hold `continue`, and those in other loops.',
  changes: ({ tree, grammar }) =>
    nodesOf(tree, 'for_statement').flatMap((node): readonly Change[] => {
      const clause = grammar === 'go' ? clauseOf(tree, node) : node;
      const body = childByField(tree, node, 'body');
      if (clause === undefined || body === undefined || !isBlock(tree, body) || !isInBlock(tree, node)) return [];
      const [begin, test, step] = ['initializer', 'condition', 'update'].map(
        (field) =>
          childByField(tree, clause, field) ?? childByField(tree, clause, field === 'initializer' ? 'init' : field),
      );
      if (begin === undefined || test === undefined || step === undefined) return [];
      if (holds(tree, body, 'continue_statement') || isInLoop(tree, node)) return [];
      const first = sourceOf(tree, begin).replace(/;?$/, ';');
      const head = grammar === 'go' ? `for ${sourceOf(tree, test)} ` : `while (${sourceOf(tree, test)}) `;
      const end = endOf(tree, body);
      const separator = grammar === 'go' && /\n\s*$/.test(tree.text.slice(0, end - 1)) ? '' : '; ';
      return [
        { at: { start: startOf(tree, node), end: startOf(tree, body) }, newText: `{ ${first} ${head}` },
        { at: { start: end - 1, end }, newText: `${separator}${sourceOf(tree, step)}; } }` },
      ];
    }),
};

function clauseOf(tree: SyntaxTree, node: number): number | undefined {
  return nodesOf(tree, 'for_clause').find((one) => one === node + 1 || (tree.parents[one] ?? 0) === node);
}

function isInLoop(tree: SyntaxTree, node: number): boolean {
  return nodesOf(tree, 'for_statement').some(
    (other) => other < node && (tree.next[other] ?? 0) > node && typeOf(tree, other) === 'for_statement',
  );
}

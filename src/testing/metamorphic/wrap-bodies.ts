import { childByField, endOf, parentOf, startOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { childrenOf, indentBefore, lineStart, nodesOf, sourceOf } from './nodes.ts';
import { type Change, insertion } from './rewrite.ts';
import type { Transformation } from './transformation.ts';

/** The body of every function stands in a block of its own: under `if True:`, or in braces. */
export const wrapBodies: Transformation = {
  name: 'puts the body of every function into another block',
  grammars: ['python', 'javascript', 'c', 'java', 'go'],
  leaves:
    'Bodies on the line of their head, those that hold functions or a docstring, and arrow functions without braces.',
  changes: ({ tree, grammar }) =>
    grammar === 'python'
      ? nodesOf(tree, 'function_definition').flatMap((definition) => pythonBody(tree, definition))
      : nodesOf(tree, grammar === 'c' ? 'compound_statement' : grammar === 'javascript' ? 'statement_block' : 'block')
          .filter((block) => /function|method/.test(typeOf(tree, parentOf(tree, block))))
          .flatMap((block) => [insertion(startOf(tree, block) + 1, ' {'), insertion(endOf(tree, block) - 1, '} ')]),
};

function pythonBody(tree: SyntaxTree, definition: number): readonly Change[] {
  const body = childByField(tree, definition, 'body');
  const inner = nodesOf(tree, 'function_definition').some(
    (node) => node > definition && node < (tree.next[definition] ?? 0),
  );
  if (body === undefined || inner) return [];
  const [first] = childrenOf(tree, body);
  if (first === undefined || /^[rbu]?["']/i.test(sourceOf(tree, first))) return [];
  const indent = indentBefore(tree.text, startOf(tree, body));
  if (indent === undefined) return [];
  return [
    insertion(lineStart(tree.text, startOf(tree, body)), `${indent}if True:\n`),
    ...indentedLines(tree, startOf(tree, body), endOf(tree, body)),
  ];
}

/** Four more blanks before every line between two offsets that does not begin inside a string. */
export function indentedLines(tree: SyntaxTree, from: number, to: number): readonly Change[] {
  const strings = nodesOf(tree, 'string').map((node) => [startOf(tree, node), endOf(tree, node)] as const);
  const changes: Change[] = [];
  for (let at = lineStart(tree.text, from); at < to; ) {
    const start = at;
    if (!strings.some(([begin, end]) => begin < start && start < end)) changes.push(insertion(start, '    '));
    const end = tree.text.indexOf('\n', at);
    if (end === -1) break;
    at = end + 1;
  }
  return changes;
}

import { endOf, startOf, typeOf } from '#engine/syntax/tree.ts';
import { nodesOf } from './nodes.ts';
import { insertion } from './rewrite.ts';
import { topStatements } from './statements.ts';
import type { Transformation } from './transformation.ts';
import { indentedLines } from './wrap-bodies.ts';

const ONLY_AT_THE_TOP: readonly string[] = [
  'import_statement',
  'import_from_statement',
  'future_import_statement',
  'expression_statement string',
];

/** Everything after the imports stands in a function that is called at the end. */
export const wrapInFunction: Transformation = {
  name: 'puts the program into a function and calls it',
  grammars: ['python', 'javascript'],
  leaves:
    'Imports and docstrings stay at the top; programs that export something, use `global`, or that others import.',
  changes: ({ tree, grammar, isAlone }) => {
    const statements = topStatements(tree, grammar);
    const isTop = (node: number): boolean => ONLY_AT_THE_TOP.includes(typeOf(tree, node));
    const first = statements.find((node) => !isTop(node));
    const last = statements.at(-1);
    if (!isAlone || first === undefined || last === undefined) return [];
    const isStuck = statements.some((node) => node > first && isTop(node));
    if (isStuck || nodesOf(tree, 'export_statement', 'global_statement', 'wildcard_import').length > 0) return [];
    if (/\b(?:module\.)?exports\b/.test(tree.text)) return [];
    const [start, end] = [startOf(tree, first), endOf(tree, last)];
    if (grammar === 'python') {
      return [
        insertion(start, 'def wrapped_program():\n'),
        ...indentedLines(tree, start, end),
        insertion(tree.text.length, '\n\nwrapped_program()\n'),
      ];
    }
    return [
      insertion(start, 'function wrappedProgram() {\n'),
      insertion(tree.text.length, '\n}\n\nwrappedProgram();\n'),
    ];
  },
};

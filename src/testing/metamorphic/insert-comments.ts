import { startOf } from '#engine/syntax/tree.ts';
import { indentBefore, lineStart } from './nodes.ts';
import { insertion } from './rewrite.ts';
import { statementsOf } from './statements.ts';
import type { Transformation } from './transformation.ts';

/** A blank line and a comment before every statement. */
export const insertComments: Transformation = {
  name: 'puts a comment and a blank line before every statement',
  grammars: ['python', 'javascript', 'c', 'java', 'go'],
  leaves: 'Statements that do not begin their line, and lines of a macro.',
  changes: ({ tree, grammar }) =>
    statementsOf(tree, grammar).flatMap((statement) => {
      const start = startOf(tree, statement);
      const indent = indentBefore(tree.text, start);
      if (indent === undefined || tree.text.slice(0, start).trimEnd().endsWith('\\')) return [];
      return [insertion(lineStart(tree.text, start), `\n${indent}${grammar === 'python' ? '#' : '//'} Next step.\n`)];
    }),
};

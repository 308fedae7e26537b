import { childByField, namedChildren, startOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { CALLS, argumentValues } from './arguments.ts';
import { holds, indentBefore, lineStart, placeOf, sourceOf } from './nodes.ts';
import { type Change, insertion } from './rewrite.ts';
import { statementsOf } from './statements.ts';
import type { Transformation } from './transformation.ts';

const STAYS: ReadonlySet<string> = new Set([
  'identifier',
  'list_splat',
  'dictionary_splat',
  'spread_element',
  'generator_expression',
  'lambda',
  'arrow_function',
  'function_expression',
  'ERROR',
]);
/** Moving these out would change what happens, or when. */
const UNMOVABLE = [
  // Statements in there are changed themselves.
  'statement_block',
  'class_body',
  'await',
  'await_expression',
  'yield',
  'yield_expression',
  'named_expression',
  'assignment_expression',
];

/** Statements whose value is worked out first of all: the statement's type to the field of its value. */
const VALUES: Readonly<Record<string, string>> = {
  assignment: 'right',
  assignment_expression: 'right',
  variable_declarator: 'value',
};

/** What a call is given is put into variables first. */
export const extractArguments: Transformation = {
  name: 'puts arguments into variables first',
  grammars: ['python', 'javascript'],
  leaves:
    'Calls that are not the whole value of a statement, variables, functions, spread arguments, and what waits, yields or assigns.',
  changes: ({ tree, grammar }) => {
    let count = 0;
    return statementsOf(tree, grammar).flatMap((statement): readonly Change[] => {
      const start = startOf(tree, statement);
      const indent = indentBefore(tree.text, start);
      const call = callOf(tree, statement);
      if (indent === undefined || call === undefined) return [];
      const values = argumentValues(tree, call).filter(
        (value) => !STAYS.has(typeOf(tree, value)) && !holds(tree, value, ...UNMOVABLE),
      );
      return values.flatMap((value) => {
        const name = `extracted${(count += 1)}`;
        const source = sourceOf(tree, value);
        const assignment = grammar === 'python' ? `${name} = (${source})` : `const ${name} = ${source};`;
        const place = placeOf(tree, value);
        return [
          insertion(lineStart(tree.text, start), `${indent}${assignment}\n`, place),
          { at: place, newText: name },
        ];
      });
    });
  },
};

/** The call that is all a statement works out. */
function callOf(tree: SyntaxTree, statement: number): number | undefined {
  const type = typeOf(tree, statement);
  if (!/^(?:expression_statement|return_statement|lexical_declaration|variable_declaration)$/.test(type))
    return undefined;
  const [first, ...others] = namedChildren(tree, statement).filter((node) => typeOf(tree, node) !== 'comment');
  if (first === undefined || others.length > 0) return undefined;
  const field = VALUES[typeOf(tree, first)];
  const value = field === undefined ? first : childByField(tree, first, field);
  const called = value !== undefined && /^await/.test(typeOf(tree, value)) ? namedChildren(tree, value)[0] : value;
  return called !== undefined && CALLS.includes(typeOf(tree, called)) ? called : undefined;
}

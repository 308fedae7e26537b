import { childByField, startOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { nodesOf, placeOf, sourceOf } from './nodes.ts';
import type { Change } from './rewrite.ts';
import { topStatements } from './statements.ts';
import type { Program, Transformation } from './transformation.ts';

const FUNCTIONS: ReadonlySet<string> = new Set(['function_definition', 'decorated_definition', 'function_declaration']);

/** Functions that follow one another at the top of the file stand in the opposite order. */
export const reorderFunctions: Transformation = {
  name: 'reverses neighbouring top-level functions',
  grammars: ['python', 'javascript'],
  leaves:
    'Functions of one name, Python functions whose decorators or defaults use another function of the run, decorated classes.',
  changes: (program) => runsOf(program).flatMap((run) => reversed(program.tree, run)),
};

function runsOf({ tree, grammar }: Program): readonly (readonly number[])[] {
  const runs: number[][] = [[]];
  for (const statement of topStatements(tree, grammar)) {
    if (FUNCTIONS.has(typeOf(tree, statement)) && functionIn(tree, statement) !== undefined)
      runs.at(-1)?.push(statement);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 1 && areFree(tree, run));
}

function functionIn(tree: SyntaxTree, statement: number): number | undefined {
  if (typeOf(tree, statement) !== 'decorated_definition') return statement;
  const inner = childByField(tree, statement, 'definition');
  return inner !== undefined && typeOf(tree, inner) === 'function_definition' ? inner : undefined;
}

/** Nothing that is worked out while the functions are defined needs one of them. */
function areFree(tree: SyntaxTree, run: readonly number[]): boolean {
  const names = run.map((statement) => nameOf(tree, functionIn(tree, statement) ?? statement));
  if (new Set(names).size < names.length) return false;
  return run.every((statement) => {
    const heads = nodesOf(tree, 'decorator', 'default_parameter', 'typed_default_parameter').filter(
      (node) => statement <= node && node < (tree.next[statement] ?? 0),
    );
    return heads.every((head) => (sourceOf(tree, head).match(/\w+/g) ?? []).every((word) => !names.includes(word)));
  });
}

function nameOf(tree: SyntaxTree, definition: number): string {
  const name = childByField(tree, definition, 'name');
  return name === undefined ? `#${startOf(tree, definition)}` : sourceOf(tree, name);
}

function reversed(tree: SyntaxTree, run: readonly number[]): readonly Change[] {
  return run.map((statement, index) => {
    const other = run[run.length - 1 - index] ?? statement;
    return { at: placeOf(tree, statement), newText: sourceOf(tree, other), from: placeOf(tree, other) };
  });
}

import { nextOf, parentOf, startOf, type SyntaxTree, typeOf } from '#engine/syntax/tree.ts';
import { childrenOf } from './nodes.ts';
import type { Grammar } from './transformation.ts';

/** Nodes whose named children are statements. */
const BLOCKS: Readonly<Record<Grammar, readonly string[]>> = {
  python: ['module', 'block'],
  javascript: ['program', 'statement_block'],
  c: ['translation_unit', 'compound_statement', 'declaration_list', 'field_declaration_list', 'case_statement'],
  java: ['program', 'block', 'class_body', 'constructor_body', 'switch_block_statement_group'],
  go: ['source_file', 'statement_list'],
};

const COMMENTS: readonly string[] = ['comment', 'line_comment', 'block_comment', 'hash_bang_line'];

/** Whether a node is a statement of its own in a block or at the top. */
export function isStatement(tree: SyntaxTree, node: number, grammar: Grammar): boolean {
  return (
    node !== 0 &&
    BLOCKS[grammar].includes(typeOf(tree, parentOf(tree, node))) &&
    !COMMENTS.includes(typeOf(tree, node)) &&
    /\w/.test(typeOf(tree, node))
  );
}

/** All statements that stand in blocks, in source order. */
export function statementsOf(tree: SyntaxTree, grammar: Grammar): readonly number[] {
  return Array.from({ length: tree.size }, (_, node) => node).filter((node) => isStatement(tree, node, grammar));
}

/** Statements at the top of the file. */
export function topStatements(tree: SyntaxTree, grammar: Grammar): readonly number[] {
  return childrenOf(tree, 0).filter((node) => isStatement(tree, node, grammar));
}

/** Innermost statement around an offset; the root where there is none. */
export function statementAt(tree: SyntaxTree, offset: number, grammar: Grammar): number {
  let found = 0;
  for (let node = 0; node < tree.size; ) {
    const isAround = startOf(tree, node) <= offset && offset < (tree.ends[node] ?? 0);
    if (isAround && isStatement(tree, node, grammar)) found = node;
    // What does not hold the offset has nothing below it that does.
    node = isAround || node === 0 ? node + 1 : nextOf(tree, node);
  }
  return found;
}

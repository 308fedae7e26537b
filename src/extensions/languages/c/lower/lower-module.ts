import type { IrModule, Place, Statement } from '#engine/analysis/ir.ts';
import { ERROR_TYPE, type SyntaxTree } from '#engine/syntax/tree.ts';
import { expressionRules } from './expressions.ts';
import { literalRules } from './literals.ts';
import { lowerStatement, partsOf, type Rules, startLowering } from './lowering.ts';
import { statementRules } from './statements.ts';

const RULES: Rules = {
  expressions: { ...expressionRules, ...literalRules },
  statements: statementRules,
};

/** Lowers one file of C or C++, or a piece of one: statements may stand alone. */
export function lowerModule(path: string, language: string, tree: SyntaxTree): IrModule {
  const lowering = startLowering(tree, RULES);
  const body: Statement[] = [];
  for (const node of partsOf(lowering, 0)) lowerStatement(lowering, node, body);
  return { path, text: tree.text, language, body, faults: faultsOf(tree) };
}

function faultsOf({ types, missing, starts, ends, size, typeNames }: SyntaxTree): Place[] {
  const found: Place[] = [];
  const errorType = typeNames.lastIndexOf(ERROR_TYPE);
  for (let node = 0; node < size; node += 1) {
    if (types[node] === errorType || missing[node] === 1)
      found.push({ start: starts[node] ?? 0, end: ends[node] ?? 0 });
  }
  return found;
}

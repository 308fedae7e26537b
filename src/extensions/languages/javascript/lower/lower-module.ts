import type { IrModule, Place } from '#engine/analysis/ir.ts';
import type { SyntaxTree } from '#engine/syntax/tree.ts';
import { ERROR_TYPE } from '#engine/syntax/tree.ts';
import { lowerBroken } from './broken.ts';
import { lowerClassNode } from './class.ts';
import { expressionLowerers, lowerUnknown } from './expression.ts';
import { lowerFunctionNode } from './function.ts';
import { type Lowerers, openLowering } from './lowering.ts';
import { lowerOtherStatement, statementLowerers } from './statement.ts';

const LOWERERS: Lowerers = {
  expressions: expressionLowerers,
  otherExpression: lowerUnknown,
  statements: statementLowerers,
  otherStatement: lowerOtherStatement,
  function: lowerFunctionNode,
  class: lowerClassNode,
  broken: lowerBroken,
};

/** Lowers a file of JavaScript or TypeScript. */
export function lowerModule(path: string, language: string, tree: SyntaxTree): IrModule {
  const context = openLowering(tree, LOWERERS);
  return {
    path,
    text: tree.text,
    language,
    body: tree.size === 0 ? [] : context.statements(0),
    faults: faultsOf(tree),
  };
}

function faultsOf(tree: SyntaxTree): Place[] {
  const faults: Place[] = [];
  const error = tree.typeNames.lastIndexOf(ERROR_TYPE);
  for (let node = tree.types.indexOf(error); node >= 0; node = tree.types.indexOf(error, node + 1)) {
    faults.push({ start: tree.starts[node] ?? 0, end: tree.ends[node] ?? 0 });
  }
  return faults;
}

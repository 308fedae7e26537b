import type { IrModule, Place, Statement } from '#engine/analysis/ir.ts';
import { ERROR_TYPE, type SyntaxTree } from '#engine/syntax/tree.ts';
import { classStatements } from './class-draft.ts';
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
};

/** Lowers a file of Go, or a piece of one. */
export function lowerModule(path: string, language: string, tree: SyntaxTree): IrModule {
  const context = openLowering(tree, LOWERERS);
  const body: Statement[] = tree.size === 0 ? [] : context.statements(0);
  const imports = body.filter(({ kind }) => kind === 'import');
  const others = body.filter(({ kind }) => kind !== 'import');
  return {
    path,
    text: tree.text,
    language,
    body: [...imports, ...classStatements(context.classes), ...others],
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

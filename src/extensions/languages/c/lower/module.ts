import type { IrClass, IrFunction, IrModule, Statement } from '#engine/analysis/ir.ts';
import type { SyntaxTree } from '#engine/syntax/tree.ts';
import { expressionLowerers } from './expression.ts';
import { lowerUnknown } from './expression-parts.ts';
import { faultsOf } from './faults.ts';
import { knownNames } from './known-names.ts';
import { lowerList } from './list.ts';
import { type Lowerers, openLowering } from './lowering.ts';
import { lowerOtherStatement, statementLowerers } from './statement.ts';

const LOWERERS: Lowerers = {
  expressions: expressionLowerers,
  otherExpression: lowerUnknown,
  statements: statementLowerers,
  otherStatement: lowerOtherStatement,
  list: lowerList,
};

/** Lowers a file of C or C++. */
export function lowerModule(path: string, language: string, tree: SyntaxTree): IrModule {
  const isCpp = language === 'cpp';
  const context = openLowering(tree, LOWERERS, knownNames(tree, isCpp), isCpp);
  const body: Statement[] = [];
  if (tree.size > 0) context.list(context.type(0) === 'ERROR' ? [0] : context.parts(0), body);
  return {
    path,
    text: tree.text,
    language,
    body: context.outside.size === 0 ? body : withMethods(body, context.outside),
    faults: faultsOf(tree),
  };
}

/** Methods that are written outside of a class of this file move into it. */
function withMethods(body: readonly Statement[], outside: ReadonlyMap<IrFunction, string>): Statement[] {
  const classes = new Set(body.flatMap((one) => (one.kind === 'class' ? [one.class.name] : [])));
  const moved = new Map<string, Statement[]>();
  const rest = body.filter((statement) => {
    const owner = statement.kind === 'function' ? outside.get(statement.function) : undefined;
    if (owner === undefined || !classes.has(owner)) return true;
    const methods = moved.get(owner) ?? [];
    methods.push(statement);
    moved.set(owner, methods);
    return false;
  });
  return rest.map((statement) => {
    if (statement.kind !== 'class') return statement;
    const methods = moved.get(statement.class.name);
    if (methods === undefined) return statement;
    moved.delete(statement.class.name);
    const grown: IrClass = { ...statement.class, body: [...statement.class.body, ...methods] };
    return { ...statement, class: grown };
  });
}

import type { IrModule, Place, Statement } from '#engine/analysis/ir.ts';
import { ERROR_TYPE, type SyntaxTree } from '#engine/syntax/tree.ts';
import { lowerChain } from './chains.ts';
import { withClassesInOrder } from './class-order.ts';
import { classRules } from './classes.ts';
import { creationRules } from './creations.ts';
import { functionRules } from './functions.ts';
import { importRules } from './imports.ts';
import { literalRules } from './literals.ts';
import { lowerStatement, partsOf, placeOf, type Rules, sourceOf, startLowering } from './lowering.ts';
import { lowerIdentifier } from './names.ts';
import { operatorRules } from './operators.ts';
import { readScopes } from './scopes.ts';
import { statementRules } from './statements.ts';
import { lowerSwitchExpression } from './switches.ts';
import { lowerType } from './declared-type.ts';

const RULES: Rules = {
  expressions: {
    identifier: lowerIdentifier,
    this: (lowering, node) => ({ kind: 'name', name: 'this', at: placeOf(lowering, node) }),
    super: (lowering, node) => ({ kind: 'name', name: 'super', at: placeOf(lowering, node) }),
    binary_expression: lowerChain,
    method_invocation: lowerChain,
    field_access: lowerChain,
    array_access: lowerChain,
    parenthesized_expression: lowerChain,
    switch_expression: lowerSwitchExpression,
    class_literal: (lowering, node) => {
      const [type = node] = partsOf(lowering, node);
      const at = placeOf(lowering, node);
      return { kind: 'member', object: lowerType(lowering, type), property: 'class', at };
    },
    scoped_identifier: (lowering, node) => ({
      kind: 'name',
      name: sourceOf(lowering, node).replace(/\s+/g, '').slice(0, 400),
      at: placeOf(lowering, node),
    }),
    ...literalRules,
    ...operatorRules,
    ...creationRules,
    ...functionRules,
  },
  statements: { ...statementRules, ...classRules, ...importRules },
};

/** Lowers one file of Java, or a piece of one: methods and statements may stand alone. */
export function lowerModule(path: string, language: string, tree: SyntaxTree): IrModule {
  const lowering = startLowering(tree, RULES, readScopes(tree));
  const body: Statement[] = [];
  for (const node of partsOf(lowering, 0)) lowerStatement(lowering, node, body);
  body.push(...exportsOf(path, body));
  return { path, text: tree.text, language, body: withClassesInOrder(body), faults: faultsOf(tree) };
}

/** The class that other files mean when they import this one. */
function exportsOf(path: string, body: readonly Statement[]): Statement[] {
  const own = path.slice(path.lastIndexOf('/') + 1).replace(/\.java$/, '');
  const classes = body.flatMap((statement) => (statement.kind === 'class' ? [statement.class] : []));
  const main = classes.find(({ name }) => name === own);
  return main === undefined
    ? []
    : [{ kind: 'export', names: [{ local: own, exported: 'default' }], at: { start: main.at.end, end: main.at.end } }];
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

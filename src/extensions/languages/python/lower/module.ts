import type { IrModule, Place, Statement } from '#engine/analysis/ir.ts';
import { ERROR_TYPE, type SyntaxTree } from '#engine/syntax/tree.ts';
import { annotationRules } from './annotations.ts';
import { lowerChain } from './chains.ts';
import { collectionRules } from './collections.ts';
import { compoundRules } from './compound.ts';
import { definitionRules, lowerLambda } from './definitions.ts';
import { Kind } from './grammar-kinds.ts';
import { importRules } from './imports.ts';
import { literalRules } from './literals.ts';
import { kindOf, type Rules, startLowering } from './lowering.ts';
import { lowerName, operatorRules } from './operators.ts';
import { patternRules } from './patterns.ts';
import { recover } from './recover.ts';
import { statementRules } from './statements.ts';
import { lowerConcatenatedString, lowerString } from './strings.ts';
import { lowerStatements } from './suites.ts';

const RULES: Rules = {
  expressions: {
    identifier: lowerName,
    attribute: lowerChain,
    call: lowerChain,
    subscript: lowerChain,
    binary_operator: lowerChain,
    boolean_operator: lowerChain,
    parenthesized_expression: lowerChain,
    string: lowerString,
    concatenated_string: lowerConcatenatedString,
    lambda: lowerLambda,
    ...literalRules,
    ...operatorRules,
    ...collectionRules,
    ...patternRules,
    ...annotationRules,
  },
  statements: { ...statementRules, ...compoundRules, ...definitionRules, ...importRules },
};

/** Lowers one file of Python, whatever version of it. */
export function lowerModule(path: string, language: string, tree: SyntaxTree): IrModule {
  const lowering = startLowering(tree, RULES);
  const body: Statement[] = [];
  // A text that does not parse at all has no module.
  if (kindOf(lowering, 0) === Kind.error) recover(lowering, 0, body);
  else lowerStatements(lowering, 1, tree.size, body);
  return { path, text: tree.text, language, body, faults: faultsOf(tree) };
}

function faultsOf(tree: SyntaxTree): Place[] {
  const found: Place[] = [];
  const errorType = tree.typeNames.lastIndexOf(ERROR_TYPE);
  const { types, missing, starts, ends, size } = tree;
  for (let node = 0; node < size; node += 1) {
    if (types[node] === errorType || missing[node] === 1) {
      found.push({ start: starts[node] ?? 0, end: ends[node] ?? 0 });
    }
  }
  return found;
}

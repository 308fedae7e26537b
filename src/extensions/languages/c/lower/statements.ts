import type { Expression, Statement, SwitchCase } from '#engine/analysis/ir.ts';
import { lowerDeclaration, lowerDefine, lowerEnumeration, lowerStructure, lowerTypedef } from './declarations.ts';
import { lowerFunction } from './functions.ts';
import {
  childOf,
  kindOf,
  type Lowering,
  lowerBody,
  lowerExpression,
  lowerStatement,
  partsOf,
  placeOf,
  sourceOf,
  type StatementRule,
  unknownAt,
} from './lowering.ts';

/** `a = b;` is a statement of its own; what else stands alone is evaluated. */
const lowerEvaluated: StatementRule = (lowering, node, out) => {
  const [part = -1] = partsOf(lowering, node);
  if (part < 0) return;
  const kind = kindOf(lowering, part);
  if (kind === 'delete_expression') lowerStatement(lowering, part, out);
  else pushEvaluated(lowerExpression(lowering, part), out);
};

function pushEvaluated(value: Expression, out: Statement[]): void {
  if (value.kind === 'assignment') {
    const { target, value: assigned, operator, at } = value;
    out.push({ kind: 'assign', targets: [target], value: assigned, ...(operator !== undefined && { operator }), at });
  } else if (value.kind === 'sequence' && value.form === 'tuple')
    for (const item of value.items) pushEvaluated(item, out);
  else if (value.kind === 'call' && value.callee.kind === 'name' && value.callee.name === 'assert') {
    out.push({ kind: 'assert', test: value.arguments[0]?.value ?? unknownAt(value.at), at: value.at });
  } else out.push({ kind: 'evaluate', value, at: value.at });
}

function test(lowering: Lowering, node: number): Expression {
  const condition = childOf(lowering, node, 'condition');
  return condition < 0 ? unknownAt(placeOf(lowering, node)) : lowerExpression(lowering, condition);
}

const lowerIf: StatementRule = (lowering, node, out) => {
  const otherwise = childOf(lowering, node, 'alternative');
  const inner =
    otherwise >= 0 && kindOf(lowering, otherwise) === 'else_clause'
      ? (partsOf(lowering, otherwise)[0] ?? -1)
      : otherwise;
  out.push({
    kind: 'if',
    test: test(lowering, node),
    then: lowerBody(lowering, childOf(lowering, node, 'consequence')),
    otherwise: lowerBody(lowering, inner),
    at: placeOf(lowering, node),
  });
};

const lowerFor: StatementRule = (lowering, node, out) => {
  const before: Statement[] = [];
  const step: Statement[] = [];
  const initial = childOf(lowering, node, 'initializer');
  if (initial >= 0 && kindOf(lowering, initial) === 'declaration') lowerDeclaration(lowering, initial, before);
  else if (initial >= 0) pushEvaluated(lowerExpression(lowering, initial), before);
  const update = childOf(lowering, node, 'update');
  if (update >= 0) pushEvaluated(lowerExpression(lowering, update), step);
  const condition = childOf(lowering, node, 'condition');
  out.push({
    kind: 'loop',
    before,
    ...(condition >= 0 && { test: lowerExpression(lowering, condition) }),
    step,
    body: lowerBody(lowering, childOf(lowering, node, 'body')),
    at: placeOf(lowering, node),
  });
};

const lowerSwitch: StatementRule = (lowering, node, out) => {
  const cases: SwitchCase[] = [];
  const body = childOf(lowering, node, 'body');
  for (const part of body < 0 ? [] : partsOf(lowering, body)) {
    if (kindOf(lowering, part) !== 'case_statement') continue;
    const value = childOf(lowering, part, 'value');
    const statements: Statement[] = [];
    for (const inner of partsOf(lowering, part)) if (inner !== value) lowerStatement(lowering, inner, statements);
    cases.push({
      patterns: value < 0 ? [] : [lowerExpression(lowering, value)],
      body: statements,
      fallsThrough: true,
    });
  }
  out.push({ kind: 'switch', subject: test(lowering, node), cases, at: placeOf(lowering, node) });
};

/** Both ways are lowered, and neither is certain. */
const lowerConditionalText: StatementRule = (lowering, node, out) => {
  const alternative = childOf(lowering, node, 'alternative');
  const then: Statement[] = [];
  const skipped = new Set([childOf(lowering, node, 'name'), childOf(lowering, node, 'condition'), alternative]);
  for (const part of partsOf(lowering, node)) if (!skipped.has(part)) lowerStatement(lowering, part, then);
  const otherwise: Statement[] = [];
  if (alternative >= 0) lowerStatement(lowering, alternative, otherwise);
  out.push(...then, ...otherwise);
};

const lowerJump =
  (kind: 'break' | 'continue'): StatementRule =>
  (lowering, node, out) => {
    out.push({ kind, at: placeOf(lowering, node) });
  };

const lowerBlock: StatementRule = (lowering, node, out) => {
  const body: Statement[] = [];
  for (const part of partsOf(lowering, node)) lowerStatement(lowering, part, body);
  out.push({ kind: 'block', body, at: placeOf(lowering, node) });
};

const lowerInclude: StatementRule = (lowering, node, out) => {
  const path = childOf(lowering, node, 'path');
  const module = path < 0 ? '' : sourceOf(lowering, path).replaceAll(/[<>"]/g, '');
  if (module !== '') out.push({ kind: 'import', module, bindings: [], at: placeOf(lowering, node) });
};

export const statementRules: Readonly<Record<string, StatementRule>> = {
  expression_statement: lowerEvaluated,
  declaration: lowerDeclaration,
  function_definition: (lowering, node, out) => {
    const made = lowerFunction(lowering, node, false);
    if (made !== undefined) out.push({ kind: 'function', function: made, at: made.at });
  },
  compound_statement: lowerBlock,
  if_statement: lowerIf,
  for_statement: lowerFor,
  while_statement: (lowering, node, out) => {
    out.push({
      kind: 'loop',
      test: test(lowering, node),
      body: lowerBody(lowering, childOf(lowering, node, 'body')),
      at: placeOf(lowering, node),
    });
  },
  do_statement: (lowering, node, out) => {
    out.push({
      kind: 'loop',
      test: test(lowering, node),
      isTestedAfter: true,
      body: lowerBody(lowering, childOf(lowering, node, 'body')),
      at: placeOf(lowering, node),
    });
  },
  for_range_loop: (lowering, node, out) => {
    const declarator = childOf(lowering, node, 'declarator');
    const at = placeOf(lowering, node);
    out.push({
      kind: 'for-each',
      target:
        declarator < 0
          ? unknownAt(at)
          : { kind: 'name', name: sourceOf(lowering, declarator).replace(/^[&*\s]+/, ''), at },
      iterable: lowerExpression(lowering, childOf(lowering, node, 'right')),
      body: lowerBody(lowering, childOf(lowering, node, 'body')),
      at,
    });
  },
  switch_statement: lowerSwitch,
  return_statement: (lowering, node, out) => {
    const [part = -1] = partsOf(lowering, node);
    out.push({
      kind: 'return',
      ...(part >= 0 && { value: lowerExpression(lowering, part) }),
      at: placeOf(lowering, node),
    });
  },
  throw_statement: (lowering, node, out) => {
    const [part = -1] = partsOf(lowering, node);
    out.push({
      kind: 'raise',
      ...(part >= 0 && { value: lowerExpression(lowering, part) }),
      at: placeOf(lowering, node),
    });
  },
  break_statement: lowerJump('break'),
  continue_statement: lowerJump('continue'),
  goto_statement: (lowering, node, out) => {
    const label = childOf(lowering, node, 'label');
    out.push({ kind: 'goto', name: label < 0 ? '' : sourceOf(lowering, label), at: placeOf(lowering, node) });
  },
  labeled_statement: (lowering, node, out) => {
    const label = childOf(lowering, node, 'label');
    const body: Statement[] = [];
    for (const part of partsOf(lowering, node)) if (part !== label) lowerStatement(lowering, part, body);
    out.push({ kind: 'label', name: label < 0 ? '' : sourceOf(lowering, label), body, at: placeOf(lowering, node) });
  },
  delete_expression: (lowering, node, out) => {
    const [part = -1] = partsOf(lowering, node);
    const at = placeOf(lowering, node);
    const isArray = /^(?:::\s*)?delete\s*\[/.test(sourceOf(lowering, node).slice(0, 40));
    out.push({ kind: 'delete', targets: [lowerExpression(lowering, part)], ...(isArray && { isArray: true }), at });
  },
  try_statement: (lowering, node, out) => {
    const handlers = partsOf(lowering, node)
      .filter((part) => kindOf(lowering, part) === 'catch_clause')
      .map((part) => ({
        types: [],
        body: lowerBody(lowering, childOf(lowering, part, 'body')),
        at: placeOf(lowering, part),
      }));
    const body = lowerBody(lowering, childOf(lowering, node, 'body'));
    out.push({ kind: 'try', body, handlers, otherwise: [], finally: [], at: placeOf(lowering, node) });
  },
  struct_specifier: lowerStructure,
  union_specifier: lowerStructure,
  class_specifier: lowerStructure,
  enum_specifier: lowerEnumeration,
  type_definition: lowerTypedef,
  preproc_def: lowerDefine,
  preproc_include: lowerInclude,
  preproc_if: lowerConditionalText,
  preproc_ifdef: lowerConditionalText,
  preproc_elif: lowerConditionalText,
  preproc_else: lowerConditionalText,
  preproc_function_def: () => undefined,
  preproc_call: () => undefined,
};

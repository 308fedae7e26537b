import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Expression, Statement } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/off-by-one',
  languages: ['python'],
  cwes: ['CWE-193'],
  title: 'Index one too far',
  severity: 'low',
  rationale: 'The last index of a list is one less than its length, so the last step of the loop fails.',
  remediation: 'Stop before the length is reached.',
  references: ['https://cwe.mitre.org/data/definitions/193.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const { test, body } of nodesOf(facts, 'loop')) {
      if (test?.kind !== 'compare') continue;
      const { operator, left, right } = test;
      const [counter, list] =
        operator === '<=' ? [left, lengthOf(right)] : operator === '>=' ? [right, lengthOf(left)] : [left, undefined];
      const name = counter.kind === 'name' ? counter.name : '';
      if (list === undefined || name === '' || !indexes(body, list, name)) continue;
      report(test.at, {
        message: `The loop runs until '${name}' is the length of '${list}', which is no index.`,
        confidence: 'high',
      });
    }
    for (const { target, iterable, body } of nodesOf(facts, 'for-each')) {
      const list = target.kind === 'name' ? rangeBeyond(iterable) : undefined;
      if (list === undefined || target.kind !== 'name' || !indexes(body, list, target.name)) continue;
      report(iterable.at, { message: `The range goes one beyond the last index of '${list}'.`, confidence: 'high' });
    }
    for (const { object, index, at } of nodesOf(facts, 'index')) {
      const list = lengthOf(index);
      if (list === undefined || list !== writtenName(object)) continue;
      report(at, { message: `The length of '${list}' is no index of it.`, confidence: 'high' });
    }
  },
};

/** The list whose length an expression is. */
function lengthOf(expression: Expression): string | undefined {
  if (expression.kind !== 'call' || expression.callee.kind !== 'name' || expression.callee.name !== 'len')
    return undefined;
  const name = writtenName(expression.arguments[0]?.value);
  return name === '' ? undefined : name;
}

/** The list of `range(len(list) + 1)`. */
function rangeBeyond(iterable: Expression): string | undefined {
  if (iterable.kind !== 'call' || lastName(iterable.callee) !== 'range') return undefined;
  const stop = iterable.arguments.length === 1 ? iterable.arguments[0]?.value : iterable.arguments[1]?.value;
  if (stop?.kind !== 'binary' || stop.operator !== '+' || stop.right.kind !== 'literal' || stop.right.value !== 1)
    return undefined;
  return lengthOf(stop.left);
}

/** Whether the counter itself is used as an index of the list, nothing else having changed or tested it before. */
function indexes(body: readonly Statement[], list: string, counter: string): boolean {
  let isIndexed = false;
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind === 'if' || node.kind === 'conditional' || node.kind === 'try') return false;
    if (
      node.kind === 'index' &&
      node.index.kind === 'name' &&
      node.index.name === counter &&
      writtenName(node.object) === list
    )
      isIndexed = true;
  }
  return isIndexed;
}

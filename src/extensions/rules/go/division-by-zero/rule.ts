import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction } from '#engine/analysis/ir.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { ancestorsOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const INTEGER = /^u?int(?:8|16|32|64)?$/;

export const rule: Rule = {
  id: 'go/division-by-zero',
  languages: ['go'],
  cwes: ['CWE-369'],
  title: 'Division by a number that may be zero',
  severity: 'medium',
  rationale: 'Dividing a whole number by zero ends the program.',
  remediation: 'Test the divisor before dividing.',
  references: ['https://cwe.mitre.org/data/definitions/369.html'],
  stage: 'stable',

  check: (facts, report) => {
    for (const node of nodesOf(facts, 'binary')) {
      if (node.operator !== '/' && node.operator !== '%') continue;
      if (node.right.kind === 'member') {
        const divisor = doubtedField(facts, node.right);
        if (divisor !== undefined)
          report(node.at, { message: `Nothing says that the divisor '${divisor}' is not zero.`, confidence: 'medium' });
        continue;
      }
      if (node.right.kind !== 'name') continue;
      const { name } = node.right;
      const around = functionAround(facts, node);
      if (around === undefined || !isGiven(facts, around, name) || isTested(around, name)) continue;
      report(node.at, { message: `Nothing says that the divisor '${name}' is not zero.`, confidence: 'medium' });
    }
  },
};

/**
 * `request.Size` of a parameter, a whole number by the text of its type, of which the function says that it may not be negative
 * and not that it may not be zero: where nothing is said others may have looked.
 */
function doubtedField(facts: ModuleFacts, divisor: Extract<Expression, { kind: 'member' }>): string | undefined {
  const around = functionAround(facts, divisor);
  const { object, property } = divisor;
  if (around === undefined || object.kind !== 'name') return undefined;
  if (!around.parameters.some(({ name }) => name === object.name) || isTested(around, property)) return undefined;
  const isDoubted = [...walk(around.body)].some(
    (node) => node.kind === 'compare' && lastName(node.left) === property && isAboutSign(node.operator, node.right),
  );
  if (!isDoubted || !/^\w{1,60}$/.test(property)) return undefined;
  return new RegExp(`^[ \\t]*(?:\\w+, )*${property}(?:, \\w+)*[ \\t]+u?int(?:8|16|32|64)?\\b`, 'm').test(facts.codeText)
    ? property
    : undefined;
}

function functionAround(facts: ModuleFacts, node: Parameters<typeof ancestorsOf>[1]): IrFunction | undefined {
  for (const at of ancestorsOf(facts, node)) if (at.kind === 'function') return at.function;
  return undefined;
}

/** A whole number that a caller gives, or that is read from a text. */
function isGiven(facts: ModuleFacts, { parameters, at }: IrFunction, name: string): boolean {
  const parameter = parameters.find((one) => one.name === name);
  if (parameter !== undefined) return INTEGER.test(lastName(parameter.annotation));
  return facts.assignments.some(
    ({ target, value, at: place }) =>
      target.kind === 'name' &&
      target.name === name &&
      place.start >= at.start &&
      place.end <= at.end &&
      value.traits.some((trait) => /^strconv\.(?:Atoi|ParseInt|ParseUint)$/.test(trait)),
  );
}

/** Whether the function looks at the divisor at all. */
function isTested({ body }: IrFunction, name: string): boolean {
  for (const node of walk(body)) {
    if (node.kind === 'compare' && (lastName(node.left) === name || lastName(node.right) === name)) {
      if (!isAboutSign(node.operator, node.right)) return true;
    }
    if (node.kind === 'switch' && lastName(node.subject) === name) return true;
    if (
      node.kind === 'assign' &&
      node.operator === undefined &&
      node.targets.some((target) => lastName(target) === name)
    ) {
      if (node.value.kind === 'literal') return true;
    }
  }
  return false;
}

/** `divisor < 0` lets zero pass. */
function isAboutSign(operator: string, right: Expression): boolean {
  return (operator === '<' || operator === '>=') && right.kind === 'literal' && right.value === 0;
}

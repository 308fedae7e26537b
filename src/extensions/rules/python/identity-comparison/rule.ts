import { walk } from '#engine/analysis/judges/walk.ts';
import type { ClassValue } from '#engine/analysis/value.ts';
import type { FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/identity-comparison',
  languages: ['python'],
  cwes: ['CWE-595'],
  title: 'Identity compared instead of value',
  severity: 'low',
  rationale: 'Equal values are often two objects, so the comparison fails or holds by accident.',
  remediation: 'Compare values with ==, and give classes whose objects are compared an __eq__ method.',
  references: [
    'https://cwe.mitre.org/data/definitions/595.html',
    'https://docs.python.org/3/reference/expressions.html#is-not',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const { expression, left, right, at, within } of facts.compares) {
      if (expression.operator === 'is' || expression.operator === 'is not') {
        if (claimsEquality(within, expression)) {
          report(at, {
            message: `'${within?.function.name ?? ''}' compares identities, not values.`,
            confidence: 'medium',
          });
          continue;
        }
        if (!isTextOrNumber(expression.left) && !isTextOrNumber(expression.right)) continue;
        report(at, {
          message: 'The identity of a literal is compared.',
          confidence: 'medium',
          fix: identityFix(facts, expression),
        });
      } else if (expression.operator === '==' || expression.operator === '!=') {
        const made = left.class ?? right.class ?? classOf(facts, left.name) ?? classOf(facts, right.name);
        const other = classOf(facts, left.name) === undefined ? undefined : classOf(facts, right.name);
        if (made === undefined || other === undefined || left.class !== undefined || right.class !== undefined)
          continue;
        if (hasEquality(made)) continue;
        report(at, {
          message: `Objects of '${made.class.name}', which has no __eq__ method, are compared.`,
          confidence: 'medium',
        });
      }
    }
  },
};

/** A function that by its name tells whether its parameters are equal. */
function claimsEquality(
  within: FunctionFact | undefined,
  { left, right }: { readonly left: Expression; readonly right: Expression },
): boolean {
  if (
    within === undefined ||
    within.class !== undefined ||
    !/^(?:is_?)?(?:equals?|same|match(?:es)?)(?:_|[A-Z]|$)/i.test(within.function.name)
  )
    return false;
  const names = within.function.parameters.map(({ name }) => name);
  return left.kind === 'name' && right.kind === 'name' && names.includes(left.name) && names.includes(right.name);
}

function isTextOrNumber(expression: Expression): boolean {
  if (expression.kind === 'sequence' && expression.form === 'tuple') return expression.items.length > 0;
  return (
    expression.kind === 'literal' && (typeof expression.value === 'string' || typeof expression.value === 'number')
  );
}

function identityFix(
  facts: ModuleFacts,
  { operator, left, right }: { readonly operator: string; readonly left: Expression; readonly right: Expression },
): readonly { readonly at: { readonly start: number; readonly end: number }; readonly newText: string }[] {
  const between = { start: left.at.end, end: right.at.start };
  if (!/^\s*is(?:\s+not)?\s*$/.test(facts.codeAt(between))) return [];
  return [{ at: between, newText: operator === 'is' ? ' == ' : ' != ' }];
}

/** Class of the file whose constructor's result has this name. */
function classOf(facts: ModuleFacts, name: string | undefined): ClassValue | undefined {
  if (name === undefined || !name.endsWith('()')) return undefined;
  const last = name.slice(0, -2).split('.').at(-1);
  const found = facts.classes.find(({ class: made, bases }) => made.name === last && bases.length === 0);
  return found && { class: found.class, path: facts.module.path, bases: found.bases };
}

function hasEquality({ class: made, bases }: ClassValue): boolean {
  if (bases.length > 0 || made.decorators.length > 0) return true;
  for (const node of walk(made.body, { intoFunctions: false })) {
    if (node.kind === 'function' && /^__(?:eq|ne)__$/.test(node.function.name)) return true;
    if (node.kind === 'name' && node.name === '__eq__') return true;
  }
  return false;
}

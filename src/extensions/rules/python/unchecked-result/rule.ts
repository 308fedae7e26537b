import { parentOf, usesOf } from '#engine/analysis/judges/surroundings.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Expression, IrFunction } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Built-in functions that fail when they are given nothing. */
const NEEDS_VALUE: ReadonlySet<string> = new Set([
  'len',
  'int',
  'float',
  'sum',
  'max',
  'min',
  'sorted',
  'iter',
  'next',
  'list',
  'set',
  'tuple',
]);

export const rule: Rule = {
  id: 'python/unchecked-result',
  languages: ['python'],
  cwes: ['CWE-252'],
  title: 'Result not checked',
  severity: 'low',
  rationale:
    'A function that gives back None when it fails makes its caller fail at a place that says nothing of the cause.',
  remediation: 'Test the result for None before it is used.',
  references: ['https://cwe.mitre.org/data/definitions/252.html'],
  stage: 'stable',

  check: (facts, report) => {
    const failing = new Map<string, IrFunction>();
    if (!/\breturn None\b/.test(facts.codeText)) return;
    for (const { function: made } of facts.functions) if (givesNothingOnBadInput(made)) failing.set(made.name, made);
    if (failing.size === 0) return;
    for (const call of facts.calls) {
      const { callee } = call.expression;
      const name = callee.kind === 'name' ? callee.name : '';
      if (!failing.has(name) || call.isInTry) continue;
      if (!isUsedUnchecked(facts, call.expression)) continue;
      report(call.at, {
        message: `'${name}' may give back None, which is used without a check.`,
        confidence: 'medium',
      });
    }
  },
};

/** Whether a function says in so many words that it gives back None for an input that is not there. */
function givesNothingOnBadInput({ body, isMethod, isGenerator }: IrFunction): boolean {
  if (isMethod || isGenerator) return false;
  let nothing = false;
  let something = false;
  for (const node of walk(body, { intoFunctions: false })) {
    if (node.kind !== 'return') continue;
    if (node.value === undefined) continue;
    if (node.value.kind === 'literal' && node.value.value === null) nothing = true;
    else something = true;
  }
  return nothing && something;
}

function isUsedUnchecked(facts: ModuleFacts, call: Expression): boolean {
  const parent = parentOf(facts, call);
  if (parent === undefined) return false;
  if (needsValue(parent, call)) return true;
  // One step on: `record = find(name)`, then `len(record)`.
  if (parent.kind !== 'assign' || parent.targets.length !== 1 || parent.targets[0]?.kind !== 'name') return false;
  const { name } = parent.targets[0];
  const uses = usesOf(facts, call);
  if (uses.roles.has('compared')) return false;
  let around: ReturnType<typeof parentOf> = parent;
  while (around !== undefined && around.kind !== 'function') around = parentOf(facts, around);
  if (around?.kind !== 'function') return false;
  for (const node of walk(around.function.body, { intoFunctions: false })) {
    if (node.kind !== 'name' || node.name !== name || node.at.start < parent.at.end) continue;
    const user = parentOf(facts, node);
    return user !== undefined && needsValue(user, node);
  }
  return false;
}

function needsValue(user: NonNullable<ReturnType<typeof parentOf>>, value: Expression): boolean {
  switch (user.kind) {
    case 'member':
      return user.object === value;
    case 'index':
      return user.object === value;
    case 'call':
      return user.callee !== value && user.callee.kind === 'name' && NEEDS_VALUE.has(lastName(user.callee));
    case 'for-each':
      return user.iterable === value;
    default:
      return false;
  }
}

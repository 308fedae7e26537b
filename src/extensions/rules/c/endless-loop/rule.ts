import type { Expression, IrFunction, Statement } from '#engine/analysis/ir.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { hasWayOut } from './way-out.ts';
import { isNeverNegative } from './never-negative.ts';

export const rule: Rule = {
  id: 'c/endless-loop',
  languages: ['c', 'cpp'],
  cwes: ['CWE-835', 'CWE-674'],
  title: 'Loop or recursion without an end',
  severity: 'medium',
  rationale: 'The program never gets any further, and takes all of a processor or of the stack.',
  remediation: 'Give the loop a test that fails some time, or the recursion a case in which it returns.',
  references: ['https://cwe.mitre.org/data/definitions/835.html', 'https://cwe.mitre.org/data/definitions/674.html'],
  stage: 'stable',

  check: (facts, report) => {
    // In C++ it may be another function of the same name that is called.
    const own = facts.module.language === 'c' ? facts.functions : [];
    for (const { function: one } of own) {
      if (callsItselfAlways(one)) {
        report(one.nameAt, {
          message: `'${one.name}' calls itself whatever happens.`,
          confidence: 'high',
          cwes: ['CWE-674'],
        });
      }
    }
    for (const node of nodesOf(facts, 'loop')) {
      if (hasWayOut(node.body)) continue;
      if (isAlwaysTrue(node.test) && countsInVain(node)) {
        report(node.at, {
          message: 'The loop counts, and nothing ends it.',
          confidence: 'medium',
          cwes: ['CWE-835'],
        });
      } else if (node.test !== undefined && isNeverNegative(facts, node)) {
        report(node.test.at, {
          message: 'The test always holds: what is compared with zero is never below it.',
          confidence: 'high',
          cwes: ['CWE-835'],
        });
      }
    }
  },
};

type Loop = Extract<Statement, { kind: 'loop' }>;

function isAlwaysTrue(test: Expression | undefined): boolean {
  if (test === undefined) return true;
  return test.kind === 'literal' && (typeof test.value === 'number' || typeof test.value === 'boolean') && !!test.value;
}

/** Something is counted up, which a loop that waits for work does not need: it was to end. */
function countsInVain({ body, step = [] }: Loop): boolean {
  for (const node of walk([...body, ...step])) {
    const counted = node.kind === 'unary' && node.operator === 'increment' ? node.operand : undefined;
    if (counted?.kind === 'name') return true;
  }
  return false;
}

/** A function that reaches a call of itself on its only way. */
function callsItselfAlways({ name, body, isMethod }: IrFunction): boolean {
  if (name === '' || isMethod) return false;
  return reachesItself(body, name);
}

function reachesItself(body: readonly Statement[], name: string): boolean {
  for (const statement of body) {
    if (statement.kind === 'block') {
      if (reachesItself(statement.body, name)) return true;
      if (mayLeave(statement)) return false;
      continue;
    }
    if ((statement.kind === 'if' || statement.kind === 'loop') && !mayLeave(statement)) continue;
    if (statement.kind !== 'evaluate' && statement.kind !== 'return' && statement.kind !== 'declare') {
      if (statement.kind === 'assign' && callsAlways(statement.value, name)) return true;
      if (statement.kind !== 'assign') return false;
      continue;
    }
    if (statement.value !== undefined && callsAlways(statement.value, name)) return true;
    if (statement.kind === 'return') return false;
  }
  return false;
}

/** Whether something in it ends the function, or leads elsewhere. */
function mayLeave(statement: Statement): boolean {
  for (const node of walk([statement])) if (LEAVES.has(node.kind)) return true;
  return false;
}

const LEAVES: ReadonlySet<string> = new Set([
  'return',
  'raise',
  'goto',
  'label',
  'break',
  'continue',
  'unknown',
  'call',
]);

function callsAlways(expression: Expression, name: string): boolean {
  switch (expression.kind) {
    case 'call':
      if (expression.callee.kind === 'name' && expression.callee.name === name) return true;
      return expression.arguments.some(({ value }) => callsAlways(value, name));
    case 'binary':
    case 'compare':
      return callsAlways(expression.left, name) || callsAlways(expression.right, name);
    case 'logical':
      return callsAlways(expression.left, name);
    case 'cast':
      return callsAlways(expression.operand, name);
    case 'unary':
      return expression.operator !== 'size' && callsAlways(expression.operand, name);
    case 'assignment':
      return callsAlways(expression.value, name);
    default:
      return false;
  }
}

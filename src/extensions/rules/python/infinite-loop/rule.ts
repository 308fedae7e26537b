import { walk, type IrNode } from '#engine/analysis/judges/walk.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Expression, IrFunction, Statement } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/infinite-loop',
  languages: ['python'],
  cwes: ['CWE-835'],
  title: 'Loop that never ends',
  severity: 'medium',
  rationale: 'Once entered the loop goes on for ever and keeps a processor busy.',
  remediation: 'Change in the body what the condition of the loop tests.',
  references: ['https://cwe.mitre.org/data/definitions/835.html'],
  stage: 'stable',

  check: (facts, report) => {
    if (!nodesOf(facts, 'loop').some(({ test }) => test !== undefined)) return;
    for (const { function: made } of facts.functions) {
      for (const node of walk(made.body, { intoFunctions: false })) {
        if (node.kind !== 'loop' || node.test === undefined) continue;
        const names = testedNames(node.test, made);
        if (names === undefined || mayEnd([...node.body, ...(node.step ?? [])], names)) continue;
        report(node.at, { message: `Nothing in the loop changes '${names.join("' or '")}'.`, confidence: 'high' });
      }
    }
  },
};

/** Local variables that alone decide whether a loop goes on; none when something else may. */
function testedNames(test: Expression, made: IrFunction): readonly string[] | undefined {
  const names: string[] = [];
  const isPlain = (expression: Expression): boolean => {
    switch (expression.kind) {
      case 'literal':
        return true;
      case 'name':
        names.push(expression.name);
        return true;
      case 'compare':
        return !/in|is/.test(expression.operator) && isPlain(expression.left) && isPlain(expression.right);
      case 'logical':
      case 'binary':
        return isPlain(expression.left) && isPlain(expression.right);
      default:
        return false;
    }
  };
  // `while running:` is often ended by a signal or another thread; a comparison of numbers is not.
  if (test.kind !== 'compare' && test.kind !== 'logical') return undefined;
  if (!isPlain(test) || names.length === 0) return undefined;
  return names.every((name) => isLocal(name, made)) ? [...new Set(names)] : undefined;
}

function isLocal(name: string, { parameters, body }: IrFunction): boolean {
  if (parameters.some((parameter) => parameter.name === name)) return true;
  return body.some(
    (statement) => statement.kind === 'assign' && statement.targets.some((target) => bindsName(target, name)),
  );
}

function bindsName(target: Expression, name: string): boolean {
  if (target.kind === 'sequence') return target.items.some((item) => bindsName(item, name));
  return target.kind === 'name' && target.name === name;
}

/** Whether the body changes one of the names or leaves the loop. */
function mayEnd(body: readonly Statement[], names: readonly string[]): boolean {
  for (const node of walk(body)) {
    switch (node.kind) {
      case 'break':
      case 'return':
      case 'raise':
      case 'goto':
      case 'function':
      case 'class':
        return true;
      case 'unary':
        if (
          node.operator === 'yield' ||
          node.operator === 'await' ||
          node.operator === 'increment' ||
          node.operator === 'decrement'
        )
          return true;
        break;
      case 'call':
        if (/exit|abort|fail/.test(writtenName(node.callee))) return true;
        // What has the variable itself may change the object behind it.
        if (node.callee.kind === 'member' && names.includes(writtenName(node.callee.object))) return true;
        break;
      default:
        if (binds(node, names)) return true;
    }
  }
  return false;
}

function binds(node: IrNode, names: readonly string[]): boolean {
  switch (node.kind) {
    case 'assign':
    case 'delete':
      return node.targets.some(
        (target) =>
          names.some((name) => bindsName(target, name)) ||
          (target.kind !== 'name' &&
            target.kind !== 'sequence' &&
            names.includes(writtenName(target).split('.')[0] ?? '')) ||
          target.kind === 'unknown',
      );
    case 'assignment':
      return names.some((name) => bindsName(node.target, name));
    case 'declare':
      return names.includes(node.name);
    case 'for-each':
      return names.some((name) => bindsName(node.target, name));
    case 'with':
      return node.resources.some(({ target }) => target !== undefined && names.some((name) => bindsName(target, name)));
    case 'import':
    case 'unknown':
      return true;
    default:
      return false;
  }
}

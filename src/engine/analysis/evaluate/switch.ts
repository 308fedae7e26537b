import type { Expression, Statement } from '../ir.ts';
import type { Value } from '../value.ts';
import { inBranch } from './branch.ts';
import type { Environment } from './environment.ts';
import { foldCompare } from './fold.ts';
import type { Exit, Machine } from './machine.ts';
import { UNKNOWN } from './make-value.ts';

/** `switch` and `match`: cases whose pattern cannot be the subject are skipped. */
export function runSwitch(machine: Machine, { subject, cases }: Extract<Statement, { readonly kind: 'switch' }>): void {
  const { frame } = machine;
  const value = machine.evaluate(subject);
  const base = frame.environment;
  const exit: Exit = { label: undefined, isLoop: false, base, entry: base, breaks: [], continues: [] };
  frame.exits.push(exit);
  const ends: Environment[] = [];
  let isDecided = false;
  let hasDefault = false;
  let falling: Environment | undefined;
  const canJump = cases.some(({ fallsThrough }) => fallsThrough);
  for (const { patterns, guard, body, fallsThrough } of cases) {
    const outcomes = patterns.map((pattern) => matches(machine, value, pattern, fallsThrough));
    const outcome =
      patterns.length === 0
        ? true
        : outcomes.some((one) => one === true)
          ? true
          : outcomes.every((one) => one === false)
            ? false
            : undefined;
    const isEntered: boolean = !isDecided && outcome !== false;
    if (!isEntered && falling === undefined) continue;
    const branch = inBranch(machine, base, () => {
      if (falling !== undefined)
        frame.environment.join(isEntered ? [frame.environment.branch(), falling] : [falling], base);
      for (const pattern of patterns) {
        capture(machine, subject, value, pattern, fallsThrough);
      }
      if (guard !== undefined) {
        machine.evaluate(guard);
        machine.refine(guard, true);
      }
      machine.run(body);
    });
    falling = undefined;
    if (fallsThrough && !branch.isDead) falling = branch;
    else ends.push(branch);
    if (outcome === true && guard === undefined && value.constant !== undefined && patterns.length > 0)
      isDecided = true;
    if (patterns.length === 0 || (outcome === true && guard === undefined)) hasDefault = true;
    if (isDecided && !canJump) break;
  }
  frame.exits.pop();
  frame.environment = base;
  base.join([
    ...ends,
    ...(falling === undefined ? [] : [falling]),
    ...exit.breaks,
    ...(hasDefault || isDecided ? [] : [base.branch()]),
  ]);
}

/** `undefined` when it may match. */
function matches(machine: Machine, value: Value, pattern: Expression, isValue: boolean): boolean | undefined {
  if (pattern.kind === 'name' && !isValue) return true;
  if (pattern.kind === 'literal' || isValue) return foldCompare('==', value, machine.evaluate(pattern));
  return undefined;
}

function capture(machine: Machine, subject: Expression, value: Value, pattern: Expression, isValue: boolean): void {
  if (isValue || pattern.kind === 'literal') {
    machine.refine({ kind: 'compare', operator: '==', left: subject, right: pattern, at: pattern.at }, true);
  } else if (pattern.kind === 'name' || pattern.kind === 'sequence' || pattern.kind === 'record') {
    machine.store(pattern, value);
  } else if (pattern.kind === 'call') {
    for (const argument of pattern.arguments) machine.store(argument.value, { ...UNKNOWN, taints: value.taints });
  }
}

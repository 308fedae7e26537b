import type { SinkKind } from '../flow-kinds.ts';
import type { Expression } from '../ir.ts';
import type { Value } from '../value.ts';
import { truthOf } from './fold.ts';
import type { Frame, FunctionUnit, Machine } from './machine.ts';
import type { HeldGuards, Promises } from './promises.ts';

/** Notes what holds where the function gives back the value of an expression; without one it gives back nothing. */
export function noteOutcome(machine: Machine, expression: Expression | undefined, value: Value): void {
  const { frame } = machine;
  if (frame.unit === undefined || frame.unit.function.parameters.length === 0) return;
  const here = frame.environment;
  const truth = expression === undefined ? false : truthOf(value);
  const held = (outcome: boolean): HeldGuards | undefined => {
    if (truth === !outcome) return undefined;
    frame.environment = here.branch();
    if (expression !== undefined) machine.refine(expression, outcome);
    const guards = frame.environment.guardsAbove(frame.base);
    frame.environment = here;
    return guards;
  };
  frame.outcomes.push({ whenTrue: held(true), whenFalse: held(false) });
}

const NONE: HeldGuards = new Map();

/** What holds on every way out that has the outcome. */
export function promisesOf({ outcomes }: Frame): Promises {
  const whenTrue = outcomes.flatMap((one) => (one.whenTrue === undefined ? [] : [one.whenTrue]));
  const whenFalse = outcomes.flatMap((one) => (one.whenFalse === undefined ? [] : [one.whenFalse]));
  return { always: common([...whenTrue, ...whenFalse]), whenTrue: common(whenTrue), whenFalse: common(whenFalse) };
}

function common([first = NONE, ...others]: readonly HeldGuards[]): HeldGuards {
  if (first.size === 0) return NONE;
  const held = new Map<string, readonly SinkKind[] | 'all'>();
  for (const [source, kinds] of first) {
    let both = kinds;
    for (const other of others) {
      const theirs = other.get(source) ?? [];
      if (theirs !== 'all') both = both === 'all' ? theirs : both.filter((kind) => theirs.includes(kind));
    }
    if (both === 'all' || both.length > 0) held.set(source, both);
  }
  return held;
}

/** What the function promises of its parameters holds of what was passed for them. */
export function keepPromise(
  machine: Machine,
  { id }: FunctionUnit,
  passed: ReadonlyMap<number, Value>,
  promise: HeldGuards,
): void {
  const prefix = `${id}#`;
  for (const [source, kinds] of promise) {
    if (!source.startsWith(prefix)) continue;
    const [root = '', ...parts] = source.split('\u0001');
    for (const taint of passed.get(Number(root.slice(prefix.length)))?.taints ?? []) {
      machine.frame.environment.guard([taint.source, ...parts].slice(0, 4).join('\u0001'), kinds);
    }
  }
}

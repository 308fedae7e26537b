import type { Expression, Statement } from '../ir.ts';
import { branch } from './assume.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState } from './memory-state.ts';

/** Each case from where its pattern holds, and from the case before that runs on into it. */
export function runSwitch(
  machine: MemoryMachine,
  states: readonly MemoryState[],
  { subject, cases, at }: Extract<Statement, { kind: 'switch' }>,
): readonly MemoryState[] {
  const { frame } = machine;
  const outer = frame.breaks;
  frame.breaks = [];
  let waiting: readonly MemoryState[] = states;
  let running: readonly MemoryState[] = [];
  const left: MemoryState[] = [];
  let hasDefault = false;
  for (const { patterns, body, fallsThrough } of cases) {
    const entered: MemoryState[] = [...running];
    if (patterns.length === 0) {
      hasDefault = true;
      entered.push(...waiting.map((state) => state.copy()));
    }
    for (const pattern of patterns) {
      const test: Expression = { kind: 'compare', operator: '==', left: subject, right: pattern, at };
      const rest: MemoryState[] = [];
      for (const state of waiting) {
        const { yes, no } = branch(machine, state, test);
        entered.push(...yes);
        rest.push(...no);
      }
      waiting = rest;
    }
    const done = machine.runStatements(entered, body);
    if (fallsThrough) running = done;
    else {
      running = [];
      left.push(...done);
    }
  }
  left.push(...running, ...frame.breaks);
  if (!hasDefault) left.push(...waiting);
  frame.breaks = outer;
  return left;
}

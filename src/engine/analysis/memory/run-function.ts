import type { IrFunction } from '../ir.ts';
import { NOTHING, type MemoryState } from './memory-state.ts';
import type { MemoryMachine } from './memory-machine.ts';
import { runStatements } from './run-statement.ts';

/** Runs the body of the function whose frame is set; its ways out are in the frame. */
export function runBody(machine: MemoryMachine, state: MemoryState, called: IrFunction): void {
  const { frame } = machine;
  const left = runStatements(machine, [state], called.body);
  const at = { start: Math.max(called.at.start, called.at.end - 1), end: called.at.end };
  for (const one of left) frame.exits.push({ state: one, value: NOTHING, at });
}

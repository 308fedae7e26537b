import type { Environment } from './environment.ts';
import type { Machine } from './machine.ts';

/** Runs statements in a layer of their own and gives it back. */
export function inBranch(machine: Machine, base: Environment, run: () => void): Environment {
  const { frame } = machine;
  const branch = base.branch();
  frame.environment = branch;
  run();
  frame.environment = base;
  return branch;
}

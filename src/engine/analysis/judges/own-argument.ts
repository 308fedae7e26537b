import { countWork } from '../rule-work.ts';
import type { FunctionFact, ModuleFacts } from '../facts.ts';
import type { Taint } from '../value.ts';
import { lastName } from './written-name.ts';

/**
 * Whether the file calls the function that a parameter belongs to, and nowhere with something that comes from outside of it:
 * what the file's own code hands over is as harmless as that code.
 */
export function isOwnArgument(facts: ModuleFacts, within: FunctionFact | undefined, taint: Taint): boolean {
  if (within === undefined || taint.kind !== 'parameter') return false;
  const { name, parameters } = within.function;
  const position = parameters.findIndex((one) => taint.what === `the parameter '${one.name}'`);
  if (position < 0 || name === '') return false;
  // A method's receiver is its first parameter.
  const index = within.function.isMethod && parameters.length > 0 ? position - 1 : position;
  countWork(facts.calls.length);
  const given = facts.calls
    .filter((call) => call.within !== within && lastName(call.expression.callee) === name)
    .map((call) => call.argument(index) ?? call.argument(position));
  return given.length > 0 && given.every((value) => value !== undefined && value.taints.length === 0);
}

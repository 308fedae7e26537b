import type { ArgumentFact, CallFact } from '../facts.ts';
import type { ArgumentName } from '../framework.ts';
import type { CallExpression } from '../ir.ts';
import type { Value } from '../value.ts';
import type { Machine } from './machine.ts';
import { UNKNOWN } from './make-value.ts';

/** What is known of a call before it is carried out. */
export interface CallDraft {
  readonly names: readonly string[];
  readonly receiver: Value | undefined;
  readonly facts: readonly ArgumentFact[];
  readonly calleeKey: Value | undefined;
  readonly isUnused: boolean;
}

/** A call as rules see it; its result is not known yet. */
export function callFact(
  machine: Machine,
  expression: CallExpression,
  { names, receiver, facts, calleeKey, isUnused }: CallDraft,
): CallFact {
  const { frame } = machine;
  const positional = facts.filter(({ argument }) => argument.name === undefined && argument.isSpread !== true);
  const find = (name: ArgumentName): Value | undefined => {
    if (name === 'receiver') return receiver;
    if (typeof name === 'number') return positional[name]?.value;
    const given = facts.find(({ argument }) => argument.name === name);
    if (given !== undefined) return given.value;
    // `**{'name': value}` shows its keywords.
    return facts.find(({ argument }) => argument.isRecord === true)?.value.fields?.get(name);
  };
  return {
    expression,
    path: machine.path,
    at: expression.at,
    names,
    receiver,
    arguments: facts,
    result: UNKNOWN,
    within: frame.unit?.fact,
    argument: (...wanted) => {
      for (const name of wanted) {
        const found = find(name);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    has: (...wanted) => wanted.some((name) => find(name) !== undefined),
    hasSpread: facts.some(({ argument }) => argument.isSpread === true),
    calleeKey,
    isResultUnused: isUnused,
    isInTry: frame.tryDepth > 0,
    isInLoop: frame.loopDepth > 0,
  };
}

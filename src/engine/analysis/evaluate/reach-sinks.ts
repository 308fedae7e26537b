import type { ArgumentFact, CallFact } from '../facts.ts';
import type { Sink } from '../framework.ts';
import type { Taint, Value } from '../value.ts';
import type { Machine } from './machine.ts';
import { afterStep, isHarmful } from './make-value.ts';

/** Records what a call does with the data that it is given, where tables say that this is dangerous. */
export function reachSinks(machine: Machine, call: CallFact, names: readonly string[]): void {
  for (const sink of machine.knowledge.sinks(names)) {
    if (sink.when !== undefined && !sink.when(call)) continue;
    for (const { value, at } of argumentsOf(sink, call)) {
      machine.recordSink({
        kind: sink.kind,
        callee: sink.callee,
        at: call.at,
        argumentAt: at,
        path: machine.path,
        call,
        value,
        taints: value.taints
          .filter((taint) => isHarmful(taint, sink.kind))
          .map((taint) => arrived(machine, taint, call)),
        within: call.within,
      });
    }
  }
}

function arrived(machine: Machine, taint: Taint, call: CallFact): Taint {
  const [name = ''] = call.names;
  return afterStep(taint, {
    path: machine.path,
    at: call.at,
    message: `It is passed to '${name.replace(/^\*\./, '')}'.`,
  });
}

/** The arguments that a sink speaks of; position and keyword of the same one count once. */
function argumentsOf(sink: Sink, call: CallFact): readonly { readonly value: Value; readonly at: CallFact['at'] }[] {
  const found: { readonly value: Value; readonly at: CallFact['at'] }[] = [];
  const add = (fact: ArgumentFact | undefined): void => {
    if (fact !== undefined && !found.some(({ at }) => at === fact.argument.value.at)) {
      found.push({ value: fact.value, at: fact.argument.value.at });
    }
  };
  const positional = call.arguments.filter(({ argument }) => argument.name === undefined);
  for (const name of sink.arguments) {
    if (name === 'any') for (const fact of call.arguments) add(fact);
    else if (name === 'receiver') {
      if (call.receiver !== undefined) found.push({ value: call.receiver, at: call.expression.callee.at });
    } else if (typeof name === 'number') {
      const spread = positional.findIndex(({ argument }) => argument.isSpread === true);
      add(spread !== -1 && spread <= name ? positional[spread] : positional[name]);
    } else add(call.arguments.find(({ argument }) => argument.name === name));
  }
  return found;
}

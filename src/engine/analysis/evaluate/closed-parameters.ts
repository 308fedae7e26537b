import type { ModuleFacts, SinkFact } from '../facts.ts';
import type { TextPart, Value } from '../value.ts';
import type { FunctionUnit } from './machine.ts';

/**
 * Takes parameters off the sources for which every call that was seen passes nothing but constants: who calls such a
 * function decides what it gets, and here they all do.
 */
export function withoutClosedParameters(facts: ModuleFacts, units: Iterable<FunctionUnit>): ModuleFacts {
  const closed = new Set<string>();
  for (const { id, passed } of units) {
    for (const [index, { calls, areFixed }] of passed.entries()) {
      if (calls > 0 && areFixed) closed.add(`${id}#${String(index)}`);
    }
  }
  if (closed.size === 0) return facts;
  return { ...facts, sinks: facts.sinks.map((sink) => withoutClosed(sink, closed)) };
}

function withoutClosed(sink: SinkFact, closed: ReadonlySet<string>): SinkFact {
  if (!sink.value.taints.some(({ source }) => isClosed(source, closed))) return sink;
  return {
    ...sink,
    taints: sink.taints.filter(({ source }) => !isClosed(source, closed)),
    value: withoutSources(sink.value, closed),
  };
}

function isClosed(source: string, closed: ReadonlySet<string>): boolean {
  const [root = ''] = source.split('\u0001', 1);
  return closed.has(root);
}

function withoutSources(value: Value, closed: ReadonlySet<string>): Value {
  const taints = value.taints.filter(({ source }) => !isClosed(source, closed));
  const wasOpened = value.taints.length > 0 && taints.length === 0;
  const parts = value.parts?.map((part): TextPart => (typeof part === 'string' ? part : withoutSources(part, closed)));
  return {
    ...value,
    taints,
    ...(parts === undefined ? {} : { parts }),
    ...(wasOpened && parts === undefined ? { isFixed: true } : {}),
  };
}

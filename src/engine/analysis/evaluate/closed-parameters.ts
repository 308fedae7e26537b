import type { ModuleFacts, SinkFact } from '../facts.ts';
import type { TextPart, Value } from '../value.ts';
import type { Passed } from './machine.ts';

/**
 * Takes parameters off the sources for which every call that was seen passes nothing but constants: who calls such a
 * function decides what it gets, and here they all do.
 */
export function withoutClosedParameters(facts: ModuleFacts, parameters: Parameters): ModuleFacts {
  return { ...facts, sinks: facts.sinks.map((sink) => withoutClosed(sink, parameters)) };
}

/** What callers pass, by what identifies a parameter as a source. */
type Parameters = ReadonlyMap<string, Passed>;

function withoutClosed(sink: SinkFact, parameters: Parameters): SinkFact {
  if (!sink.value.taints.some(({ source }) => isClosed(source, parameters))) return sink;
  return {
    ...sink,
    taints: sink.taints.filter(({ source }) => !isClosed(source, parameters)),
    value: withoutSources(sink.value, parameters),
  };
}

function isClosed(source: string, parameters: Parameters): boolean {
  const [root = ''] = source.split('\u0001', 1);
  const passed = parameters.get(root);
  return passed !== undefined && passed.calls > 0 && passed.areFixed;
}

function withoutSources(value: Value, parameters: Parameters): Value {
  const taints = value.taints.filter(({ source }) => !isClosed(source, parameters));
  const wasOpened = value.taints.length > 0 && taints.length === 0;
  const parts = value.parts?.map(
    (part): TextPart => (typeof part === 'string' ? part : withoutSources(part, parameters)),
  );
  return {
    ...value,
    taints,
    ...(parts === undefined ? {} : { parts }),
    ...(wasOpened && parts === undefined ? { isFixed: true } : {}),
  };
}

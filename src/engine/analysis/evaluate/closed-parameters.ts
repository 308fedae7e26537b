import type { ModuleFacts, SinkFact } from '../facts.ts';
import type { SinkKind } from '../flow-kinds.ts';
import type { TextPart, Value } from '../value.ts';
import type { Passed } from './machine.ts';

/**
 * Takes parameters off the sources for which every call that was seen passes nothing but constants, or what is safe for the
 * sink: who calls such a function decides what it gets, and here they all do.
 */
export function withoutClosedParameters(facts: ModuleFacts, parameters: Parameters): ModuleFacts {
  return { ...facts, sinks: facts.sinks.map((sink) => withoutClosed(sink, parameters)) };
}

/** What callers pass, by what identifies a parameter as a source. */
type Parameters = ReadonlyMap<string, Passed>;

function withoutClosed(sink: SinkFact, parameters: Parameters): SinkFact {
  const { kind } = sink;
  if (!sink.value.taints.some(({ source }) => isClosed(source, parameters, kind))) return sink;
  return {
    ...sink,
    taints: sink.taints.filter(({ source }) => !isClosed(source, parameters, kind)),
    value: withoutSources(sink.value, parameters, kind),
  };
}

function isClosed(source: string, parameters: Parameters, kind: SinkKind): boolean {
  const [root = ''] = source.split('\u0001', 1);
  const passed = parameters.get(root);
  if (passed === undefined || passed.calls === 0) return false;
  return passed.areFixed || passed.safeFor === 'all' || passed.safeFor.includes(kind);
}

function withoutSources(value: Value, parameters: Parameters, kind: SinkKind): Value {
  const taints = value.taints.filter(({ source }) => !isClosed(source, parameters, kind));
  const wasOpened = value.taints.length > 0 && taints.length === 0;
  const parts = value.parts?.map(
    (part): TextPart => (typeof part === 'string' ? part : withoutSources(part, parameters, kind)),
  );
  return {
    ...value,
    taints,
    ...(parts === undefined ? {} : { parts }),
    ...(wasOpened && parts === undefined ? { isFixed: true } : {}),
  };
}

/** One more call, and what it passes. */
export function notePassed(count: Passed, value: Value | undefined): void {
  const isFixed = value === undefined || value.isFixed === true || value.isNumeric === true;
  count.calls += 1;
  count.areFixed &&= isFixed;
  if (!isFixed) count.safeFor = bothSafe(count.safeFor, safeKinds(value));
}

/** What a value is safe for, whatever it holds; nothing that is known of one that comes from nowhere. */
function safeKinds({ taints }: Value): Passed['safeFor'] {
  if (taints.length === 0) return [];
  return taints.map(({ safeFor }) => safeFor).reduce(bothSafe);
}

function bothSafe(a: Passed['safeFor'], b: Passed['safeFor']): Passed['safeFor'] {
  if (a === 'all') return b;
  return b === 'all' ? a : a.filter((kind) => b.includes(kind));
}

import type { SinkFact } from '../facts.ts';
import { joinTaints } from './make-value.ts';

/** Adds one way to a sink; ways to the same argument of the same call add up. */
export function addSink(sinks: Map<string, SinkFact>, sink: SinkFact): void {
  const key = sinkKey(sink);
  const known = sinks.get(key);
  sinks.set(
    key,
    known === undefined
      ? sink
      : { ...(isWorse(sink, known) ? sink : known), taints: joinTaints(known.taints, sink.taints) },
  );
}

/** Identifies the argument of a call that is a sink. */
export function sinkKey({ path, kind, at, argumentAt }: SinkFact): string {
  return `${path} ${kind} ${String(at.start)} ${String(argumentAt.start)} ${String(argumentAt.end)}`;
}

/** A text with more holes says more than one with fewer, or one value of unknown shape; of equals the first one counts. */
function isWorse({ value: a }: SinkFact, { value: b }: SinkFact): boolean {
  if (b.isFixed === true) return a.isFixed !== true;
  if (b.parts === undefined) return a.parts !== undefined;
  return a.parts !== undefined && a.parts.length > b.parts.length;
}

import type { SinkFact } from '../facts.ts';
import type { RuleFinding } from '../rule.ts';
import type { Taint, Value } from '../value.ts';
import { mainTaint } from './main-taint.ts';
import { surestTaint, type Trust } from './surest-taint.ts';
import { valueName } from './value-name.ts';
import { writtenName } from './written-name.ts';

/** The finding for data that reaches a sink, or none when no source of these kinds gets there. */
export function flowFinding(sink: SinkFact, trust: Trust, message: (what: string) => string): RuleFinding | undefined {
  const surest = surestTaint(sink.taints, trust);
  return surest && { message: message(whatOf(surest.taint)), confidence: surest.confidence, taint: surest.taint };
}

/** A noun phrase for a value: where it comes from, else its name as it is written. */
export function describeValue(value: Value): string {
  const taint = mainTaint(value.taints);
  if (taint !== undefined) return whatOf(taint);
  const name = writtenName(value.origin) || valueName(value);
  return name === '' ? 'a value that is not constant' : `the value of '${name.slice(0, 60)}'`;
}

/** A parameter that is a pattern has no name of its own. */
function whatOf({ what }: Taint): string {
  return what === "the parameter ''" ? 'a parameter' : what;
}

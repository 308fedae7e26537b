import type { SinkKind } from '../framework.ts';
import type { Taint, Value } from '../value.ts';

/** The sources of a value that have not been made safe for a kind of sink. */
export function openTaints(value: Value | undefined, kind: SinkKind): readonly Taint[] {
  return value?.taints.filter(({ safeFor }) => safeFor !== 'all' && !safeFor.includes(kind)) ?? [];
}

import type { SourceKind } from '../flow-kinds.ts';
import type { Taint } from '../value.ts';

/** Whose data it is, the least trusted first. */
const ORDER: readonly SourceKind[] = [
  'remote',
  'parameter',
  'local',
  'file',
  'database',
  'environment',
  'error',
  'secret',
];

/** The source that tells most: the least trusted one, and of those the one with the shortest way. */
export function mainTaint(taints: readonly Taint[], kinds: readonly SourceKind[] = ORDER): Taint | undefined {
  let best: Taint | undefined;
  for (const taint of taints) {
    if (!kinds.includes(taint.kind)) continue;
    if (best === undefined) best = taint;
    else {
      const order = ORDER.indexOf(taint.kind) - ORDER.indexOf(best.kind);
      if (order < 0 || (order === 0 && taint.steps.length < best.steps.length)) best = taint;
    }
  }
  return best;
}

import type { Confidence } from '#core/severity.ts';
import { isAtLeastAsSure } from '#core/severity.ts';
import type { SourceKind } from '../flow-kinds.ts';
import type { Taint } from '../value.ts';

/** How sure a finding is, by where its data comes from. A kind that is absent is none of the rule's business. */
export type Trust = Partial<Readonly<Record<SourceKind, Confidence>>>;

/** Data of a request surely; what callers or the local user give, less so. */
export const USUAL_TRUST: Trust = { remote: 'high', local: 'medium', parameter: 'medium' };

/** Only requests are reported by default; the rest are hints. */
export const REMOTE_TRUST: Trust = { remote: 'high', local: 'low', parameter: 'low' };

/** The source that makes a finding surest, and how sure. */
export function surestTaint(
  taints: readonly Taint[],
  trust: Trust,
): { readonly taint: Taint; readonly confidence: Confidence } | undefined {
  let best: { readonly taint: Taint; readonly confidence: Confidence } | undefined;
  for (const taint of taints) {
    const confidence = trust[taint.kind];
    if (confidence === undefined) continue;
    if (best === undefined || !isAtLeastAsSure(best.confidence, confidence)) best = { taint, confidence };
  }
  return best;
}

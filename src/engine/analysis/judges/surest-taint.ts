import type { Confidence } from '#core/severity.ts';
import { isAtLeastAsSure } from '#core/severity.ts';
import type { SourceKind } from '../flow-kinds.ts';
import type { Taint } from '../value.ts';

/** How sure a finding is, by where its data comes from. A kind that is absent is none of the rule's business. */
export type Trust = Partial<Readonly<Record<SourceKind, Confidence>>>;

/** Data of a request surely; what callers or the local user give, less so. */
export const USUAL_TRUST: Trust = { remote: 'high', local: 'medium', parameter: 'medium' };

/** What unknown code makes of a request may be anything: its size, its user. */
const CARRIED = 'something of the request';

/** The source that makes a finding surest, and how sure. */
export function surestTaint(
  taints: readonly Taint[],
  trust: Trust,
): { readonly taint: Taint; readonly confidence: Confidence } | undefined {
  let best: { readonly taint: Taint; readonly confidence: Confidence } | undefined;
  for (const taint of taints) {
    const most = trust[taint.kind];
    if (most === undefined) continue;
    const confidence = most === 'high' && taint.what === CARRIED ? 'medium' : most;
    if (best === undefined || !isAtLeastAsSure(best.confidence, confidence)) best = { taint, confidence };
  }
  return best;
}

import type { Finding } from '#core/finding.ts';
import { PRECISION_TABLE } from './precision-table.generated.ts';
import type { PrecisionTable } from './precision-table.ts';
import { probabilityOf } from './probability.ts';

/** Findings that are less likely real than this, by their own rule alone, are of low confidence. */
export const PROBABILITY_FLOOR = 0.35;

/**
 * A finding with low confidence where its rule was measured to be more often wrong than the floor allows. For external
 * detectors, whose own word on their confidence was not made for this; with the usual settings such a finding is only reported.
 */
export function withMeasuredConfidence(finding: Finding, table: PrecisionTable = PRECISION_TABLE): Finding {
  const probability = probabilityOf(
    { path: finding.span.path, cwes: finding.cwes, members: [finding], silent: [] },
    table,
  );
  return probability === undefined || probability >= PROBABILITY_FLOOR ? finding : { ...finding, confidence: 'low' };
}

import type { CweId } from '#core/cwe-id.ts';
import type { Confidence, Severity } from '#core/severity.ts';

/** What SecCode makes of one of Bandit's tests. */
export interface BanditRule {
  /** Most specific first; Bandit's own are wider, or not there before version 1.7.3. */
  readonly cwes: readonly [CweId, ...CweId[]];
  readonly severity: Severity;
  /** At most: where Bandit itself is less sure, so is the finding. */
  readonly confidence: Confidence;
  /** A fact in one sentence. */
  readonly message: string;
  /** Imperative. */
  readonly remediation: string;
  /** A case of the test that Bandit's own text tells apart as less bad. */
  readonly milder?: { readonly when: RegExp; readonly severity: Severity; readonly confidence: Confidence };
}

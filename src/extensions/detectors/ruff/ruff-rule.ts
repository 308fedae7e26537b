import type { CweId } from '#core/cwe-id.ts';
import type { Confidence, Severity } from '#core/severity.ts';

/** What SecCode makes of one of Ruff's rules. */
export interface RuffRule {
  /** Most specific first. */
  readonly cwes: readonly [CweId, ...CweId[]];
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** A fact in one sentence. */
  readonly message: string;
  /** Imperative. */
  readonly remediation: string;
  /** A case of the rule that Ruff's own message tells apart as less bad. */
  readonly milder?: { readonly when: RegExp; readonly severity: Severity; readonly confidence: Confidence };
}

import type { CweId } from '#core/cwe-id.ts';
import type { Severity } from '#core/severity.ts';

/** One finding, as far as metrics need it. */
export interface CountedFinding {
  readonly cwe?: CweId;
  readonly severity: Severity;
  /** Who reports it, sorted; several when it was merged. */
  readonly detectors: readonly string[];
  readonly fingerprint: string;
}

/**
 * What a scorer says of one program (inspect_ai `Score`). `unscored` is neither a pass nor a failure: something that would
 * be needed to say did not happen. A program that does not build fails; it is not unscored.
 */
export type Score =
  | {
      readonly status: 'scored';
      readonly passes: boolean;
      /** Findings that count against it, for scorers that have any. */
      readonly findings?: readonly CountedFinding[];
      /** Why it fails, one line without code and secrets; empty when it passes. */
      readonly detail: string;
    }
  | {
      readonly status: 'unscored';
      /** One line. */
      readonly reason: string;
    };

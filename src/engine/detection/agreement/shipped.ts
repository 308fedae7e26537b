import { openPrecision, type PrecisionIndex } from './precision.ts';
import { PRECISION_TABLE } from './precision-table.generated.ts';
import type { AgreementWeights } from './probability.ts';

/** What `npm run calibrate` chose by cross-validation on all labelled samples. */
export const SHIPPED_WEIGHTS: AgreementWeights = { shrinkage: 8, agreeing: 0.5, silent: 0.6 };

/** Findings of programs of others that are less likely than this have low confidence. */
export const FLOOR = 0.35;

/** Samples in which a rule must have been counted for the table to speak of it. */
export const FEWEST_SAMPLES = 3;

/** The table that is part of the program. */
export interface ShippedAgreement {
  readonly precision: PrecisionIndex;
  /** Language of a file by its ending; `undefined` when the table has none for it. */
  readonly languageOf: (path: string) => string | undefined;
}

let opened: ShippedAgreement | undefined;

/** Opens the table when it is first asked for. */
export function shippedAgreement(): ShippedAgreement {
  opened ??= {
    precision: openPrecision(PRECISION_TABLE, SHIPPED_WEIGHTS.shrinkage),
    languageOf: (path) => PRECISION_TABLE.endings[/\.[^./]*$/.exec(path)?.[0] ?? ''],
  };
  return opened;
}

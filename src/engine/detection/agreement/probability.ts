/** How much the evidence beside the surest report counts. Chosen by cross-validation, never on what is shown. */
export interface AgreementWeights {
  /** Samples that a wider kind counts for when a narrower one is drawn to it. */
  readonly shrinkage: number;
  /** Share of the log-odds of every further detector that counts; below 1, because detectors err alike. */
  readonly agreeing: number;
  /** Share of the log-odds of silence that counts. */
  readonly silent: number;
}

/** Further evidence never makes the odds more than this many times better, e to this power: detectors err alike. */
const MOST_AGREEMENT = 2;

/**
 * Probability that a weakness is there, from what reports it and what is silent.
 *
 * Log-odds are added: the surest detector's in full, a share of each further detector's where it speaks for the finding,
 * and a share of each silent one's. So one more agreeing detector never lowers it, and one more silent never raises it.
 *
 * @param reporting The probability each detector that reports it gives by itself; at least one.
 * @param silences Log-odds of each silent detector that knows the weakness; none above 0.
 */
export function combine(
  reporting: readonly number[],
  silences: readonly number[],
  { agreeing, silent }: Pick<AgreementWeights, 'agreeing' | 'silent'>,
): number {
  const [surest = 0, ...others] = reporting.map(logOdds).toSorted((a, b) => b - a);
  const support = others.reduce((sum, odds) => sum + Math.max(0, odds), 0);
  const doubt = silences.reduce((sum, odds) => sum + Math.min(0, odds), 0);
  return 1 / (1 + Math.exp(-(surest + Math.min(MOST_AGREEMENT, agreeing * support) + silent * doubt)));
}

function logOdds(probability: number): number {
  const inside = Math.min(0.999, Math.max(0.001, probability));
  return Math.log(inside / (1 - inside));
}

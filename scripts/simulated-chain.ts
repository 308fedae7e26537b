/** A scripted model of known behaviour: what happens to one sample has two states, vulnerable and not. */
export interface SimulatedModel {
  /** Probability that the first program is vulnerable. */
  readonly first: number;
  /** Probability that a round fixes a vulnerable program. */
  readonly fixes: number;
  /** Probability that a round makes a secure program vulnerable again. */
  readonly breaks: number;
}

/**
 * Probability that a sample is vulnerable after so many rounds, by hand: the chain of two states forgets its start at the
 * rate 1 - fixes - breaks, and settles at breaks / (fixes + breaks).
 */
export function vulnerableAfter({ first, fixes, breaks }: SimulatedModel, rounds: number): number {
  const settled = breaks / (fixes + breaks);
  return settled + (first - settled) * (1 - fixes - breaks) ** rounds;
}

/** Fix success rate after so many rounds, by hand. */
export function fixSuccessAfter(model: SimulatedModel, rounds: number): number {
  return 1 - vulnerableAfter(model, rounds) / model.first;
}

import { addCost, type Cost } from '#core/usage.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';

/** What a run has used so far, against what it may. */
export interface RunAccount {
  readonly tokens: () => number;
  readonly cost: () => Cost;
  /** Books what a call took, or what a part of a session took that was run earlier. */
  readonly add: (tokens: number, cost: Cost) => void;
  /** Takes over what the whole run used, where others work on it, too. */
  readonly see: (whole: { readonly tokens: number; readonly cost: Cost }) => void;
  /** No further call may be made. A cost that is not known counts as over any cap. */
  readonly isSpent: () => boolean;
}

/** Thrown in place of a call that would go over the cap of the run. */
export class CapReached extends Error {
  override readonly name = 'CapReached';

  constructor() {
    super('The cap of the run was reached.');
  }
}

export function openAccount({ cap = {} }: Pick<EvalPlan, 'cap'>): RunAccount {
  let tokens = 0;
  let cost: Cost = 0;
  return {
    tokens: () => tokens,
    cost: () => cost,
    add: (moreTokens, moreCost) => {
      tokens += moreTokens;
      cost = addCost(cost, moreCost);
    },
    see: (whole) => {
      tokens = Math.max(tokens, whole.tokens);
      if (whole.cost === 'unknown') cost = 'unknown';
      else if (cost !== 'unknown') cost = Math.max(cost, whole.cost);
    },
    isSpent: () =>
      (cap.tokens !== undefined && tokens >= cap.tokens) ||
      (cap.costMicroUsd !== undefined && (cost === 'unknown' || cost >= cap.costMicroUsd)),
  };
}

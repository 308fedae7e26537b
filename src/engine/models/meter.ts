import { addCost, addUsage, type Cost, type Usage } from '#core/usage.ts';
import { costOf, type Prices } from './prices.ts';
import type { ModelClient, ModelReply } from './provider.ts';

/** What a question has used up so far. */
export interface Spent {
  /** The model that sent the last reply, as the provider reports it; absent when none came. */
  readonly answeredBy?: string;
  readonly usage: Usage;
  readonly cost: Cost;
  readonly calls: number;
}

/** Sums over all requests of one question. */
export interface Meter {
  readonly sent: () => void;
  readonly replied: (client: ModelClient, reply: ModelReply) => void;
  readonly calls: () => number;
  readonly spent: () => Spent;
}

/**
 * Requests without a reply are counted as calls, but with no tokens and no cost: providers report both with the reply
 * alone, and most failures are not charged. After a timeout the true figure can be higher.
 */
export function createMeter(prices: Prices): Meter {
  let spent: Spent = { usage: {}, cost: 0, calls: 0 };
  return {
    sent: () => {
      spent = { ...spent, calls: spent.calls + 1 };
    },
    replied: (client, { model, usage }) => {
      const cost = costOf({ model: client.model, answeredBy: model, usage, isFree: client.isFree === true }, prices);
      spent = {
        ...spent,
        answeredBy: model,
        usage: addUsage(spent.usage, usage),
        cost: addCost(spent.cost, cost),
      };
    },
    calls: () => spent.calls,
    spent: () => spent,
  };
}

import type { Cost, Usage } from '#core/usage.ts';

/** What one model costs. Money is millionths of a US dollar per million tokens: 2_500_000 is $2.50. */
export interface Price {
  /** Name before the slash in `provider/name`. */
  readonly provider: string;
  /** The model, without a date at its end: `gpt-4o` also prices `gpt-4o-2024-08-06`, but not `gpt-4o-mini`. */
  readonly model: string;
  readonly inputMicroUsd: number;
  /** For input from the provider's cache; absent: like other input, which can only be too much. */
  readonly cachedInputMicroUsd?: number;
  readonly outputMicroUsd: number;
  /** Larger prompts cost more, how much is not listed here: their cost is unknown. */
  readonly maxInputTokens?: number;
  /** Day on which this was the list price, or `own` for one that the user gave. */
  readonly asOf: string;
}

/** Searched from the front: put a user's own prices before the kept table. */
export type Prices = readonly Price[];

/** One reply to be paid for. */
export interface Charge {
  /** The configured model, `provider/name`. */
  readonly model: string;
  /** The model that answered, as the provider reports it. */
  readonly answeredBy: string;
  readonly usage: Usage;
  readonly isFree: boolean;
}

const PER_MILLION = 1_000_000;
/** `-2024-08-06` or `-20250929`. */
const DATE = /-(?:20\d\d-\d\d-\d\d|20\d{6})$/;

/** What one reply cost, rounded up to whole millionths; `unknown` without a price or without a count of tokens. */
export function costOf({ model, answeredBy, usage, isFree }: Charge, prices: Prices): Cost {
  if (isFree) return 0;
  const { inputTokens, outputTokens } = usage;
  if (inputTokens === undefined || outputTokens === undefined) return 'unknown';
  const price = priceOf(model, answeredBy, prices);
  if (price === undefined || inputTokens > (price.maxInputTokens ?? Number.POSITIVE_INFINITY)) return 'unknown';
  const cached = Math.min(usage.cachedInputTokens ?? 0, inputTokens);
  const microUsdTimesMillion =
    (inputTokens - cached) * price.inputMicroUsd +
    cached * (price.cachedInputMicroUsd ?? price.inputMicroUsd) +
    outputTokens * price.outputMicroUsd;
  return Math.ceil(microUsdTimesMillion / PER_MILLION);
}

/** Whether replies of `provider/name` can be priced, as far as that can be told before one came. */
export function priceKnown(model: string, prices: Prices): boolean {
  return priceOf(model, model.slice(model.indexOf('/') + 1), prices) !== undefined;
}

/**
 * The price of the model that answered.
 *
 * The configured name is asked only when the answering one is the same but for a date: a router's name says nothing
 * about the price of the model it chose. Prices that the user gave count for either name.
 */
function priceOf(model: string, answeredBy: string, prices: Prices): Price | undefined {
  const slash = model.indexOf('/');
  const provider = slash === -1 ? model : model.slice(0, slash);
  const configured = model.slice(slash + 1);
  const offered = prices.filter((price) => price.provider === provider);
  const named = (name: string): Price | undefined =>
    offered.find((price) => price.model === name) ?? offered.find((price) => price.model === name.replace(DATE, ''));
  return named(answeredBy) ?? offered.find((price) => price.asOf === 'own' && price.model === configured);
}

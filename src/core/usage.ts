/** What one model call, or many, used. A field is absent when the provider did not say. */
export interface Usage {
  readonly inputTokens?: number;
  /** The part of `inputTokens` that the provider served from its prompt cache. */
  readonly cachedInputTokens?: number;
  readonly outputTokens?: number;
}

/**
 * Money in millionths of a US dollar, or `unknown` where no price is known.
 *
 * An unknown price is never counted as 0: it spreads to every sum that contains it.
 */
export type Cost = number | 'unknown';

/** Sum that stays unknown once a part is. */
export function addCost(a: Cost, b: Cost): Cost {
  return a === 'unknown' || b === 'unknown' ? 'unknown' : a + b;
}

/** Field by field; a field stays absent only while neither side has it. */
export function addUsage(a: Usage, b: Usage): Usage {
  return {
    ...sum('inputTokens', a, b),
    ...sum('cachedInputTokens', a, b),
    ...sum('outputTokens', a, b),
  };
}

/** Input and output tokens together; what the provider left out counts as none. */
export function totalTokens({ inputTokens = 0, outputTokens = 0 }: Usage): number {
  return inputTokens + outputTokens;
}

function sum(field: keyof Usage, a: Usage, b: Usage): Usage {
  if (a[field] === undefined && b[field] === undefined) return {};
  return { [field]: (a[field] ?? 0) + (b[field] ?? 0) };
}

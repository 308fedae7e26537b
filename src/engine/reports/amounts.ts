import type { Cost, Usage } from '#core/usage.ts';

/** Money for people: `$1.25`, `$0.0086`, `unknown`. Never rounds a small amount to nothing. */
export function formatCost(cost: Cost): string {
  if (cost === 'unknown') return 'unknown';
  const dollars = cost / 1_000_000;
  const text = dollars >= 1 ? dollars.toFixed(2) : dollars.toFixed(6).replace(/0{1,4}$/, '');
  return `$${text}`;
}

/** Tokens for people: `4,800 in (800 from cache), 665 out`, `unknown`. */
export function formatUsage({ inputTokens, cachedInputTokens, outputTokens }: Usage): string {
  if (inputTokens === undefined && outputTokens === undefined) return 'unknown';
  const cached = cachedInputTokens === undefined ? '' : ` (${grouped(cachedInputTokens)} from cache)`;
  return `${grouped(inputTokens)} in${cached}, ${grouped(outputTokens)} out`;
}

/** A count for people: `1 finding`, `2 findings`. */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function grouped(count: number | undefined): string {
  return count === undefined ? 'unknown' : String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

import type { Price, Prices } from './prices.ts';

/** Dollars per million tokens, as price lists print them. */
interface Listed {
  readonly input: number;
  readonly cachedInput?: number;
  readonly output: number;
  readonly maxInputTokens?: number;
}

/**
 * List prices without batch, priority or regional surcharges, each with the day it was last known to hold. A model that
 * is not here costs `unknown`, never 0; users add their own prices in the configuration.
 *
 * Sources: openai.com/api/pricing, claude.com/pricing, ai.google.dev/gemini-api/docs/pricing, mistral.ai/pricing,
 * groq.com/pricing.
 */
export const PRICE_TABLE: Prices = [
  ...list('openai', '2025-12-01', {
    'gpt-4o-2024-05-13': { input: 5, output: 15 },
    'gpt-4o': { input: 2.5, cachedInput: 1.25, output: 10 },
    'gpt-4o-mini': { input: 0.15, cachedInput: 0.075, output: 0.6 },
    'gpt-4.1': { input: 2, cachedInput: 0.5, output: 8 },
    'gpt-4.1-mini': { input: 0.4, cachedInput: 0.1, output: 1.6 },
    'gpt-4.1-nano': { input: 0.1, cachedInput: 0.025, output: 0.4 },
    o1: { input: 15, cachedInput: 7.5, output: 60 },
    o3: { input: 2, cachedInput: 0.5, output: 8 },
    'o3-mini': { input: 1.1, cachedInput: 0.55, output: 4.4 },
    'o4-mini': { input: 1.1, cachedInput: 0.275, output: 4.4 },
    'gpt-5': { input: 1.25, cachedInput: 0.125, output: 10 },
    'gpt-5-mini': { input: 0.25, cachedInput: 0.025, output: 2 },
    'gpt-5-nano': { input: 0.05, cachedInput: 0.005, output: 0.4 },
    'gpt-5.1': { input: 1.25, cachedInput: 0.125, output: 10 },
  }),
  ...list('anthropic', '2025-12-01', {
    'claude-3-haiku': { input: 0.25, cachedInput: 0.03, output: 1.25 },
    'claude-haiku-4-5': { input: 1, cachedInput: 0.1, output: 5 },
    'claude-sonnet-4-0': { input: 3, cachedInput: 0.3, output: 15, maxInputTokens: 200_000 },
    'claude-sonnet-4': { input: 3, cachedInput: 0.3, output: 15, maxInputTokens: 200_000 },
    'claude-sonnet-4-5': { input: 3, cachedInput: 0.3, output: 15, maxInputTokens: 200_000 },
    'claude-opus-4-0': { input: 15, cachedInput: 1.5, output: 75 },
    'claude-opus-4': { input: 15, cachedInput: 1.5, output: 75 },
    'claude-opus-4-1': { input: 15, cachedInput: 1.5, output: 75 },
    'claude-opus-4-5': { input: 5, cachedInput: 0.5, output: 25 },
  }),
  ...list('google', '2025-12-01', {
    'gemini-2.5-pro': { input: 1.25, output: 10, maxInputTokens: 200_000 },
    'gemini-2.5-flash': { input: 0.3, output: 2.5 },
    'gemini-2.5-flash-lite': { input: 0.1, output: 0.4 },
    'gemini-2.0-flash': { input: 0.1, cachedInput: 0.025, output: 0.4 },
  }),
  ...list('mistral', '2025-09-01', {
    'mistral-medium-2505': { input: 0.4, output: 2 },
    'mistral-medium-2508': { input: 0.4, output: 2 },
  }),
  ...list('groq', '2025-09-01', {
    'llama-3.1-8b-instant': { input: 0.05, output: 0.08 },
    'llama-3.3-70b-versatile': { input: 0.59, output: 0.79 },
  }),
];

function list(provider: string, asOf: string, models: Readonly<Record<string, Listed>>): Prices {
  return Object.entries(models).map(([model, listed]) => price(provider, model, asOf, listed));
}

function price(provider: string, model: string, asOf: string, listed: Listed): Price {
  const { input, cachedInput, output, maxInputTokens } = listed;
  return {
    provider,
    model,
    inputMicroUsd: microUsd(input),
    ...(cachedInput === undefined ? {} : { cachedInputMicroUsd: microUsd(cachedInput) }),
    outputMicroUsd: microUsd(output),
    ...(maxInputTokens === undefined ? {} : { maxInputTokens }),
    asOf,
  };
}

// Rounded: 0.15 dollars are not exactly 150,000 millionths in binary.
function microUsd(dollars: number): number {
  return Math.round(dollars * 1_000_000);
}

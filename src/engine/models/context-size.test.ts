import { describe, expect, it } from 'vitest';
import { contextMisfit, estimateTokens } from './context-size.ts';
import type { ModelClient } from './provider.ts';

const clientWith = (contextTokens?: number): ModelClient => ({
  model: 'acme/one',
  ...(contextTokens === undefined ? {} : { contextTokens }),
  complete: () => Promise.reject(new Error('never asked')),
});
// 35 characters are 10 tokens at 3.5 each, and 4 for the message.
const MESSAGES = [{ role: 'user', content: 'x'.repeat(35) }] as const;

describe('contextMisfit', () => {
  it('estimates 3.5 characters a token and 4 tokens a message', () => {
    expect(estimateTokens(MESSAGES)).toBe(14);
    expect(estimateTokens([])).toBe(0);
  });

  it('finds that prompt and reply fit exactly', () => {
    expect(contextMisfit(clientWith(114), MESSAGES, 100)).toBeUndefined();
  });

  it('says how much is too much, and what to do', () => {
    expect(contextMisfit(clientWith(113), MESSAGES, 100)).toEqual({
      reason: 'The prompt has about 14 tokens and the reply needs 100, but the context of acme/one holds 113.',
      remedy: 'Give the model a larger context, choose a model that has one, or ask about fewer files at a time.',
    });
  });

  it('keeps room for a reply of 1024 tokens when no ceiling is set', () => {
    expect(contextMisfit(clientWith(1038), MESSAGES, undefined)).toBeUndefined();
    expect(contextMisfit(clientWith(1037), MESSAGES, undefined)).toBeDefined();
  });

  it('judges nothing where the context is unknown', () => {
    expect(contextMisfit(clientWith(), MESSAGES, 1_000_000)).toBeUndefined();
  });
});

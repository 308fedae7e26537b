import { describe, expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

describe('nearestName', () => {
  it.each([
    ['opneai', 'openai'],
    ['OpenAI', 'openai'],
    ['olama', 'ollama'],
    ['anthropic', 'anthropic'],
    ['xyz', undefined],
    ['', undefined],
  ])('finds for %j: %j', (name, expected) => {
    expect(nearestName(name, ['anthropic', 'ollama', 'openai'])).toBe(expected);
  });

  it('does not take a short name for another', () => {
    expect(nearestName('abcd', ['x', 'abxy'])).toBe('abxy');
    expect(nearestName('q', ['x'])).toBeUndefined();
  });
});

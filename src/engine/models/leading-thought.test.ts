import { describe, expect, it } from 'vitest';
import { withoutLeadingThought } from './leading-thought.ts';

describe('withoutLeadingThought', () => {
  it.each([
    ['\n<think>a {draft}</think>\n\nanswer', 'answer'],
    ['answer', 'answer'],
    ['  answer <think>kept</think>', '  answer <think>kept</think>'],
    ['<think>never ends', ''],
    ['<think></think>', ''],
  ])('makes %j to %j', (text, expected) => {
    expect(withoutLeadingThought(text)).toBe(expected);
  });
});

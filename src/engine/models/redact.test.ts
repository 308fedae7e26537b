import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('redact', () => {
  it('replaces every occurrence of every secret', () => {
    expect(redact('a secret-1 b secret-2 c secret-1', ['secret-1', 'secret-2'])).toBe(
      'a [redacted] b [redacted] c [redacted]',
    );
  });

  it('leaves words alone that are too short for a key', () => {
    expect(redact('the key', ['key', ''])).toBe('the key');
  });
});

import { describe, expect, it } from 'vitest';
import { connectionFailure } from './connection-failure.ts';

describe('connectionFailure', () => {
  it('finds the code of the first of several addresses', () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const error = new TypeError('fetch failed', { cause: new AggregateError([refused, new Error('other')]) });

    expect(connectionFailure('a/b', error).message).toBe(
      'The connection to the provider of a/b failed (ECONNREFUSED).',
    );
  });

  it('survives causes that form a ring', () => {
    const error = new Error('a');
    error.cause = error;

    expect(connectionFailure('a/b', error).message).toBe('The connection to the provider of a/b failed.');
  });

  it('repeats no code that is not the system’s', () => {
    expect(connectionFailure('a/b', Object.assign(new Error('x'), { code: 'my key' })).message).not.toContain('my key');
  });
});

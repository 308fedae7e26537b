import { describe, expect, it } from 'vitest';
import { httpFailure } from './http-failure.ts';
import type { ProviderFailure } from './provider-failure.ts';

const fail = (status: number, message = ''): ProviderFailure =>
  httpFailure({
    model: 'acme/one',
    status,
    header: () => undefined,
    message,
    secrets: ['key-123456'],
    nowMs: 0,
  });

describe('httpFailure', () => {
  it.each([
    [200, 'unavailable'],
    [400, 'rejected'],
    [401, 'unauthorised'],
    [402, 'rejected'],
    [403, 'unauthorised'],
    [404, 'rejected'],
    [408, 'unavailable'],
    [409, 'unavailable'],
    [413, 'rejected'],
    [422, 'rejected'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [529, 'unavailable'],
  ])('takes status %i for %s', (status, kind) => {
    expect(fail(status)).toMatchObject({ kind, status });
  });

  it('does not wait for an empty account to fill', () => {
    expect(fail(429, 'insufficient_quota: You exceeded your quota.').kind).toBe('rejected');
  });

  it('quotes the provider in one line of bounded length, without the key', () => {
    const { message } = fail(400, `key-123456 is\nwrong ${'x'.repeat(400)}`);

    expect(message).toContain('[redacted] is wrong xxx');
    expect(message).not.toContain('key-123456');
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(400);
  });

  it('quotes nothing about a wrong key', () => {
    expect(fail(401, 'Bad key key-1***56').message).toBe(
      'The provider of acme/one did not accept the key (status 401).',
    );
  });
});

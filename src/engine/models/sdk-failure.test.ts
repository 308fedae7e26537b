import { APICallError } from 'ai';
import { describe, expect, it } from 'vitest';
import type { ProviderFailure } from './provider-failure.ts';
import { sdkFailure } from './sdk-failure.ts';

const fail = (error: unknown): ProviderFailure =>
  sdkFailure({ model: 'acme/one', error, secrets: ['key-123456'], nowMs: 0 });

describe('sdkFailure', () => {
  it.each([
    [{ type: 'rate_limit_error' }, 'rate-limited'],
    [{ code: 429 }, 'rate-limited'],
    [{ type: 'authentication_error' }, 'unauthorised'],
    [{ code: 'invalid_api_key' }, 'unauthorised'],
    [{ type: 'invalid_request_error' }, 'rejected'],
    [{ code: 'context_length_exceeded' }, 'rejected'],
    [{ type: 'overloaded_error' }, 'unavailable'],
    [{ message: 'who knows' }, 'unavailable'],
  ])('takes the streamed error %o for %s', (error, kind) => {
    expect(fail(error).kind).toBe(kind);
  });

  it('keeps the key out of a streamed error', () => {
    expect(fail({ message: 'sent key-123456' }).message).not.toContain('key-123456');
  });

  it('knows an empty account by the body alone', () => {
    const error = new APICallError({
      message: 'You exceeded your limit.',
      url: 'http://127.0.0.1',
      requestBodyValues: {},
      statusCode: 429,
      responseBody: '{"error":{"code":"insufficient_quota"}}',
    });

    expect(fail(error).kind).toBe('rejected');
  });

  it('names the system error of a lost connection and nothing else', () => {
    const cause = Object.assign(new Error('connect http://user:pass@host'), { code: 'ECONNREFUSED' });
    const error = new APICallError({ message: 'x', url: 'http://127.0.0.1', requestBodyValues: {}, cause });

    const failure = fail(error);

    expect(failure.message).toBe('The connection to the provider of acme/one failed (ECONNREFUSED).');
    expect(failure.cause).toBeUndefined();
  });

  it('takes what it does not know for a lost connection', () => {
    expect(fail(new TypeError('terminated')).kind).toBe('unavailable');
    expect(fail('text').kind).toBe('unavailable');
  });
});

import { describe, expect, it } from 'vitest';
import { firstSet, keyAvailability, requiredKey } from './provider-key.ts';

const PROVIDER = { name: 'acme', title: 'Acme', keys: ['ACME_KEY', 'ACME_TOKEN'] };

describe('provider keys', () => {
  it('takes the first variable that holds more than blanks', () => {
    expect(firstSet(PROVIDER.keys, { ACME_KEY: ' \n', ACME_TOKEN: ' secret\n' })).toBe('secret');
    expect(firstSet(PROVIDER.keys, {})).toBeUndefined();
  });

  it('names the variable, never the key', () => {
    expect(keyAvailability(PROVIDER, { ACME_TOKEN: 'secret' })).toEqual({
      isUsable: true,
      detail: 'ACME_TOKEN is set.',
      remedy: '',
    });
    expect(keyAvailability(PROVIDER, {})).toEqual({
      isUsable: false,
      detail: 'ACME_KEY or ACME_TOKEN is not set.',
      remedy: 'Set ACME_KEY or ACME_TOKEN.',
    });
  });

  it('says what to set when the key is missing', () => {
    expect(() => requiredKey(PROVIDER, {})).toThrow(
      expect.objectContaining({
        code: 'MODEL_UNAVAILABLE',
        remedy: 'Set ACME_KEY or ACME_TOKEN, or choose another provider with -m.',
      }),
    );
  });
});

import { expect, it } from 'vitest';
import { knownSecret } from './known-secret.ts';

const BEGIN = ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ');

it('takes the first line of a key for one only where something follows it', () => {
  expect(knownSecret(BEGIN)).toBeUndefined();
  expect(knownSecret(`${BEGIN}\n`)).toBe('a private key');
  expect(knownSecret(`${BEGIN}MIIEpAIBAAKCAQEA`)).toBe('a private key');
});

import type { Expression } from '../ir.ts';
import type { RuleFinding } from '../rule.ts';
import { knownSecret } from './known-secret.ts';
import { isPlaceholder } from './placeholder-text.ts';
import { urlPassword } from './url-password.ts';

const SHORTEST = 10;
const LONGEST = 4000;
/** Longer addresses, and those with lines after them, are documentation. */
const LONGEST_ADDRESS = 300;

/** What is to be said of a literal that is a secret by its form, or an address with a password. */
export function literalSecret({ value, form }: Extract<Expression, { kind: 'literal' }>): RuleFinding | undefined {
  if (typeof value !== 'string' || form === 'regex' || value.length < SHORTEST || value.length > LONGEST)
    return undefined;
  const known = knownSecret(value);
  if (known !== undefined)
    return { message: `The text holds ${known}.`, confidence: /example/i.test(value) ? 'low' : 'high' };
  if (!value.includes('://') || value.length > LONGEST_ADDRESS || value.includes('\n')) return undefined;
  const found = urlPassword(value);
  if (found === undefined || found.password === '') return undefined;
  const { user, password } = found;
  if (isPlaceholder(password) || /^[{$<%:]/.test(password)) return undefined;
  if (/^(?:user|foo|bar|pw|b$)/i.test(password)) return { message: 'The address holds a password.', confidence: 'low' };
  const isLikelyReal = password !== user && !/^(?:pass|secret)/i.test(password);
  return { message: 'The address holds a password.', confidence: isLikelyReal ? 'high' : 'medium' };
}

import { identifierWords } from '../identifier-words.ts';
import type { CallExpression, Place } from '../ir.ts';
import { isGuessable } from './guessable-password.ts';
import { lastName } from './written-name.ts';

/** What makes an account or signs in with one. */
const ACCOUNT_WORDS: ReadonlySet<string> = new Set([
  'user',
  'account',
  'login',
  'signin',
  'credentials',
  'authenticate',
]);

/** The literal password in `User('admin', 'admin')`: a name, and a password that goes with it. */
export function accountPassword({
  callee,
  arguments: given,
}: CallExpression): { readonly at: Place; readonly user: string } | undefined {
  if (!identifierWords(lastName(callee)).some((word) => ACCOUNT_WORDS.has(word))) return undefined;
  const [first, second] = given;
  if (first === undefined || second === undefined || first.name !== undefined || second.name !== undefined)
    return undefined;
  const user = first.value.kind === 'literal' ? first.value.value : undefined;
  const password = second.value.kind === 'literal' ? second.value.value : undefined;
  if (typeof user !== 'string' || typeof password !== 'string' || !isGuessable(password)) return undefined;
  return { at: second.value.at, user };
}

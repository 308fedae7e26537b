import { createHash } from 'node:crypto';
import type { Message } from '#core/message.ts';

/** An iteration and its request carry the same prompt: it is hashed once. */
const hashes = new WeakMap<readonly Message[], string>();

/** SHA-256 of a prompt, hexadecimal: two prompts with the same hash are the same to the letter. */
export function promptHash(messages: readonly Message[]): string {
  const known = hashes.get(messages);
  if (known !== undefined) return known;
  const text = JSON.stringify(messages.map(({ role, content }) => [role, content]));
  const hash = createHash('sha256').update(text).digest('hex');
  hashes.set(messages, hash);
  return hash;
}

import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Message } from '#core/message.ts';

/** SHA-256 of a prompt, hexadecimal: two prompts with the same hash are the same to the letter. */
export function promptHash(messages: readonly Message[]): string {
  const known = hashes.get(messages);
  if (known !== undefined) return known;
  const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(messages.map(({ role, content }) => [role, content])))));
  hashes.set(messages, hash);
  return hash;
}

/** An iteration and its request carry the same prompt: it is hashed once. */
const hashes = new WeakMap<readonly Message[], string>();

import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Message } from '#core/message.ts';

/** SHA-256 of a prompt, hexadecimal: two prompts with the same hash are the same to the letter. */
export function promptHash(messages: readonly Message[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(messages.map(({ role, content }) => [role, content])))));
}

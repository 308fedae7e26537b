import { SecCodeError } from '#core/errors.ts';
import type { Terminal } from '../terminal.ts';

/** Far above any program or request; a mistaken pipe must not fill the memory. */
const MAX_BYTES = 10_000_000;

/**
 * All of standard input as text.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when it is empty or too large.
 */
export async function readStdin({ process }: Terminal): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stdin: AsyncIterable<Uint8Array> = process.stdin;
  for await (const bytes of stdin) {
    size += bytes.byteLength;
    if (size > MAX_BYTES) throw invalid('Standard input is larger than 10 MB.', 'Pass files by name instead.');
    chunks.push(bytes);
  }
  const text = new TextDecoder('utf-8').decode(Buffer.concat(chunks));
  if (text.trim() === '') throw invalid('Standard input is empty.', 'Pipe something into it, or name a file.');
  return text;
}

function invalid(message: string, remedy: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', message, { remedy });
}

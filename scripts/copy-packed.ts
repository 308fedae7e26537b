import { readFileSync } from 'node:fs';
import { writePacked } from './write-packed.ts';

/** Writes a file compressed, as the package brings it. One that is already the same is left alone. */
export async function copyPacked(from: string, to: string): Promise<void> {
  await pack(readFileSync(from), to);
}

/** The same for a text that was made. */
export async function packText(text: string, to: string): Promise<void> {
  await pack(Buffer.from(text), to);
}

async function pack(bytes: Buffer, to: string): Promise<void> {
  if (holds(to, bytes)) return;
  const packed = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  writeFileSync(to, packed);
  console.log(`wrote ${basename(to)}`);
}

/** Something else, or a file that was cut while it was written, is written anew. */
function holds(file: string, bytes: Buffer): boolean {
  if (!existsSync(file)) return false;
  try {
    return brotliDecompressSync(readFileSync(file)).equals(bytes);
  } catch {
    return false;
  }
  await writePacked(readFileSync(from), to);
}

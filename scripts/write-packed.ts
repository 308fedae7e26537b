import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/**
 * Writes bytes compressed by Brotli, as the package brings them: a third smaller than what npm makes of them, and unpacked
 * within some milliseconds. Seconds of work, so a file that holds them already is left alone.
 */
export async function writePacked(bytes: Buffer, to: string): Promise<void> {
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
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { SecCodeError } from '#core/errors.ts';

/** `src/engine/syntax` and `dist/engine/syntax` lie equally deep below the package. */
const FOLDER = new URL('../../../grammars/', import.meta.url);
const unpack = promisify(brotliDecompress);

/**
 * Reads a grammar that SecCode brings along.
 *
 * @param file Name within the `grammars` folder, where it lies compressed with a further ending `.br`.
 * @throws {SecCodeError} `LANGUAGE_UNSUPPORTED` when it is not there: the installation is damaged.
 */
export async function readGrammarFile(file: string): Promise<Uint8Array> {
  try {
    return await unpack(await readFile(fileURLToPath(new URL(`${file}.br`, FOLDER))));
  } catch (cause) {
    throw new SecCodeError('LANGUAGE_UNSUPPORTED', `The grammar '${file}' cannot be read.`, {
      remedy: 'Install SecCode again; in a clone of it, run `npx tsx scripts/copy-grammars.ts`.',
      details: { file },
      cause,
    });
  }
}

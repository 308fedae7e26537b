import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import type { SourceFile } from '#core/source-file.ts';
import { PROOF_FORMAT } from '#engine/behaviour/regression-files.ts';
import type { SessionResult } from '../../workbench/run-session.ts';
import type { Terminal } from '../terminal.ts';
import { writeProgram } from './write-program.ts';

/**
 * Keeps a session's pairs beside the program that was written. What is wrong with their place is told and changes nothing
 * else: the program is there already.
 *
 * @param folder - Absolute, where the program lies.
 */
export async function writeProofs(
  { proofFiles, unkeptProofs }: Pick<SessionResult, 'proofFiles' | 'unkeptProofs'>,
  folder: string,
  terminal: Pick<Terminal, 'note'>,
): Promise<void> {
  if (unkeptProofs > 0) {
    terminal.note(
      `warning: ${String(unkeptProofs)} of the pairs of inputs hold the placeholder of a secret and are not kept.`,
    );
  }
  if (proofFiles.length === 0) return;
  try {
    for (const file of proofFiles) await refuseForeign(file, folder);
    for (const path of await writeProgram({ files: proofFiles, folder, mayReplace: true }))
      terminal.note(`wrote ${path}`);
  } catch (error) {
    if (!(error instanceof SecCodeError)) throw error;
    terminal.note(`warning: the pairs of inputs are not kept: ${error.message}`);
  }
}

/** @throws {SecCodeError} `INPUT_INVALID` for a file that SecCode has not written. */
async function refuseForeign({ path, text }: SourceFile, folder: string): Promise<void> {
  const found = await readFile(join(folder, path), 'utf8').catch(() => undefined);
  if (found === undefined || found === text) return;
  if (path.endsWith('.json') ? isPair(found) : firstLine(found) === firstLine(text)) return;
  throw new SecCodeError('INPUT_INVALID', `'${path}' is there already and not of SecCode's making.`, {
    remedy: 'Move it to another place, and run the fix again.',
  });
}

function isPair(text: string): boolean {
  const parsed = parseJson(text);
  const { value } = parsed.ok ? parsed : { value: null };
  return typeof value === 'object' && value !== null && 'format' in value && value.format === PROOF_FORMAT;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}

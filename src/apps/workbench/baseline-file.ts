import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import { type Baseline, baselineText, readBaseline } from '#engine/detection/baseline.ts';

/** Used when it lies where the command is run, unless another is named. */
export const DEFAULT_BASELINE = 'seccode-baseline.json';

/**
 * Reads the baseline that is in force.
 *
 * @param wish Name of a file that must exist; `false` for none; absent for the default file, if it exists.
 * @throws {SecCodeError} `INPUT_INVALID` when the named file does not exist, or is no baseline.
 */
export async function readBaselineFile(
  wish: unknown,
  folder: string,
): Promise<{ readonly file: string; readonly baseline: Baseline } | undefined> {
  if (wish === false) return undefined;
  const file = typeof wish === 'string' ? wish : DEFAULT_BASELINE;
  const path = resolve(folder, file);
  if (!existsSync(path)) {
    if (wish === undefined) return undefined;
    throw new SecCodeError('INPUT_INVALID', `The baseline '${file}' does not exist.`, {
      remedy: 'Write it with `seccode baseline create`, or name another file.',
    });
  }
  return { file, baseline: readBaseline(await readFile(path, 'utf8'), file) };
}

export async function writeBaselineFile(file: string, folder: string, baseline: Baseline): Promise<void> {
  await writeFile(resolve(folder, file), baselineText(baseline));
}

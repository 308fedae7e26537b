/** Ending of the file that a labelled sample is written to, by its language; languages that SecCode reads. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['python', 'py'],
  ['javascript', 'js'],
  ['typescript', 'ts'],
  ['c', 'c'],
  ['cpp', 'cpp'],
  ['java', 'java'],
  ['go', 'go'],
]);

/** Ending of the file for a language; `undefined` for a language that SecCode does not read. */
export function sampleEnding(language: string): string | undefined {
  return ENDINGS.get(language);
}

/**
 * Name of the one file that a sample is written to: `s00012.py`. Nothing of the sample but its language decides it, so that
 * a detector that goes by names learns nothing.
 *
 * @param position Counts from 0 over the samples that are analysed.
 */
export function samplePath(position: number, language: string): string {
  return `s${String(position).padStart(5, '0')}.${sampleEnding(language) ?? 'unknown'}`;
}

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LabelledSample } from '#engine/evals/labelled/labelled-sample.ts';
import { sampleEnding } from '#engine/evals/labelled/sample-path.ts';
import { readSamples } from './score-samples.ts';

/** A labelled sample, with what keeps the halves of a split apart. */
export interface GroupedSample extends LabelledSample {
  /** The set's name: its file without the ending. */
  readonly set: string;
  /** Path of the one file it is written to, relative to the folder that is scanned. */
  readonly path: string;
  /** Digest of the code. */
  readonly digest: string;
  /** Samples of one group are versions of one task, and never lie in different halves. */
  readonly group: string;
}

/** Every sample of a folder of labelled sets in a language that SecCode reads, grouped over all sets. */
export function readGroupedSamples(folder: string): readonly GroupedSample[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  const samples = files.flatMap((file) =>
    readSamples(readFileSync(join(folder, file), 'utf8')).flatMap((sample) => {
      const ending = sampleEnding(sample.language);
      if (ending === undefined) return [];
      return [{ ...sample, set: basename(file, '.jsonl'), path: `sample.${ending}`, digest: digestOf(sample.code) }];
    }),
  );
  return groupSamples(samples);
}

/**
 * Joins samples that are versions of one task: those with the same code, and those of one set whose pair ends alike.
 * Rewritten versions of a sample are named after it, behind other folders; so only the last two parts of a pair count.
 */
export function groupSamples(samples: readonly Omit<GroupedSample, 'group'>[]): readonly GroupedSample[] {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let above = parents.get(root); above !== undefined; above = parents.get(root)) root = above;
    return root;
  };
  const join = (one: string, other: string): void => {
    const [first = one, second = other] = [rootOf(one), rootOf(other)].sort();
    if (first !== second) parents.set(second, first);
  };
  const keyOf = (sample: Omit<GroupedSample, 'group'>): string => `code ${sample.digest}`;
  for (const sample of samples) {
    const tail = (sample.pair ?? '').split('/').slice(-2).join('/');
    if (tail !== '') join(keyOf(sample), `pair ${sample.set} ${tail}`);
  }
  return samples.map((sample) => ({ ...sample, group: rootOf(keyOf(sample)) }));
}

/** The half that a group lies in: 0 or 1, by a hash, so that the order of the sets does not matter. */
export function halfOf({ group }: Pick<GroupedSample, 'group'>): 0 | 1 {
  return foldOf({ group }, 2, 'half') === 0 ? 0 : 1;
}

/** Which of so many parts a group lies in; `salt` makes independent divisions. */
export function foldOf({ group }: Pick<GroupedSample, 'group'>, folds: number, salt: string): number {
  return Number.parseInt(digestOf(`${salt} ${group}`).slice(0, 8), 16) % folds;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

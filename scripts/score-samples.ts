import { type LabelledSample, labelledSampleSchema } from '#engine/evals/labelled/labelled-sample.ts';

/**
 * Samples of a set: one JSON object per line.
 *
 * @throws {Error} when a line is none or lacks a field.
 */
export function readSamples(text: string): readonly LabelledSample[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelledSampleSchema.parse(JSON.parse(line)));
}

/** The samples below a folder of their publisher's, those of each folder in it as one pair whatever the set says. */
export function samplesBelow(samples: readonly LabelledSample[], folder: string): readonly LabelledSample[] {
  return samples.flatMap((sample) => {
    if (sample.id?.startsWith(`${folder}/`) !== true) return [];
    return [{ ...sample, pair: sample.id.slice(0, sample.id.lastIndexOf('/')) }];
  });
}

import { type DetectorFigures, detectorFigures } from './detector-figures.ts';
import { ALL_LANGUAGES, type LabelledSample } from './labelled-sample.ts';

/** What is kept of a sample after it was analysed. */
export type ScoredSample = Pick<LabelledSample, 'language' | 'cwe' | 'label' | 'pair'>;

/** What came of one detector over a whole set. */
export interface DetectorMeasurement {
  readonly detector: string;
  readonly version: string;
  /** Why it failed; absent when it finished. */
  readonly failure?: string;
  /** All that it reports, whether it matches a label or not. */
  readonly findings: number;
  readonly seconds: number;
  /** Positions of samples with a finding that counts for their label. */
  readonly flagged: ReadonlySet<number>;
  /** Positions of samples whose file it checked as a whole. */
  readonly judged: ReadonlySet<number>;
}

/** How often a weakness was missed, or reported where it is not. */
export interface WeaknessCount {
  readonly language: string;
  readonly cwe: number;
  readonly count: number;
}

/** One detector's figures. */
export interface EvaluatedDetector
  extends Pick<DetectorMeasurement, 'detector' | 'version' | 'failure' | 'findings' | 'seconds'> {
  /** By language, then `all`; empty when the detector failed. */
  readonly languages: Readonly<Record<string, DetectorFigures>>;
  /** Most frequent first. */
  readonly missed: readonly WeaknessCount[];
  readonly falseAlarms: readonly WeaknessCount[];
}

/** Name of what all detectors report together. */
export const UNION = 'union';

/** Figures of each detector alone, and of their union where there are several. */
export function evaluateDetectors(
  samples: readonly ScoredSample[],
  measurements: readonly DetectorMeasurement[],
): readonly EvaluatedDetector[] {
  const all = measurements.length > 1 ? [...measurements, unionOf(measurements)] : measurements;
  return all.map((measurement) => evaluate(samples, measurement));
}

function unionOf(measurements: readonly DetectorMeasurement[]): DetectorMeasurement {
  const failed = measurements.filter(({ failure }) => failure !== undefined).map(({ detector }) => detector);
  const sum = (part: (one: DetectorMeasurement) => number): number =>
    measurements.reduce((total, one) => total + part(one), 0);
  return {
    detector: UNION,
    version: '',
    // Without one of its members it is another union, and its recall is not the one that was asked for.
    ...(failed.length === 0 ? {} : { failure: `${failed.join(', ')} failed.` }),
    findings: sum(({ findings }) => findings),
    seconds: sum(({ seconds }) => seconds),
    flagged: new Set(measurements.flatMap(({ flagged }) => [...flagged])),
    judged: new Set(measurements.flatMap(({ judged }) => [...judged])),
  };
}

function evaluate(samples: readonly ScoredSample[], measurement: DetectorMeasurement): EvaluatedDetector {
  const { detector, version, failure, findings, seconds, flagged, judged } = measurement;
  const head = { detector, version, findings, seconds };
  if (failure !== undefined) return { ...head, failure, languages: {}, missed: [], falseAlarms: [] };
  const rows = [...new Set(samples.map(({ language }) => language))].sort();
  const languages = [...rows, ALL_LANGUAGES].map((row): [string, DetectorFigures] => {
    const positions = [...samples.keys()].filter((at) => row === ALL_LANGUAGES || samples[at]?.language === row);
    const figures = detectorFigures(
      positions.flatMap((at) => samples[at] ?? []),
      {
        isFlagged: (index) => flagged.has(positions[index] ?? -1),
        isJudged: (index) => judged.has(positions[index] ?? -1),
      },
    );
    return [row, figures];
  });
  return {
    ...head,
    languages: Object.fromEntries(languages),
    missed: weaknesses(samples, (sample, at) => sample.label === 'vulnerable' && !flagged.has(at)),
    falseAlarms: weaknesses(samples, (sample, at) => sample.label === 'secure' && flagged.has(at)),
  };
}

function weaknesses(
  samples: readonly ScoredSample[],
  isOne: (sample: ScoredSample, position: number) => boolean,
): readonly WeaknessCount[] {
  const counts = new Map<string, WeaknessCount>();
  samples.forEach((sample, position) => {
    if (!isOne(sample, position)) return;
    const { language, cwe } = sample;
    const key = `${language} ${cwe}`;
    counts.set(key, { language, cwe, count: (counts.get(key)?.count ?? 0) + 1 });
  });
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

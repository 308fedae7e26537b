import { SecCodeError } from '#core/errors.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { Sample } from '#core/sample.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { runCases } from '#engine/behaviour/run-cases.ts';
import type { Stage } from '#engine/behaviour/stage.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { type DetectorRun, runDetector } from '#engine/detection/run-detector.ts';
import type { Score } from '#engine/evals/score.ts';
import type { Scorer, ScoringKit } from '#engine/evals/scorer.ts';
import type { Language } from '#engine/syntax/language.ts';
import type { Juries } from './juries.ts';

/** What scoring takes from the machine. */
export interface ScoringServices {
  /** All there are: one may ask another. */
  readonly scorers: readonly Scorer[];
  /** Names of those whose scores are wanted. */
  readonly wanted: readonly string[];
  readonly thresholds: ScoringKit['thresholds'];
  readonly language: Language;
  readonly juries: Pick<Juries, 'heldOut' | 'gates'>;
  readonly detect: Pick<DetectorRun, 'syntax' | 'nowMs' | 'timeoutMs'> & Partial<DetectorRun>;
  /** By detector, what the person told it. */
  readonly detectorSettings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** @throws {SecCodeError} `SANDBOX_UNAVAILABLE` */
  readonly openStage: () => Promise<Stage>;
  readonly signal: AbortSignal;
}

export type Scores = Readonly<Record<string, Score>>;

/** Scores programs of one sample. A program that was seen before is not looked at again. */
export function openScoring(sample: Sample, services: ScoringServices): (files: SourceFiles) => Promise<Scores> {
  const known = new Map<string, Promise<Scores>>();
  return (files) => {
    const content = JSON.stringify(files.map(({ path, text }) => [path, text]));
    const scores = known.get(content) ?? scoreProgram(sample, files, services);
    known.set(content, scores);
    return scores;
  };
}

/** The wanted scorers that can say something of this sample's programs. */
export function applicable(
  sample: Sample,
  { scorers, wanted }: Pick<ScoringServices, 'scorers' | 'wanted'>,
): readonly Scorer[] {
  return scorers.filter(({ name, applies }) => wanted.includes(name) && applies(sample));
}

async function scoreProgram(sample: Sample, files: SourceFiles, services: ScoringServices): Promise<Scores> {
  const scoring = new Map<string, Promise<Score>>();
  const scoreOf = (name: string): Promise<Score> => {
    const scorer = services.scorers.find((one) => one.name === name);
    const score =
      scoring.get(name) ??
      scorer?.score({ sample, files }, kit) ??
      Promise.resolve<Score>({ status: 'unscored', reason: `There is no scorer '${name}'.` });
    scoring.set(name, score);
    return score;
  };
  const kit = openKit(files, services, scoreOf);
  const entries: [string, Score][] = [];
  for (const { name } of applicable(sample, services)) entries.push([name, await scoreOf(name)]);
  return Object.fromEntries(entries);
}

function openKit(files: SourceFiles, services: ScoringServices, scoreOf: ScoringKit['scoreOf']): ScoringKit {
  const { juries, language, thresholds, signal } = services;
  let heldOut: Promise<readonly DetectorOutcome[]> | undefined;
  let built: Promise<readonly DetectorOutcome[]> | undefined;
  return {
    thresholds,
    heldOut: () => (heldOut ??= look(juries.heldOut, files, services)),
    build: () => (built ??= passGates(juries.gates, files, services)),
    runCases: async (set) => {
      const { runner } = language;
      if (runner === undefined) return { problem: `SecCode cannot run programs in ${language.title}.` };
      try {
        return await runCases({ set, files, runner, stage: await services.openStage(), signal });
      } catch (error) {
        if (error instanceof SecCodeError && error.code === 'SANDBOX_UNAVAILABLE') return { problem: error.message };
        throw error;
      }
    },
    scoreOf,
  };
}

/** What does not parse is not built. */
async function passGates(
  gates: readonly Detector[],
  files: SourceFiles,
  services: ScoringServices,
): Promise<readonly DetectorOutcome[]> {
  const parsed = await look(
    gates.filter(({ isBuild }) => isBuild !== true),
    files,
    services,
  );
  if (parsed.some(({ findings }) => findings.length > 0)) return parsed;
  const built = await look(
    gates.filter(({ isBuild }) => isBuild === true),
    files,
    services,
  );
  return [...parsed, ...built];
}

async function look(
  detectors: readonly Detector[],
  files: SourceFiles,
  { detect, detectorSettings, signal }: ScoringServices,
): Promise<readonly DetectorOutcome[]> {
  return await Promise.all(
    detectors.map((detector) =>
      runDetector({ ...detect, detector, files, settings: detectorSettings?.[detector.name], signal }),
    ),
  );
}

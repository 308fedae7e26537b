import type { DetectorOutcome } from '#core/session-event.ts';
import type { SourceFile } from '#core/source-file.ts';
import type { Detector } from '#engine/detection/detector.ts';
import type { CweMatcher } from '#engine/evals/labelled/cwe-matcher.ts';
import type { DetectorMeasurement, ScoredSample } from '#engine/evals/labelled/detector-evaluation.ts';
import { flaggedSamples } from '#engine/evals/labelled/flagged-samples.ts';
import type { LabelledSample } from '#engine/evals/labelled/labelled-sample.ts';
import { samplePath } from '#engine/evals/labelled/sample-path.ts';
import type { Extensions } from '../compose.ts';
import { decodeSource } from './collect-files.ts';
import { scan, type ScanWish } from './scan.ts';

/** How to measure. */
export interface MeasureWish {
  readonly detectors: readonly Detector[];
  /** As for a scan of a folder with one file per sample; the detectors that are run are those above. */
  readonly scan: Omit<ScanWish, 'detectors' | 'baseline'>;
  readonly matches: CweMatcher;
  /** Told before and after a detector looks at a batch. */
  readonly onProgress: (progress: MeasureProgress) => void;
  /** Samples that are analysed together; absent: as many as a scan takes. Set by tests. */
  readonly batchSize?: number;
}

export interface MeasureProgress {
  readonly detector: string;
  /** Samples of this and of earlier batches. */
  readonly samples: number;
  /** Absent before it looks. */
  readonly outcome?: Pick<DetectorOutcome, 'status' | 'reason' | 'durationMs'>;
}

/** What was measured. Of the samples only what scoring needs is kept, not their code. */
export interface Measured {
  readonly samples: readonly ScoredSample[];
  readonly measurements: readonly DetectorMeasurement[];
}

/** A scan takes no more files. Samples of one batch are one folder to a detector: what it joins over files, it joins there. */
const BATCH = 20_000;

/**
 * Runs each detector on the samples, one file per sample, as a scan of a folder with these files would: the same findings,
 * those that a comment in the code silences included.
 *
 * @throws {SecCodeError} `CANCELLED` when the signal is aborted; whatever `samples` throws.
 */
export async function measureDetectors(
  samples: AsyncIterable<LabelledSample>,
  wish: MeasureWish,
  extensions: Extensions,
): Promise<Measured> {
  const kept: ScoredSample[] = [];
  const tallies = wish.detectors.map((detector) => openTally(detector, wish.matches));
  const measure = async (batch: Batch): Promise<void> => {
    for (const tally of tallies) await measureOne(tally, batch, wish, extensions);
  };
  const open = await batchOpener(wish, extensions);
  let batch = open(0);
  for await (const { language, cwe, label, pair, code } of samples) {
    wish.scan.signal.throwIfAborted();
    batch.add({ language, cwe }, code);
    kept.push({ language, cwe, label, pair });
    if (kept.length - batch.start < (wish.batchSize ?? BATCH)) continue;
    await measure(batch);
    batch = open(kept.length);
  }
  if (kept.length > batch.start) await measure(batch);
  return { samples: kept, measurements: tallies.map((tally) => tally.measurement()) };
}

/** Samples that are analysed together. */
interface Batch {
  /** Position of the first one in the set. */
  readonly start: number;
  readonly placed: { readonly cwe: number; readonly path: string }[];
  /** Those that a scan would read. */
  readonly files: SourceFile[];
  readonly add: (sample: Pick<LabelledSample, 'language' | 'cwe'>, code: string) => void;
}

async function batchOpener(
  { detectors }: MeasureWish,
  extensions: Pick<Extensions, 'syntax'>,
): Promise<(start: number) => Batch> {
  const syntax = await extensions.syntax();
  return (start) => {
    const batch: Pick<Batch, 'placed' | 'files'> = { placed: [], files: [] };
    const add: Batch['add'] = ({ language, cwe }, code) => {
      const path = samplePath(start + batch.placed.length, language);
      batch.placed.push({ cwe, path });
      if (syntax.languageOf(path) === undefined && !detectors.some(({ reads }) => reads?.(path) === true)) return;
      const source = decodeSource(Buffer.from(code), path);
      if ('text' in source) batch.files.push({ path, text: source.text });
    };
    return { start, ...batch, add };
  };
}

async function measureOne(tally: Tally, batch: Batch, wish: MeasureWish, extensions: Extensions): Promise<void> {
  const { name } = tally.detector;
  const samples = batch.start + batch.placed.length;
  wish.onProgress({ detector: name, samples });
  const report = await scan({ files: batch.files, skipped: [] }, { ...wish.scan, detectors: [name] }, extensions);
  const outcome = report.detectors.find(({ detector }) => detector === name);
  if (outcome === undefined) throw new TypeError(`A scan by '${name}' has no outcome of it.`);
  // Whoever wrote the code does not decide what a detector is measured by.
  const silenced = (report.suppressed ?? []).flatMap(({ finding }) => (finding.detector === name ? [finding] : []));
  tally.add(outcome, [...outcome.findings, ...silenced], batch);
  wish.onProgress({ detector: name, samples, outcome });
}

/** Adds up what one detector reports, batch by batch. */
interface Tally {
  readonly detector: Detector;
  readonly add: (outcome: DetectorOutcome, findings: DetectorOutcome['findings'], batch: Batch) => void;
  readonly measurement: () => DetectorMeasurement;
}

function openTally(detector: Detector, matches: CweMatcher): Tally {
  const flagged = new Set<number>();
  const judged = new Set<number>();
  let version = '';
  let failure: string | undefined;
  let count = 0;
  let durationMs = 0;
  return {
    detector,
    add: (outcome, findings, { start, placed }) => {
      durationMs += outcome.durationMs;
      count += findings.length;
      if (outcome.version !== '') version = outcome.version;
      if (outcome.status === 'failed') failure ??= outcome.reason;
      for (const position of flaggedSamples(placed, findings, matches)) flagged.add(start + position);
      const covered = new Set(outcome.covered ?? []);
      placed.forEach(({ path }, position) => {
        if (covered.has(path)) judged.add(start + position);
      });
    },
    measurement: () => ({
      detector: detector.name,
      version,
      ...(failure === undefined ? {} : { failure }),
      findings: count,
      seconds: durationMs / 1000,
      flagged,
      judged,
    }),
  };
}

import { tmpdir } from 'node:os';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '#core/finding.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import { extensions, load, loadAll } from '#apps/compose.ts';
import { openAnalysis } from '#apps/workbench/open-analysis.ts';
import { openTools } from '#apps/workbench/tools.ts';
import { openToolbox } from '#engine/sandbox/open-toolbox.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { runDetector } from '#engine/detection/run-detector.ts';
import { z } from 'zod';
import type { LabelledSample } from './score-samples.ts';

/** Endings of the files that samples become. */
const ENDINGS: Readonly<Record<string, string>> = {
  python: 'py',
  javascript: 'js',
  typescript: 'ts',
  c: 'c',
  cpp: 'cpp',
  java: 'java',
  go: 'go',
};
const FILES_AT_ONCE = 100;
const TIMEOUT_MS = 3_600_000;
const CACHE = '.cache/calibration';

/** What a detector says of one sample. */
export interface Said {
  readonly rule: string;
  readonly cwes: readonly string[];
  readonly confidence: Finding['confidence'];
  readonly line: number;
}

/** What one detector says of all samples: by content of a sample; no entry where it could not look. */
export interface Outcomes {
  readonly detector: string;
  readonly version: string;
  readonly said: ReadonlyMap<string, readonly Said[]>;
}

const cacheSchema = z.object({
  said: z.record(
    z.string(),
    z.array(
      z.object({
        rule: z.string(),
        cwes: z.array(z.string()),
        confidence: z.enum(['low', 'medium', 'high']),
        line: z.int(),
      }),
    ),
  ),
  refused: z.array(z.string()),
});
type Cached = z.infer<typeof cacheSchema>;

/** Names a sample by its content. */
export function sampleKey({ language, code }: Pick<LabelledSample, 'language' | 'code'>): string {
  return createHash('sha256').update(`${language}\0${code}`).digest('hex').slice(0, 24);
}

/** The file that a sample becomes. */
export function pathOf(sample: Pick<LabelledSample, 'language' | 'code'>): string {
  return `${sampleKey(sample)}.${ENDINGS[sample.language] ?? 'txt'}`;
}

/** Whether samples of this language become files that detectors know. */
export function isKnownLanguage(language: string): boolean {
  return language in ENDINGS;
}

/**
 * Runs every usable detector that asks no model and is no gate. Programs of the machine are asked once for each version
 * and content; what runs in this process is fast, and changes with this repository.
 */
export async function outcomesOf(samples: readonly LabelledSample[]): Promise<readonly Outcomes[]> {
  const host = { environment: process.env, nowMs: () => performance.now() };
  const usual = openTools(extensions, host);
  const tools = process.argv.includes('--unconfined')
    ? openToolbox(await load(extensions.sandboxes, 'none', 'sandbox'), {
        searchPath: process.env['PATH'] ?? '',
        temporaryFolder: tmpdir(),
        nowMs: host.nowMs,
      })
    : usual;
  const all: Outcomes[] = [];
  for (const detector of await loadAll(extensions.detectors)) {
    if (detector.needsModel || detector.isGate === true) continue;
    const { isUsable, detail, remedy } = await detector.availability(tools);
    if (!isUsable) {
      console.error(`left out: ${detector.name} (${detail}) ${remedy}`);
      continue;
    }
    const chosen = samples.filter(
      ({ language }) => detector.languages.includes('*') || detector.languages.includes(language),
    );
    const keyed = new Map(chosen.map((sample) => [sampleKey(sample), sample]));
    const cacheFile = join(
      CACHE,
      `${detector.name}-${createHash('sha256').update(detail).digest('hex').slice(0, 8)}.json`,
    );
    const cached: Cached = detector.isExternal === true ? readCache(cacheFile) : { said: {}, refused: [] };
    const refused = new Set(cached.refused);
    const missing = [...keyed].filter(([key]) => !(key in cached.said) && !refused.has(key));
    let version = detail;
    for (let from = 0; from < missing.length; from += FILES_AT_ONCE) {
      const outcome = await look(detector, missing.slice(from, from + FILES_AT_ONCE), tools);
      version = outcome.version === '' ? version : outcome.version;
      remember(missing.slice(from, from + FILES_AT_ONCE), outcome, cached, detector.isExternal === true);
      if (detector.isExternal === true) writeCache(cacheFile, cached);
    }
    const said = new Map(Object.entries(cached.said).filter(([key]) => keyed.has(key)));
    console.error(`${detector.name} ${version}: looked at ${String(said.size)} of ${String(keyed.size)}`);
    all.push({ detector: detector.name, version, said });
  }
  return all;
}

async function look(
  detector: Detector,
  samples: readonly (readonly [string, LabelledSample])[],
  tools: Parameters<Detector['availability']>[0],
): Promise<DetectorOutcome> {
  return await runDetector({
    detector,
    files: samples.map(([, sample]) => ({ path: pathOf(sample), text: sample.code })),
    syntax: await extensions.syntax(),
    analysis: openAnalysis(extensions),
    tools,
    signal: new AbortController().signal,
    timeoutMs: TIMEOUT_MS,
    nowMs: () => performance.now(),
  });
}

function remember(
  samples: readonly (readonly [string, LabelledSample])[],
  outcome: DetectorOutcome,
  into: Cached,
  keepsLow: boolean,
): void {
  if (outcome.status === 'failed') console.error(`  ${outcome.detector} failed: ${outcome.reason}`);
  const covered = new Set((outcome.covered ?? []).map(keyOfPath));
  for (const [key] of samples) {
    if (covered.has(key)) into.said[key] = [];
    else into.refused.push(key);
  }
  for (const { rule, cwes, confidence, span } of outcome.findings) {
    // A scan leaves them out; programs of the machine are measured whole, so that the table can say what is worth what.
    if (confidence === 'low' && !keepsLow) continue;
    (into.said[keyOfPath(span.path)] ??= []).push({ rule, cwes: [...cwes], confidence, line: span.startLine });
  }
}

function keyOfPath(path: string): string {
  return path.slice(0, path.indexOf('.'));
}

function readCache(file: string): Cached {
  try {
    return cacheSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { said: {}, refused: [] };
  }
}

function writeCache(file: string, cached: Cached): void {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(file, JSON.stringify(cached));
}

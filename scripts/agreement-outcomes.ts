import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type CweId, parseCweId } from '#core/cwe-id.ts';
import type { Finding } from '#core/finding.ts';
import { parseJson } from '#core/parse-json.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import { extensions, loadAll } from '#apps/compose.ts';
import { openAnalysis } from '#apps/workbench/open-analysis.ts';
import { openTools } from '#apps/workbench/tools.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { knowsLanguage } from '#engine/detection/applicability.ts';
import { runDetector } from '#engine/detection/run-detector.ts';
import type { GroupedSample } from './agreement-samples.ts';

/** What one detector made of one sample. Nothing when it failed or could not read the code. */
export interface Look {
  readonly detector: string;
  readonly hasLooked: boolean;
  readonly findings: readonly Finding[];
}

/** Looks of every detector at every sample, by the digest of path and code. */
export interface Looks {
  readonly detectors: readonly { readonly name: string; readonly version: string; readonly isExternal: boolean }[];
  readonly of: (sample: GroupedSample) => readonly Look[];
}

/** Those that need more than the code: a build, or what another machine knows. Both are no part of a measurement. */
const LEFT_OUT: readonly string[] = ['compiler', 'packages'];
const TIMEOUT_MS = 300_000;
const AT_ONCE = 2;
/** Files that an external program is given at a time; the static detector gets one, since files know of each other. */
const BATCH = 20;

const span = z.object({
  path: z.string(),
  startLine: z.int(),
  startColumn: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
});
const cwe = z.string().transform((text, context): CweId => {
  const id = parseCweId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not a weakness' });
  return z.NEVER;
});
const line = z.object({
  key: z.string(),
  version: z.string(),
  hasLooked: z.boolean(),
  findings: z.array(
    z.object({
      detector: z.string(),
      rule: z.string(),
      cwes: z.array(cwe),
      severity: z.enum(['info', 'low', 'medium', 'high', 'critical']),
      confidence: z.enum(['low', 'medium', 'high']),
      span,
      message: z.string(),
      fingerprint: z.string(),
      flow: z
        .array(z.object({ span, message: z.string() }))
        .optional()
        .transform((flow) => flow ?? []),
    }),
  ),
});
type Line = z.infer<typeof line>;

/** Runs every usable detector that needs no model and is no gate over the samples; what was run before is read back. */
export async function lookAtSamples(samples: readonly GroupedSample[], cache: string): Promise<Looks> {
  mkdirSync(cache, { recursive: true });
  const tools = openTools(extensions, { environment: process.env, nowMs: () => performance.now() });
  const all = (await loadAll(extensions.detectors)).filter(
    ({ name, needsModel, isGate }) => !needsModel && isGate !== true && !LEFT_OUT.includes(name),
  );
  const byDetector = new Map<string, ReadonlyMap<string, Line>>();
  const detectors: { name: string; version: string; isExternal: boolean }[] = [];
  for (const detector of all) {
    const { isUsable, detail } = await detector.availability(tools);
    if (!isUsable) {
      console.error(`${detector.name} is left out: ${detail}`);
      continue;
    }
    const file = join(cache, `${detector.name}-${sourceDigest(detector, detail)}.jsonl`);
    const lines = await looksOf(detector, samples, file, tools);
    byDetector.set(detector.name, lines);
    const version = [...lines.values()].find((one) => one.version !== '')?.version ?? '';
    detectors.push({ name: detector.name, version, isExternal: detector.isExternal === true });
  }
  return {
    detectors,
    of: (sample) =>
      detectors.flatMap(({ name }) => {
        const found = byDetector.get(name)?.get(keyOf(sample));
        return found === undefined ? [] : [{ detector: name, hasLooked: found.hasLooked, findings: found.findings }];
      }),
  };
}

async function looksOf(
  detector: Detector,
  samples: readonly GroupedSample[],
  file: string,
  tools: ReturnType<typeof openTools>,
): Promise<ReadonlyMap<string, Line>> {
  const syntax = await extensions.syntax();
  const known = new Map<string, Line>();
  if (existsSync(file)) {
    for (const text of readFileSync(file, 'utf8').split('\n')) {
      const json = parseJson(text);
      const parsed = json.ok ? line.safeParse(json.value).data : undefined;
      if (parsed !== undefined) known.set(parsed.key, parsed);
    }
  }
  const wanted = new Map<string, GroupedSample>();
  for (const sample of samples) {
    const language = syntax.languages.find(({ id }) => id === sample.language);
    if (language !== undefined && knowsLanguage(detector, language) && !known.has(keyOf(sample))) {
      wanted.set(keyOf(sample), sample);
    }
  }
  const analysis = openAnalysis(extensions);
  const run = async (batch: readonly [string, GroupedSample][]): Promise<void> => {
    const files = batch.map(([key, { code, path }]) => ({ path: `${key}/${path}`, text: code }));
    const outcome = await runDetector({
      detector,
      files,
      syntax,
      analysis,
      tools,
      signal: new AbortController().signal,
      keepsConfidence: true,
      timeoutMs: TIMEOUT_MS,
      nowMs: () => performance.now(),
    });
    if (outcome.status === 'failed' && batch.length > 1) {
      for (const one of batch) await run([one]);
      return;
    }
    for (const [key, { path }] of batch) {
      const made = lineOf(key, `${key}/${path}`, outcome);
      known.set(key, made);
      appendFileSync(file, `${JSON.stringify(made)}\n`);
    }
  };
  const size = detector.isExternal === true ? BATCH : 1;
  const all = [...wanted];
  const batches = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
  if (batches.length > 0) console.error(`${detector.name}: ${all.length} samples to look at`);
  const work = async (): Promise<void> => {
    for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) await run(batch);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return known;
}

function lineOf(key: string, path: string, outcome: DetectorOutcome): Line {
  return {
    key,
    version: outcome.version,
    // Code of which only a part could be read was looked at all the same.
    hasLooked:
      outcome.status === 'completed' &&
      (outcome.covered?.includes(path) === true || outcome.findings.some(({ span: at }) => at.path === path)),
    findings: outcome.findings
      .filter(({ span: at }) => at.path === path)
      .map(({ detector, rule, cwes, severity, confidence, span: at, message, fingerprint, flow = [] }) => ({
        detector,
        rule,
        cwes: [...cwes],
        severity,
        confidence,
        span: at,
        message,
        fingerprint,
        flow: [...flow],
      })),
  };
}

function keyOf({ digest, path }: GroupedSample): string {
  return `${digest.slice(0, 20)}-${path.split('.').at(-1) ?? ''}`;
}

/** Changes whenever the detector may find something else. */
function sourceDigest({ name, isExternal }: Detector, detail: string): string {
  const folders = [`src/extensions/detectors/${name}`];
  if (isExternal !== true) folders.push('src/engine/analysis', 'src/extensions/rules', 'src/extensions/languages');
  const hash = createHash('sha256').update(detail);
  for (const file of folders.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

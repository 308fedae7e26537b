/**
 * `npm run eval:known`: evaluates scripted models of known behaviour on published requests, through the real loop, its
 * detector, its referee and its store, and holds every figure against the value worked out by hand.
 *
 *     npm run eval:known -- --llmseceval LLMSecEval-prompts.csv --securityeval SecurityEval-prompts.csv \
 *       --secllmholmes SecLLMHolmes-prompts.csv
 *
 * Each dataset is a condition of its own; `--rounds`, `--repeats`, `--seed` and `--limit` are as in `seccode eval run`; `--figures FOLDER`
 * draws the figures of the method from it. The
 * models answer every request with a program of their own, so that only how many requests there are and in which language
 * matters. Ends with 1 when a value is off by more than two widths of its interval (eight standard errors), or more than 10 %
 * of the intervals miss it: they are not independent, so 5 % is what to expect and not what to get.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Extensions, extensions, load, loadAll } from '../src/apps/compose.ts';
import { countLines } from '../src/apps/workbench/evals/iterations.ts';
import { countDatasets, type DatasetCount, withSeen } from '../src/apps/workbench/evals/lay-out.ts';
import { chartsOf } from '../src/apps/workbench/evals/load-report.ts';
import { openPngRenderer, renderSvg } from '../src/apps/workbench/evals/render-figure.ts';
import { runEval } from '../src/apps/workbench/evals/run-eval.ts';
import { SECURITY } from '../src/apps/workbench/evals/figure-roles.ts';
import type { Host } from '../src/apps/workbench/host.ts';
import type { EvalPlan, PlannedDataset } from '../src/engine/evals/eval-plan.ts';
import type { EvalResult } from '../src/engine/evals/eval-result.ts';
import type { EvalSummary } from '../src/engine/evals/eval-summary.ts';
import type { Chart } from '../src/engine/evals/figures/chart.ts';
import type { Figure } from '../src/engine/evals/figure.ts';
import { summarize } from '../src/engine/evals/summarize.ts';
import type { Detector } from '../src/engine/detection/detector.ts';
import type { Prices } from '../src/engine/models/prices.ts';
import type { ModelClient, Provider } from '../src/engine/models/provider.ts';
import { chanceModel, type Chances } from '../src/testing/chance-model.ts';
import { CHANCE_LANGUAGES } from '../src/testing/chance-programs.ts';
import { type KnownCondition, knownValues } from './eval-known-values.ts';

const { values: flags } = parseArgs({
  options: {
    llmseceval: { type: 'string' },
    securityeval: { type: 'string' },
    secllmholmes: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    repeats: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string' },
    draws: { type: 'string', default: '2000' },
    figures: { type: 'string' },
  },
});

/** v, p and q of docs/guide/metrics.md, by the name of the model. */
const MODELS: Readonly<Record<string, Omit<Chances, 'seed'>>> = {
  steady: { vulnerable: 0.6, removes: 0.5, introduces: 0 },
  careless: { vulnerable: 0.6, removes: 0.35, introduces: 0.2 },
};
/** By strategy, whether it has rounds of fixing. */
const STRATEGIES: Readonly<Record<string, boolean>> = {
  'zero-shot': false,
  'feedback-only': true,
  encouragement: true,
};
/** Parts that are there only where there is something to count: weaknesses that were found, rounds that took place. */
const BY_WHAT_CAME: readonly string[] = [
  'findings-by-weakness',
  'introduced-findings',
  'regressed-findings',
  'gaming-rate',
];
const FORMS = ['llmseceval', 'securityeval', 'secllmholmes'] as const;
/** A dollar for a million tokens in, and four for a million out. */
const PRICE = { inputMicroUsd: 1_000_000, outputMicroUsd: 4_000_000 };
const [rounds, repeats, seed] = [Number(flags.rounds), Number(flags.repeats), Number(flags.seed)];

const folder = mkdtempSync(join(tmpdir(), 'seccode-known-'));
try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(): Promise<boolean> {
  const datasets = FORMS.flatMap((name) => planned(name, flags[name]));
  if (datasets.length === 0) {
    console.error(`Name a file: ${FORMS.map((name) => `--${name} FILE`).join(', ')}.`);
    return false;
  }
  const counted = new Map<string, Counted>();
  const own = await withChances(counted);
  const plan: EvalPlan = {
    models: Object.keys(MODELS).map((name) => `chance/${name}`),
    strategies: Object.keys(STRATEGIES),
    datasets,
    repeats,
    maxIterations: rounds,
    // Every round that is left is gone.
    flatRounds: rounds,
    feedback: ['static'],
    heldOut: ['again'],
    scorers: ['detectors'],
    failOn: 'medium',
    minConfidence: 'medium',
    build: 'off',
    seed,
    keepSessions: false,
  };
  const counts = await countDatasets(plan, own, (text) => {
    console.error(text);
  });
  const host: Host = {
    environment: { PATH: '/nonexistent' },
    folder,
    stateFolder: folder,
    modelsFolder: folder,
    nowMs: Date.now,
    random: Math.random,
  };
  const files = await load(own.queues, 'files', 'queue');
  const run = { runId: 'known', startedAtMs: 0, plan: withSeen(plan, counts) };
  const queue = await files.create(join(folder, 'evals'), run);
  let told = Date.now();
  const end = await runEval({
    queue,
    counts,
    calls: { retries: 0, callTimeoutMs: 60_000, prices: prices() },
    extensions: own,
    host,
    concurrency: 4,
    retriesErrors: false,
    signal: new AbortController().signal,
    onResult: (_result, { done, total }) => {
      if (Date.now() - told < 10_000) return;
      told = Date.now();
      console.error(`${String(done)} of ${String(total)}`);
    },
  });
  const { done, total, errors } = end.progress;
  console.log(`${String(done)} of ${String(total)} cells, ${String(errors)} errors.`);
  const options = { seed, draws: Number(flags.draws), security: SECURITY };
  const metrics = await loadAll(own.metrics);
  const summary = await summarize(queue.results(), metrics, options);
  const differing = await countedOtherwise(queue.results(), counted);
  await queue.close();
  if (flags.figures !== undefined) await draw(resolve(flags.figures), chartsOf({ summary, metrics }, 'grey'));
  console.log(`${String(differing)} cells whose calls, tokens or money are not what the model counted itself.\n`);
  return report(summary, counts) && differing === 0 && done === total && errors === 0;
}

async function draw(into: string, charts: readonly Chart[]): Promise<void> {
  mkdirSync(into, { recursive: true });
  const toPng = await openPngRenderer();
  for (const chart of charts) {
    const svg = await renderSvg(chart);
    writeFileSync(join(into, `${chart.name}.svg`), svg);
    writeFileSync(join(into, `${chart.name}.png`), toPng(svg));
  }
  console.error(`wrote ${String(charts.length)} figures to ${into}`);
}

/** The dataset in the form of its publisher; requests alone, so that samples without a label count too. */
function planned(name: (typeof FORMS)[number], path: string | undefined): readonly PlannedDataset[] {
  if (path === undefined) return [];
  const copied = join(folder, basename(path));
  copyFileSync(resolve(path), copied);
  const limit = flags.limit === undefined ? {} : { limit: Number(flags.limit) };
  return [{ name, path: copied, mode: 'request', ...limit }];
}

/** The models, and the static detector once more, under a name of its own, to score with. */
async function withChances(counted: Map<string, Counted>): Promise<Extensions> {
  const analysis = await load(extensions.detectors, 'static', 'detector');
  const syntax = await load(extensions.detectors, 'syntax', 'detector');
  const again: Detector = { ...analysis, name: 'again', defaultRole: 'marking' };
  const chance: Provider = {
    name: 'chance',
    title: 'Scripted models of known behaviour',
    keys: [],
    availability: () => Promise.resolve({ isUsable: true, detail: 'scripted', remedy: '' }),
    open: (name) => Promise.resolve(counting(name, counted)),
  };
  return {
    ...extensions,
    detectors: Object.fromEntries([analysis, syntax, again].map((each) => [each.name, () => Promise.resolve(each)])),
    providers: { chance: () => Promise.resolve(chance) },
  };
}

interface Counted {
  readonly calls: number;
  readonly tokens: number;
  readonly microUsd: number;
}

function counting(name: string, counted: Map<string, Counted>): ModelClient {
  const chances = MODELS[name];
  if (chances === undefined) throw new RangeError(`There is no chance model '${name}'.`);
  const { isFree: _, ...model } = chanceModel({ ...chances, seed }, `chance/${name}`);
  return {
    ...model,
    complete: async (request, signal) => {
      const reply = await model.complete(request, signal);
      const { inputTokens = 0, outputTokens = 0 } = reply.usage;
      const before = counted.get(request.session ?? '') ?? { calls: 0, tokens: 0, microUsd: 0 };
      counted.set(request.session ?? '', {
        calls: before.calls + 1,
        tokens: before.tokens + inputTokens + outputTokens,
        microUsd: before.microUsd + inputTokens + 4 * outputTokens,
      });
      return { ...reply, model: name };
    },
  };
}

function prices(): Prices {
  return Object.keys(MODELS).map((model) => ({ provider: 'chance', model, ...PRICE, asOf: '2026-01-01' }));
}

async function countedOtherwise(
  results: AsyncIterable<EvalResult>,
  counted: ReadonlyMap<string, Counted>,
): Promise<number> {
  let differing = 0;
  for await (const { sessionId, calls, usage, cost } of results) {
    const own = counted.get(sessionId);
    const tokens = (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0);
    if (own?.calls !== calls || own.tokens !== tokens || own.microUsd !== cost) differing += 1;
  }
  return differing;
}

/** Tells every figure beside its value, and whether they agree. */
function report({ conditions, comparisons }: EvalSummary, counts: readonly DatasetCount[]): boolean {
  const tally = { intervals: 0, missed: 0, off: 0 };
  const row = (cells: readonly string[]): void => {
    console.log(`| ${cells.join(' | ')} |`);
  };
  const hold = (what: readonly string[], known: number, figure: Figure | undefined): void => {
    const { value, n = 0, low, high, interval = 'none' } = figure ?? {};
    const hasInterval = low !== undefined && high !== undefined;
    const isMissed = hasInterval && (known < low - 1e-9 || known > high + 1e-9);
    // An interval reaches two standard errors to each side.
    const reach = hasInterval ? 2 * (high - low) : 1e-9;
    // A round that no sample came to, and a weakness that was not found, have nothing to be right or wrong.
    const isEmpty = figure !== undefined && n === 0;
    const isOff = !isEmpty && (value === undefined || Math.abs(value - known) > reach + 1e-9);
    if (hasInterval) tally.intervals += 1;
    if (isMissed) tally.missed += 1;
    if (isOff) tally.off += 1;
    const ends = hasInterval ? `${digits(low)} to ${digits(high)}` : 'none';
    const mark = isOff ? ' (off)' : isMissed ? ' (outside)' : '';
    row([...what, digits(known), value === undefined ? 'none' : digits(value), `${ends}${mark}`, interval, String(n)]);
  };
  row(['dataset', 'model', 'strategy', 'figure', 'by hand', 'measured', '95 % interval', 'made by', 'n']);
  row(Array.from({ length: 9 }, () => '---'));
  for (const { dataset, model, strategy, metrics } of conditions) {
    for (const { metric, part, value } of knownValues(conditionOf(dataset, model, strategy, counts))) {
      hold([dataset, model, strategy, `${metric} ${part}`.trim()], value, figureOf(metrics[metric], metric, part));
    }
  }
  console.log('');
  row([
    'dataset',
    'model',
    'strategies',
    'figure',
    'by hand',
    'measured',
    '95 % interval',
    'made by',
    'n',
    'p, corrected',
  ]);
  row(Array.from({ length: 10 }, () => '---'));
  for (const { dataset, model, strategies, difference, pCorrected } of comparisons) {
    const [first, second] = strategies.map((strategy) => securityOf(conditionOf(dataset, model, strategy, counts)));
    const p = pCorrected < 0.0001 ? 'p < 0.0001' : `p = ${pCorrected.toFixed(4)}`;
    hold([dataset, model, strategies.join(' - '), `difference, ${p}`], (first ?? 0) - (second ?? 0), difference);
  }
  const { intervals, missed, off } = tally;
  const share = ((100 * (intervals - missed)) / intervals).toFixed(1);
  console.log(
    `\n${String(intervals)} intervals, of which ${share} % hold the value by hand; ${String(off)} figures are off.`,
  );
  return off === 0 && intervals > 0 && missed <= intervals / 10;
}

function conditionOf(
  dataset: string,
  model: string,
  strategy: string,
  counts: readonly DatasetCount[],
): KnownCondition {
  const chances = MODELS[model.replace('chance/', '')];
  const languages = counts.find(({ planned: { name } }) => name === dataset)?.languages ?? {};
  if (chances === undefined) throw new RangeError(`There is no chance model '${model}'.`);
  return {
    chances: { ...chances, seed },
    rounds: STRATEGIES[strategy] === true ? rounds : 0,
    repeats,
    samples: new Map(CHANCE_LANGUAGES.map((language) => [language, languages[language.id] ?? 0])),
    linesOf: (text) => countLines([{ path: 'program', text }]),
  };
}

function figureOf(
  figures: Readonly<Record<string, Figure>> | undefined,
  metric: string,
  part: string,
): Figure | undefined {
  const hasNone = BY_WHAT_CAME.includes(metric) && figures !== undefined && figures[part] === undefined;
  if (hasNone) return { value: 0, n: 0, unscored: 0 };
  // What ended earlier is carried forward.
  const last = Object.keys(figures ?? {}).at(-1);
  return figures?.[part] ?? (Number(part) > Number(last) ? figures?.[last ?? ''] : undefined);
}

function securityOf(condition: KnownCondition): number {
  return (
    knownValues(condition).find(({ metric, part }) => metric === 'secure-at-k' && part === '1')?.value ?? Number.NaN
  );
}

function digits(value: number): string {
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(4);
}

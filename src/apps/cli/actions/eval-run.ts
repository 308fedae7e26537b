import { SecCodeError } from '#core/errors.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { EvalRunQueue } from '#engine/evals/eval-queue.ts';
import { summarize } from '#engine/evals/summarize.ts';
import { judgesDiffer } from '#engine/evals/judges.ts';
import { formatCost, plural } from '#engine/reports/amounts.ts';
import { newSessionId } from '#engine/storage/session-id.ts';
import { extensions, loadAll } from '../../compose.ts';
import type { Config } from '../../config/config.ts';
import type { Estimate } from '../../workbench/evals/estimate.ts';
import {
  countDatasets,
  type DatasetCount,
  requireUnchanged,
  titleOf,
  withSeen,
} from '../../workbench/evals/lay-out.ts';
import { SECURITY } from '../../workbench/evals/figure-roles.ts';
import { type ChosenQueue, chooseQueue } from '../../workbench/evals/queues.ts';
import { capOf } from '../../workbench/evals/read-plan.ts';
import { judgesOf } from '../../workbench/evals/judges-here.ts';
import { type EvalRunEnd, runEval } from '../../workbench/evals/run-eval.ts';
import { estimatePlan } from '../../workbench/evals/run-estimate.ts';
import { callSettings } from '../../workbench/from-config.ts';
import type { Host } from '../../workbench/host.ts';
import type { CliContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { openEvalView } from '../render/eval-view.ts';
import { planFrom, refuseDeciding } from './eval-plan.ts';
import {
  type JudgedLimits,
  judgeLimits,
  type MetricLimit,
  metricLimits,
  requireReachable,
} from './eval/metric-limits.ts';
import { hostFor, type Options, settle, text, texts } from './setting.ts';

/** Flags that are settings here as elsewhere; the others belong to the plan. */
const SETTINGS = ['config', 'baseUrl', 'retries', 'callTimeout', 'sandbox', 'concurrency', 'detectorSetting'] as const;

interface Opened {
  readonly queue: EvalRunQueue;
  readonly counts: readonly DatasetCount[];
}

/** `seccode eval run`: a new run, or one that goes on. */
export async function runEvaluation(file: string | undefined, options: Options, context: CliContext): Promise<void> {
  const { terminal, signal } = context;
  const { config } = await settle(Object.fromEntries(SETTINGS.map((key) => [key, options[key]])), context);
  const host = hostFor(context, config);
  const chosen = await chooseQueue(text(options['queue']), extensions, host);
  const limits = await limitsOf(options);
  const isResumed = options['resume'] !== undefined || options['retryErrors'] === true;
  if (isResumed) refuseDeciding(file, options);
  const opened = isResumed
    ? await goOn(options, chosen, config, host, context)
    : await begin(await planFrom(file, options, config, host), chosen, options, config, host, context);
  if (opened === undefined) return;
  const { queue, counts } = opened;
  const { cap } = capOf({ maxCost: number(options['maxCost']), maxTokens: number(options['maxTokens']) });
  const view = openEvalView(terminal, host.nowMs);
  try {
    requireReachable(limits, queue.run.plan.repeats);
    const end = await runEval({
      queue,
      counts,
      calls: callSettings(config),
      extensions,
      host,
      concurrency: config.concurrency,
      retriesErrors: options['retryErrors'] === true,
      ...(cap === undefined ? {} : { cap }),
      ...(config.detectorSettings === undefined ? {} : { detectorSettings: config.detectorSettings }),
      ...(config.sandbox === undefined ? {} : { sandbox: config.sandbox }),
      signal,
      onResult: (_result, sight) => {
        view.update(sight);
      },
      onSight: view.update,
    });
    view.stop();
    await tell(end, queue, options, context, await judged(end, queue, limits));
  } finally {
    view.stop();
    await queue.close();
  }
}

async function begin(
  planned: EvalPlan,
  { queue, address }: ChosenQueue,
  options: Options,
  config: Config,
  host: Host,
  { terminal }: CliContext,
): Promise<Opened | undefined> {
  const counts = await countDatasets(planned, extensions, terminal.note);
  const languages = counts.flatMap((count) => Object.keys(count.languages));
  const judges = await judgesOf(planned, languages, extensions, host, config.detectorSettings);
  const plan = { ...withSeen(planned, counts), judges };
  for (const { planned: dataset, samples, leftOut } of counts) {
    const lacking = dataset.mode === 'code' ? 'code' : 'words';
    if (leftOut > 0) terminal.note(`${titleOf(dataset)}: ${plural(leftOut, 'sample')} without ${lacking} left out.`);
    if (samples === 0) {
      throw new SecCodeError('INPUT_INVALID', `The dataset '${titleOf(dataset)}' has no sample to run.`, {
        remedy: `Check --language and --mode: '${dataset.mode}' needs samples with ${lacking}.`,
      });
    }
  }
  const estimate = await estimatePlan(plan, counts, callSettings(config), extensions, host);
  terminal.note(describe(estimate, plan));
  const mayAsk = terminal.isInteractive && options['yes'] !== true && options['json'] !== true;
  if (mayAsk) {
    const { confirm } = await import('@clack/prompts');
    if ((await confirm({ message: 'Begin?', output: terminal.process.stderr })) !== true) return undefined;
  }
  const startedAtMs = host.nowMs();
  const runId = newSessionId({ atMs: startedAtMs, random: host.random });
  return { queue: await queue.create(address, { runId, startedAtMs, plan }), counts };
}

async function goOn(
  options: Options,
  { queue, address }: ChosenQueue,
  config: Config,
  host: Host,
  { terminal }: CliContext,
): Promise<Opened> {
  const runId = text(options['resume']) ?? (await queue.list(address))[0]?.runId;
  if (runId === undefined) {
    throw new SecCodeError('SESSION_NOT_FOUND', 'No evaluation was run here.', {
      remedy: 'Begin one with `seccode eval run`.',
    });
  }
  const run = await queue.open(address, runId);
  try {
    const counts = await countDatasets(run.run.plan, extensions, terminal.note);
    requireUnchanged(run.run.plan, counts);
    const { judges } = run.run.plan;
    const here = judges && (await judgesOf(run.run.plan, judges.languages, extensions, host, config.detectorSettings));
    const differing = judgesDiffer(judges, here);
    if (differing.length > 0) {
      terminal.note(`warning: the run began with other judges than are here: ${differing.join(', ')}.`);
    }
    return { queue: run, counts };
  } catch (error) {
    await run.close();
    throw error;
  }
}

function describe({ cells, calls, inputTokens, outputTokens, cost, unpriced }: Estimate, plan: EvalPlan): string {
  const size = `${plural(cells, 'session')}: ${String(plan.models.length)} × ${String(plan.strategies.length)} × samples × ${String(plan.repeats)}.`;
  const tokens = `about ${inputTokens.toLocaleString('en-US')} tokens in and ${outputTokens.toLocaleString('en-US')} out`;
  const money = cost === 'unknown' ? `unknown (no price for ${unpriced.join(', ')})` : formatCost(cost);
  return `${size} At most ${plural(calls, 'call')}, ${tokens}; cost: ${money}.`;
}

async function tell(
  { progress, isCapped, isInterrupted }: EvalRunEnd,
  queue: EvalRunQueue,
  options: Options,
  { terminal, end }: CliContext,
  judged: JudgedLimits | undefined,
): Promise<void> {
  const { runId } = queue.run;
  const { done, total, errors, tokens, cost } = progress;
  const resume = `seccode eval run --resume ${runId}`;
  if (options['json'] === true) {
    const report = { runId, done, total, errors, tokens, cost, isCapped, isInterrupted, ...judged };
    await terminal.outFormatted(`${JSON.stringify(report, undefined, 2)}\n`);
  } else {
    const spent = `${tokens.toLocaleString('en-US')} tokens, ${cost === 'unknown' ? 'cost unknown' : formatCost(cost)}`;
    await terminal.out(`Run ${runId}: ${String(done)} of ${String(total)} done, ${spent}.\n`);
    if (errors > 0) {
      terminal.note(`${String(errors)} ended with an error. Run them again with: ${resume} --retry-errors`);
    }
  }
  if (isCapped) {
    terminal.note(
      `The cap of the run was reached: ${String(total - done)} were not run. Raise it and go on with: ${resume}`,
    );
  }
  if (isInterrupted) {
    end(EXIT.interrupted, `Interrupted; ${String(done)} of ${String(total)} are kept. Go on with: ${resume}`);
    throw new SecCodeError('CANCELLED', 'The evaluation was interrupted.', { remedy: `Go on with \`${resume}\`.` });
  }
  if (judged === undefined) {
    if (hasLimits(options)) end(EXIT.undecided, 'exit 2: the run is not whole, and its limits are not judged');
  } else if (judged.missed.length > 0) end(EXIT.findings, `exit 1: ${judged.missed.join('; ')}`);
  else if (judged.undecided.length > 0) {
    end(EXIT.undecided, `exit 2: too much is unscored to say: ${judged.undecided.join('; ')}`);
  }
}

function hasLimits(options: Options): boolean {
  return options['failUnder'] !== undefined || options['failOver'] !== undefined;
}

/** Read before anything is run: a limit that is none costs nothing. */
async function limitsOf(options: Options): Promise<readonly MetricLimit[]> {
  if (!hasLimits(options)) return [];
  const metrics = await loadAll(extensions.metrics);
  const read = (key: string, kind: MetricLimit['kind']): readonly MetricLimit[] =>
    options[key] === undefined ? [] : metricLimits(texts(options[key]) ?? [], kind, metrics);
  return [...read('failUnder', 'at least'), ...read('failOver', 'at most')];
}

/** `undefined` without limits, and for a run that is not whole. */
async function judged(
  { progress: { done, total, errors }, isInterrupted }: EvalRunEnd,
  queue: EvalRunQueue,
  limits: readonly MetricLimit[],
): Promise<JudgedLimits | undefined> {
  if (limits.length === 0 || isInterrupted || done < total || errors > 0) return undefined;
  const metrics = [...new Set(limits.map(({ metric }) => metric))];
  // Limits are held against values: no interval is needed, and none is drawn.
  const options = { seed: queue.run.plan.seed, draws: 1, security: SECURITY };
  return judgeLimits((await summarize(queue.results(), metrics, options)).conditions, limits);
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

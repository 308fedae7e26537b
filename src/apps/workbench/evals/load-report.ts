import { join } from 'node:path';
import type { StoredEvent } from '#core/session-event.ts';
import type { EvalRecord } from '#engine/evals/eval-queue.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';
import { paperFigures } from '#engine/evals/figures/paper-figures.ts';
import type { Palette } from '#engine/evals/figures/chart.ts';
import { SECCODE_2024 } from '#engine/evals/published/seccode-2024.ts';
import type { EvalReport } from '#engine/evals/report/eval-report.ts';
import { overviewCharts } from '#engine/evals/report/overview-charts.ts';
import { samplePick } from '#engine/evals/report/sample-pick.ts';
import { summarize } from '#engine/evals/summarize.ts';
import { type Extensions, loadAll } from '../../compose.ts';
import { VERSION } from '../../version.ts';
import type { Host } from '../host.ts';
import { DRAWS, FIGURE_ROLES, SECURITY } from './figure-roles.ts';

const LISTED = 500;

/** Reads a run and works its report out; `samples` of its sessions are read, those that tell most. */
export async function loadReport(
  queue: EvalRecord,
  samples: number,
  extensions: Extensions,
  host: Host,
): Promise<EvalReport> {
  const { runId, startedAtMs, plan } = queue.run;
  const metrics = await loadAll(extensions.metrics);
  let judged = 0;
  const counted = async function* (): AsyncGenerator<EvalResult> {
    for await (const result of queue.results()) {
      judged += 1;
      yield result;
    }
  };
  const summary = await summarize(counted(), metrics, { seed: plan.seed, draws: DRAWS, security: SECURITY });
  const pick = samplePick({ security: SECURITY, embedded: samples, listed: LISTED });
  for await (const result of queue.results()) pick.add(result);
  // More may have come since: the report speaks of those that its figures are made from.
  const { embedded, listed } = pick.picked();
  const details = [];
  for (const result of embedded) {
    details.push({ result, events: await eventsOf(result.sessionId, runId, extensions, host) });
  }
  const { total: cells } = await queue.progress();
  const report = {
    version: VERSION,
    runId,
    startedAtMs,
    plan,
    metrics,
    roles: FIGURE_ROLES,
    security: SECURITY,
    summary,
    ...(cells === undefined ? {} : { cells }),
  };
  return {
    ...report,
    charts: chartsOf({ summary, metrics }, 'colour'),
    samples: details,
    others: listed,
    total: judged,
  };
}

/** All drawings of a run in one palette. */
export function chartsOf(
  { summary, metrics }: Pick<EvalReport, 'summary' | 'metrics'>,
  palette: Palette,
): EvalReport['charts'] {
  const shares = new Set(metrics.filter(({ unit }) => unit === 'share').map(({ name }) => name));
  const run = { title: 'this run', conditions: summary.conditions, roles: FIGURE_ROLES, shares };
  return [...paperFigures({ published: SECCODE_2024, run, palette }), ...overviewCharts(run, palette)];
}

/** Empty when the run kept no sessions, or this one was run on another machine. */
async function eventsOf(
  sessionId: string,
  runId: string,
  extensions: Extensions,
  host: Host,
): Promise<readonly StoredEvent[]> {
  const folder = join(host.stateFolder, 'evals', runId, 'cells', sessionId.slice(0, 2));
  try {
    return await (await extensions.openStore(folder)).read(sessionId);
  } catch {
    return [];
  }
}

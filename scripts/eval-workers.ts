/**
 * Shows that workers may die: one run over a real PostgreSQL, four worker processes, two of them killed with SIGKILL on the
 * way. Every cell must have exactly one result, the same as when one process works alone.
 *
 * Needs PostgreSQL on this machine (Debian: apt-get install postgresql); starts a server of its own in a temporary folder.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual } from 'node:util';
import { extensions, load } from '../src/apps/compose.ts';
import { countDatasets, layOutCells, withSeen } from '../src/apps/workbench/evals/lay-out.ts';
import type { EvalResult } from '../src/engine/evals/eval-result.ts';
import { PostgresServer } from '../src/testing/postgres/server.ts';
import { scriptedDataset, scriptedPlan, scriptRun, unsafeSample } from '../src/testing/scripted-eval.ts';
import { slowFixer } from './eval-workers-model.ts';
import { ROOT } from './run-command.ts';

const SAMPLES = 24;
const WORKERS = 4;
const KILLED = 2;
/** Results of a worker after which it may be killed. */
const KILL_AFTER = 2;
const LEASE_SECONDS = '4';
const samples = (): Iterable<ReturnType<typeof unsafeSample>> =>
  Array.from({ length: SAMPLES }, (_, index) => unsafeSample(index + 1));

const folder = mkdtempSync(join(tmpdir(), 'seccode-workers-'));
const children: ChildProcess[] = [];
const server = await PostgresServer.start();
try {
  const alone = await scriptRun({}, samples, slowFixer, join(folder, 'alone'));
  await alone.go();
  const expected = await alone.results();

  await server.makeDatabase('evals');
  const address = server.address('evals', { seccode_lease: LEASE_SECONDS });
  const queue = await load(extensions.queues, 'postgres', 'queue');
  const own = { ...extensions, datasets: { scripted: () => Promise.resolve(scriptedDataset(samples)) } };
  const plan = withSeen(scriptedPlan, await countDatasets(scriptedPlan, own, () => undefined));
  const run = await queue.create(address, { runId: 'run-1', startedAtMs: 1000, plan });
  await run.add(layOutCells(plan, own));

  const kept = Array.from({ length: WORKERS }, () => 0);
  const killed: number[] = [];
  const beforeMs = Date.now();
  for (let index = 0; index < WORKERS; index += 1) {
    const options = ['--conditions=seccode-source', '--import', 'tsx', 'scripts/eval-worker.ts'];
    const child = spawn(process.execPath, [...options, address, join(folder, `worker-${String(index)}`)], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('problem')) console.log(`worker ${String(index + 1)}: ${line}`);
      kept[index] = (kept[index] ?? 0) + 1;
      if (killed.length < KILLED && !killed.includes(index) && (kept[index] ?? 0) >= KILL_AFTER) {
        killed.push(index);
        child.kill('SIGKILL');
      }
    });
  }

  let progress = await run.progress();
  while (progress.total === undefined || progress.done < progress.total) {
    if (children.every(({ exitCode, signalCode }) => exitCode !== null || signalCode !== null)) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
    progress = await run.progress();
  }
  const seconds = (Date.now() - beforeMs) / 1000;
  await Promise.all(children.map(stop));

  const results: EvalResult[] = [];
  for await (const result of run.results()) results.push(result);
  await run.close();
  const [left] = await server.sql(
    'evals',
    `select (select count(*) from seccode.eval_claim)::int as claims, (select count(*) from seccode_jobs.job)::int as jobs,
      (select count(*) from seccode.eval_worker)::int as workers`,
  );

  const lacking = expected.filter(({ key }) => !results.some((result) => result.key === key)).length;
  const twice = results.length - new Set(results.map(({ key }) => key)).size;
  const isSame = isDeepStrictEqual(comparable(results), comparable(expected));
  console.log(
    `workers: ${String(WORKERS)}, killed: ${String(killed.length)}, lease: ${LEASE_SECONDS} s, ${seconds.toFixed(1)} s`,
  );
  console.log(
    `results by worker: ${kept.map((count, index) => `${String(count)}${killed.includes(index) ? ' (killed)' : ''}`).join(', ')}`,
  );
  console.log(
    `cells: ${String(expected.length)}, results: ${String(results.length)}, lacking: ${String(lacking)}, twice: ${String(twice)}`,
  );
  console.log(`left behind: ${JSON.stringify(left)}`);
  console.log(`in one process: ${totals(expected)}`);
  console.log(`over PostgreSQL: ${totals(results)}`);
  const isRight =
    killed.length === KILLED && results.length === expected.length && lacking === 0 && twice === 0 && isSame;
  console.log(isRight ? 'The same, cell by cell.' : 'NOT the same.');
  process.exitCode = isRight ? 0 : 1;
} finally {
  for (const child of children) child.kill('SIGKILL');
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

/** Everything but how long it took. */
function comparable(results: readonly EvalResult[]): readonly unknown[] {
  return results.toSorted((a, b) => a.index - b.index).map(({ durationMs: _, ...rest }) => rest);
}

function totals(results: readonly EvalResult[]): string {
  const passes = results.filter(({ scores }) => {
    const score = scores['detectors'];
    return score?.status === 'scored' && score.passes;
  }).length;
  const verdicts = ['secure', 'vulnerable', 'undecided'].map(
    (verdict) => `${String(results.filter((result) => result.verdict === verdict).length)} ${verdict}`,
  );
  const tokens = results.reduce((sum, { usage }) => sum + (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0), 0);
  const calls = results.reduce((sum, result) => sum + result.calls, 0);
  return `${String(passes)} pass, ${verdicts.join(', ')}, ${String(calls)} calls, ${String(tokens)} tokens`;
}

/**
 * Runs an evaluation of many samples with a scripted model in this process, and says how fast it is and whether memory grows:
 * `npm run eval:bench -- [samples] [kills]`.
 *
 * The work is done by another process, which is killed as often as asked for, at any moment, and started again. In the end each
 * sample has exactly one result, and the totals are those that follow from the script.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scriptBench, SCRIPTED_TOKENS } from './eval-bench-run.ts';

const [, , samplesText = '2000', killsText = '3'] = process.argv;
const samples = Number(samplesText);
const kills = Number(killsText);
const folder = mkdtempSync(join(tmpdir(), 'seccode-eval-bench-'));
const startedMs = Date.now();
const memory: number[] = [];
let peakMb = 0;

/** One process until it ends or has done so many samples. */
function work(until: number): Promise<'killed' | 'ended'> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'eval-bench-worker.ts'), [folder, String(samples)], {
      execArgv: ['--conditions=seccode-source', '--import', 'tsx'],
    });
    let isKilled = false;
    child.on('message', (message: unknown) => {
      if (typeof message !== 'object' || message === null || !('done' in message) || !('rss' in message)) return;
      const done = Number(message.done);
      const mb = Math.round(Number(message.rss) / 1_000_000);
      peakMb = Math.max(peakMb, mb);
      memory.push(mb);
      const seconds = (Date.now() - startedMs) / 1000;
      console.log(`${seconds.toFixed(1)} s: ${String(done)} done, ${String(mb)} MB`);
      if (done < until || isKilled) return;
      isKilled = true;
      child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (!isKilled && code !== 0) reject(new Error(`The worker ended with ${String(code)}.`));
      else resolve(isKilled ? 'killed' : 'ended');
    });
  });
}

for (let kill = 1; kill <= kills; kill += 1) {
  const how = await work(Math.floor((samples * kill) / (kills + 1)));
  console.log(`${how} (${String(kill)} of ${String(kills)})`);
}
await work(Number.POSITIVE_INFINITY);
const seconds = (Date.now() - startedMs) / 1000;

const bench = await scriptBench(folder, samples);
const seen = new Set<number>();
let tokens = 0;
let passes = 0;
for await (const { index, usage, scores, error } of bench.results()) {
  if (seen.has(index)) throw new Error(`The cell ${String(index)} has two results.`);
  if (error !== undefined) throw new Error(`The cell ${String(index)} has an error: ${error}`);
  seen.add(index);
  tokens += (usage.inputTokens ?? 0) + (usage.outputTokens ?? 0);
  const score = scores['detectors'];
  if (score?.status === 'scored' && score.passes) passes += 1;
}
await bench.close();
const ideal = await bench.ideal();
rmSync(folder, { recursive: true });

const rate = samples / seconds;
console.log(
  [
    `samples: ${String(seen.size)} of ${String(samples)}, killed ${String(kills)} times`,
    `tokens: ${String(tokens)}, wanted ${String(samples * SCRIPTED_TOKENS)}; passes: ${String(passes)}`,
    `memory: ${String(memory[0] ?? 0)} MB at first, ${String(memory.at(-1) ?? 0)} MB at last, ${String(peakMb)} MB at most`,
    `time: ${seconds.toFixed(1)} s, ${rate.toFixed(0)} samples a second; starts of the killed processes included`,
    `ideal: ${ideal.toFixed(0)} samples a second for the sessions and scores alone, one after another: ${((100 * rate) / ideal).toFixed(0)} %`,
  ].join('\n'),
);
if (seen.size !== samples || tokens !== samples * SCRIPTED_TOKENS || passes !== samples) {
  console.error(
    'error: Results are missing, double or wrong.\nfix: Look at the queue of files and at what resumes a run.',
  );
  process.exitCode = 1;
}

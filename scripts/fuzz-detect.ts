/**
 * `npm run fuzz:detect`: runs damaged code through the static detector; nothing may break it or hold it up.
 *
 *     npm run fuzz:detect -- --language python --inputs 200000
 *     npm run fuzz:detect -- --seed 7             another series of inputs
 *     npm run fuzz:detect -- --seed 7 --only 1234 one input again, in this process, with what came of it
 *
 * Inputs come from the examples of the rules and from the corpus (`npm run corpus` fetches it). What they were at the last
 * run is kept, and `--only` uses that. What fails is kept in `.cache/fuzz`; the exit code is 1 then.
 */
import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAnalyzer } from './corpus-analyzer.ts';
import { checkInput, pathOf } from './fuzz-check.ts';
import { fuzzInput } from './fuzz-input.ts';
import { corpusSeeds, exampleSeeds, readSeeds, writeSeeds } from './fuzz-seeds.ts';
import type { FuzzMessage } from './fuzz-worker.ts';
import { ROOT } from './run-command.ts';

/** A process that says nothing for so long hangs: a batch takes 0.2 s and its last input at most twice the limit. */
const SILENCE_MS = 60_000;
/** Inputs that a worker gets through between two messages, at most. */
const MOST_UNSEEN = 400;
const FAILING = join(ROOT, '.cache/fuzz');

const { values: flags } = parseArgs({
  options: {
    language: { type: 'string', default: 'python' },
    inputs: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
  },
});
const { language } = flags;
const [inputs, seed, jobs] = [Number(flags.inputs), Number(flags.seed), Number(flags.jobs)];
const seedsFile = join(FAILING, `seeds-${language}.json`);
const seeds = flags.only === undefined ? [...exampleSeeds(language), ...corpusSeeds(language)] : readSeeds(seedsFile);
if (seeds.length === 0) {
  console.error(`error: There is no code in ${language} to start from.`);
  process.exit(2);
}

type Outcome = FuzzMessage['outcomes'][number];
const slowest: Outcome[] = [];
const failures: { readonly index: number; readonly fault: string }[] = [];
const notCovered = new Map<string, number>();
let done = 0;
let withFindings = 0;
let totalMs = 0;

if (flags.only !== undefined) {
  await checkOne(Number(flags.only));
} else {
  writeSeeds(seedsFile, seeds);
  await Promise.all(Array.from({ length: jobs }, (_, job) => runJob(job)));
  printSummary();
}

async function checkOne(index: number): Promise<void> {
  const input = fuzzInput(language, seeds, seed, index);
  save(index);
  const outcome = await checkInput(await openAnalyzer(), pathOf(language, index), input);
  console.log({ index, made: input.made, length: input.text.length, ...outcome });
  if (outcome.fault !== undefined) process.exitCode = 1;
}

/** Runs every `jobs`-th input in one process after another: a new one goes on where the last one died. */
async function runJob(job: number): Promise<void> {
  for (let from = job; from < inputs; ) from = await runWorker(from);
}

/** Gives back the index to go on with. */
async function runWorker(from: number): Promise<number> {
  const child = fork(
    join(import.meta.dirname, 'fuzz-worker.ts'),
    Object.entries({ language, seed, seeds: seedsFile, from, to: inputs, step: jobs }).flatMap(([key, value]) => [
      `--${key}`,
      `${value}`,
    ]),
    { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] },
  );
  let lastWords = '';
  child.stderr?.on('data', (data: Buffer) => {
    lastWords = `${lastWords}${data.toString()}`.slice(-2000);
  });
  let next = from;
  return await new Promise((resolve) => {
    const hangs = (): void => {
      child.kill('SIGKILL');
    };
    let timer = setTimeout(hangs, SILENCE_MS * 2);
    child.on('message', (message: FuzzMessage) => {
      clearTimeout(timer);
      timer = setTimeout(hangs, SILENCE_MS);
      next = message.next;
      for (const outcome of message.outcomes) count(outcome);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (next >= inputs) {
        resolve(inputs);
        return;
      }
      const reason = /^.*(?:error|fatal|abort).*$/im.exec(lastWords)?.[0].trim().slice(0, 200) ?? 'It said nothing.';
      const ended = signal === null ? `The process ended with ${String(code)}.` : `It hung or died (${signal}).`;
      void findCulprit(next, `${ended} ${reason}`).then(resolve);
    });
  });
}

/** The inputs after the last message ran unseen: they are done one by one, each in a process of its own. */
async function findCulprit(from: number, fault: string): Promise<number> {
  for (let index = from; index < inputs && index < from + MOST_UNSEEN * jobs; index += jobs) {
    const survived = await new Promise<boolean>((resolve) => {
      const child = fork(
        join(import.meta.dirname, 'fuzz-worker.ts'),
        Object.entries({ language, seed, seeds: seedsFile, from: index, to: index + 1 }).flatMap(([key, value]) => [
          `--${key}`,
          `${value}`,
        ]),
        { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] },
      );
      const timer = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS);
      let isTold = false;
      child.on('message', (message: FuzzMessage) => {
        isTold = true;
        for (const outcome of message.outcomes) count(outcome);
      });
      child.on('exit', () => {
        clearTimeout(timer);
        resolve(isTold);
      });
    });
    if (survived) continue;
    fail(index, fault);
    return index + jobs;
  }
  // What has piled up may have ended it: memory that is not given back is a fault of its own.
  fail(from, `${fault} None of the ${MOST_UNSEEN} inputs from here on does that alone.`);
  return from + MOST_UNSEEN * jobs;
}

function count(outcome: Outcome): void {
  done += 1;
  totalMs += outcome.ms;
  if (outcome.findings > 0) withFindings += 1;
  if (outcome.notCovered !== undefined) {
    const reason = outcome.notCovered.replace(/\d+/g, 'N').slice(0, 100);
    notCovered.set(reason, (notCovered.get(reason) ?? 0) + 1);
  }
  if (outcome.fault !== undefined) fail(outcome.index, outcome.fault);
  if (slowest.length < 5 || outcome.ms > (slowest.at(-1)?.ms ?? 0)) {
    slowest.push(outcome);
    slowest.sort((a, b) => b.ms - a.ms);
    slowest.splice(5);
  }
  if (done % 20_000 === 0) console.log(`${done} of ${inputs}, ${failures.length} failed`);
}

function fail(index: number, fault: string): void {
  failures.push({ index, fault });
  if (failures.length <= 20) console.log(`failed: input ${index}, kept as ${save(index)}: ${fault}`);
}

function save(index: number): string {
  mkdirSync(FAILING, { recursive: true });
  const ending = pathOf(language, index).split('.').at(-1) ?? 'txt';
  const file = join(FAILING, `${language}-${seed}-${index}.${ending}`);
  writeFileSync(file, fuzzInput(language, seeds, seed, index).text);
  return file;
}

function printSummary(): void {
  console.log(`${done} inputs of ${language} from ${seeds.length} texts, seed ${seed}: ${failures.length} failed.`);
  console.log(`${withFindings} had findings. Mean ${(totalMs / Math.max(1, done)).toFixed(2)} ms. The slowest:`);
  for (const { index, ms, made } of slowest) console.log(`  ${ms.toFixed(0).padStart(6)} ms  input ${index} (${made})`);
  for (const [reason, times] of [...notCovered].sort(([, a], [, b]) => b - a)) {
    console.log(`  not covered ${times} times: ${reason}`);
  }
  if (failures.length > 0) process.exitCode = 1;
}

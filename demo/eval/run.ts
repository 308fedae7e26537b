/**
 * `npm run demo:eval`: an evaluation of three strategies on twenty tasks of our own, with the recorded replies of a real model.
 * All else happens now: the loop, the detectors, the tests in a sandbox, the report.
 *
 * `-o FOLDER` names where the report goes. `--record FOLDER` hands prompts out through that folder, as `-m relay:FOLDER` does,
 * takes those that were answered before from the recorded ones, and keeps all replies for the next time.
 *
 * Needs what Debian calls bandit and bubblewrap, and Python.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { promptHash } from '#engine/models/prompt-hash.ts';
import { type KeptReply, readReplies, writeReplies } from '../kept-replies.ts';
import { answerKnown, type KnownReplies, readRequest } from '../known-replies.ts';
import { runCli } from '../run-cli.ts';

const PLAN = join(import.meta.dirname, 'plan.yaml');
const REPLIES = join(import.meta.dirname, 'replies.json');
const ABOUT =
  'Replies of a real model, unedited: one fresh context for each prompt, which saw nothing but that prompt.';
/** Prompts that wait for their replies at once. */
const AT_ONCE = '60';

const { values: flags } = parseArgs({
  options: { record: { type: 'string' }, output: { type: 'string', short: 'o', default: 'tmp/eval' } },
});
const folder = mkdtempSync(join(tmpdir(), 'seccode-eval-demo-'));
try {
  process.exitCode = await main(resolve(flags.output));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(output: string): Promise<number> {
  const relay = join(folder, 'replies');
  if (flags.record === undefined) mkdirSync(relay);
  else symlinkSync(resolve(flags.record), relay);
  const interruption = new AbortController();
  let unanswered = 0;
  const known: KnownReplies = existsSync(REPLIES) ? readReplies(REPLIES) : new Map<string, string[]>();
  const stop = answerKnown(relay, known, ({ file }) => {
    unanswered += 1;
    if (flags.record === undefined) interruption.abort();
    else console.log(`waiting for a reply to ${file}`);
  });
  const args = ['eval', 'run', PLAN, '-m', 'relay:replies', '--yes', '-j', AT_ONCE];
  const run = await runCli(args, { folder, isShown: true, signal: interruption.signal });
  stop();
  if (unanswered > 0 && flags.record === undefined) {
    console.error('error: No reply is recorded for a prompt: prompts have changed since. Record with --record FOLDER.');
    return 1;
  }
  if (run.code !== 0) return run.code;
  const files = ['report.html', 'report.md', 'figures/', 'tables/'].flatMap((name) => ['-o', join(output, name)]);
  const report = await runCli(['eval', 'report', ...files], { folder, isShown: true });
  if (report.code !== 0) return report.code;
  if (flags.record !== undefined) keep(relay);
  const [, answer = ''] = /## Answer\n\n([^#]*)/.exec(readFileSync(join(output, 'report.md'), 'utf8')) ?? [];
  console.log(`\n${answer.trim()}\n\nThe report: ${join(output, 'report.html')}`);
  return 0;
}

/** Keeps each prompt once, in the order in which they were asked. */
function keep(relay: string): void {
  const kept = new Map<string, KeptReply>();
  for (const name of readdirSync(relay)
    .filter((each) => each.endsWith('.request.json'))
    .sort()) {
    const { purpose, messages } = readRequest(readFileSync(join(relay, name), 'utf8'));
    const text = readFileSync(join(relay, name.replace('.request.json', '.reply.md')), 'utf8');
    const hash = promptHash(messages);
    if (!kept.has(hash)) kept.set(hash, { promptHash: hash, purpose, messages, text });
  }
  writeReplies(REPLIES, ABOUT, [...kept.values()]);
  console.log(`wrote ${REPLIES}`);
}

/**
 * `npm run demo`: runs every recording in `demo/recordings` through the live loop and the live detectors, with no key and
 * no network. The replies are those of the recording; everything else happens now.
 *
 * `npm run demo -- --with-tests` runs those of the same requests in which the programs are built, tested and attacked, in a
 * sandbox. Needs Linux with bubblewrap, gcc, cppcheck, Bandit, and Python 3 with Flask, Waitress and lxml, as they were recorded.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createColors } from 'picocolors';
import { readRecording } from '#engine/models/recording.ts';
import { RECORDINGS, runCli, WITH_TESTS } from './run-cli.ts';
import { type DemoSession, readSession } from './session-view.ts';

const colours = createColors(
  (process.env['NO_COLOR'] ?? '') === '' && (process.stdout.isTTY || process.env['FORCE_COLOR'] === '1'),
);
const { bold, dim, green, red, yellow } = colours;
const PAINT = { secure: green, vulnerable: red, undecided: yellow } as const;

const HOW_TO_GO_ON = `
${bold('Now with a model of your own:')}
  npx seccode doctor                                       what can be used here
  ANTHROPIC_API_KEY=… npx seccode "a login page in Flask"  any provider's key will do
  npx seccode -m ollama/qwen2.5-coder "a login page"       a model on this machine
  npx seccode -m relay "a login page in Flask"             you carry the prompts to any chat window
`;

const { values: flags } = parseArgs({ options: { 'with-tests': { type: 'boolean', default: false } } });
const folder = flags['with-tests'] ? WITH_TESTS : RECORDINGS;
const permissions = flags['with-tests'] ? ['--tests', '--prove'] : [];
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort();
let stale = 0;
let fixed = 0;

for (const file of files) {
  const path = join(folder, file);
  const { title, kind, task, verdict } = readRecording(readFileSync(path, 'utf8'));
  const source =
    kind === 'model' ? 'a model’s own replies, unedited' : yellow('scripted replies: we wrote them to show this end');
  console.log(
    `\n${bold(basename(file, '.json'))}  ${dim(`${task.language} · ${source}`)}\n  ${dim('“')}${title === '' ? task.request : task.request}${dim('”')}`,
  );
  const { stdout, stderr } = await runCli(['replay', path, '--json', ...permissions]);
  const session = readSession(stdout);
  if (session === undefined) {
    stale += 1;
    console.log(`  ${red('not replayed:')} ${stderr.trim().split('\n').join('\n  ')}`);
    continue;
  }
  show(session);
  if (session.verdict !== verdict) {
    stale += 1;
    console.log(`  ${red(`recorded as ${verdict ?? 'unfinished'}: the detectors have changed since`)}`);
  }
  if (session.verdict === 'secure' && session.iterations.length > 1) fixed += 1;
}

console.log(
  `\n${String(files.length)} sessions replayed, ${String(fixed)} of them vulnerable${flags['with-tests'] ? ' or failing tests' : ''} at first and fixed by the loop.`,
);
if (stale > 0) {
  console.log(
    red(`${String(stale)} no longer fit: a prompt or a detector has changed since they were recorded.`) +
      '\nRecord them anew with: npm run demo:record -- -m provider/model',
  );
  process.exitCode = 1;
}
console.log(HOW_TO_GO_ON);

/** The loop as a picture: a line per iteration, a mark per open point. */
function show({ iterations, proofs, verdict, stopReason }: DemoSession): void {
  for (const { iteration, kind, score, isAccepted, detectors, reason, tests } of iterations) {
    if (score === undefined) {
      console.log(`  ${String(iteration)} ${kind.padEnd(8)} ${yellow('ended here')}`);
      continue;
    }
    const bar = score === 0 ? green('■ 0') : red(`${'■'.repeat(Math.min(40, -score))} ${String(score)}`);
    const found = detectors.map(({ detector, findings }) => `${detector} ${String(findings)}`).join(', ');
    const note = isAccepted ? '' : yellow(`  rolled back: ${reason.slice(0, 90)}`);
    const ran = tests === undefined ? '' : dim(`  ${String(tests.passed)} of ${String(tests.all)} tests`);
    console.log(`  ${String(iteration)} ${kind.padEnd(8)} ${bar}  ${dim(found)}${ran}${note}`);
  }
  for (const { weakness, state } of proofs) console.log(dim(`    attack on ${weakness}: ${state}`));
  console.log(`  → ${PAINT[verdict](verdict)} (${stopReason})`);
}

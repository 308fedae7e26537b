/**
 * `npm run demo:sarif`: what cppcheck reports on a program of Debian's sources becomes a patch, the patch is applied, and the
 * program is built, tested and analysed again. The replies are recorded ones of a real model; all else happens now.
 *
 * `-m MODEL` asks that model instead. `--record FOLDER` hands the prompts out through that folder, as `-m relay:FOLDER` does,
 * takes those that were answered before from the recorded ones, and keeps all replies for the next time.
 *
 * Needs what Debian calls dpkg-dev, gcc, make, cppcheck and bubblewrap, and its source packages.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { fetchProject } from '../../scripts/corpus-fetch.ts';
import { capture } from '../../scripts/run-command.ts';
import { readReplies } from '../kept-replies.ts';
import { answerKnown } from '../known-replies.ts';
import { runCli } from '../run-cli.ts';
import { buildAndTest } from './build-and-test.ts';
import { BUILD_AND_TEST, PROJECT } from './project.ts';
import { keepRecordings, REPLIES } from './replies.ts';

const Sarif = z.object({ runs: z.array(z.object({ results: z.array(z.unknown()) })) });
const Sessions = z.array(z.object({ sessionId: z.string() }));

/** A step that did not come out as it must. */
class DemoFailure extends Error {}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { model: { type: 'string', short: 'm' }, record: { type: 'string' } },
  });
  const fetched = fetchProject(PROJECT);
  if ('problem' in fetched) throw new DemoFailure(fetched.problem);
  const folder = mkdtempSync(join(tmpdir(), 'seccode-sarif-demo-'));
  const project = join(folder, PROJECT.package);
  cpSync(fetched.folder, project, { recursive: true });
  try {
    console.log(`${PROJECT.package} ${PROJECT.version} of Debian, ${PROJECT.licence}: ${PROJECT.what}`);
    await mustPass(project, 'as it is');
    const before = await findingsOf(project, join(folder, 'results.sarif'));
    console.log(`cppcheck reports ${String(before)} in it:`);
    const patch = await patchOf(project, folder, values);
    console.log(`\n${patch}`);
    apply(patch, project, folder);
    await mustPass(project, 'with the patch');
    const after = await findingsOf(project, join(folder, 'after.sarif'));
    console.log(`cppcheck reports ${String(after)} in it now, ${String(before)} before.`);
    if (after >= before) throw new DemoFailure('The patch has mended nothing that cppcheck reports.');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many findings cppcheck has, and their SARIF in a file. */
async function findingsOf(project: string, sarif: string): Promise<number> {
  const { code, stderr } = await runCli(['scan', '.', '--detector', 'cppcheck', '-o', sarif], { folder: project });
  if (code !== 0 && code !== 1) throw new DemoFailure(`cppcheck could not look: ${stderr.trim()}`);
  return Sarif.parse(JSON.parse(readFileSync(sarif, 'utf8'))).runs.flatMap(({ results }) => results).length;
}

/** What `seccode fix --sarif` prints. */
async function patchOf(
  project: string,
  folder: string,
  { model, record }: { readonly model?: string; readonly record?: string },
): Promise<string> {
  const relay = record ?? join(folder, 'relay');
  const unanswered: string[] = [];
  const interruption = new AbortController();
  const stop =
    model === undefined
      ? answerKnown(relay, readReplies(REPLIES), ({ file, purpose }) => {
          unanswered.push(purpose);
          if (record === undefined) interruption.abort();
          else console.log(`waiting for a reply to ${file}`);
        })
      : (): void => undefined;
  const sarif = join(folder, 'results.sarif');
  // Cppcheck's findings and no others: a patch for what was reported, and no more.
  const juries = ['--feedback', 'syntax', '--marking', 'syntax,cppcheck'];
  const args = [
    'fix',
    '--sarif',
    sarif,

    '-m',
    model ?? `relay:${relay}`,
    ...juries,
    '--test-cmd',
    BUILD_AND_TEST,
  ];
  const { code, stdout, stderr } = await runCli(args, { folder: project, signal: interruption.signal });
  stop();
  if (unanswered.length > 0 && record === undefined) {
    throw new DemoFailure(
      `No reply is recorded for a prompt (${unanswered.join(', ')}): prompts have changed since. Record with --record FOLDER.`,
    );
  }
  console.log(stderr.trim());
  console.log(`seccode fix --sarif: exit ${String(code)}`);
  if (record !== undefined) await keep(project);
  return stdout;
}

async function keep(project: string): Promise<void> {
  const { stdout } = await runCli(['sessions', 'list', '--json'], { folder: project });
  const ids = Sessions.parse(JSON.parse(stdout)).map(({ sessionId }) => sessionId);
  const recordings: string[] = [];
  for (const id of ids.toSorted()) {
    recordings.push((await runCli(['sessions', 'export', id, '--recording'], { folder: project })).stdout);
  }
  const about = `Replies of a real model, unedited, on ${PROJECT.package} ${PROJECT.version} (${PROJECT.licence}).`;
  console.log(`wrote ${keepRecordings(about, recordings)}`);
}

/** The patch has to fit as `git apply` and everybody else takes it. */
function apply(patch: string, project: string, folder: string): void {
  const file = join(folder, 'fix.patch');
  writeFileSync(file, patch);
  const { status, stderr } = capture('git', ['apply', '--verbose', file], { folder: project });
  console.log(`git apply: exit ${String(status)}\n${stderr.trim()}`);
  if (patch === '' || status !== 0) throw new DemoFailure('There is no patch that applies.');
}

async function mustPass(project: string, when: string): Promise<void> {
  const { isPassing, told } = await buildAndTest(project, BUILD_AND_TEST);
  console.log(`${BUILD_AND_TEST}, ${when}: ${told}`);
  if (!isPassing) throw new DemoFailure(`It does not build and pass ${when}.`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof DemoFailure)) throw error;
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}

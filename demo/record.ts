/**
 * `npm run demo:record -- -m provider/model [id …]`: asks a real model for the demo's requests and writes the recordings.
 *
 * Without `-m` the replies come through `relay:demo/relay/ID`: whoever answers the files there is the model.
 *
 * `--with-tests` builds and runs the programs, asks for tests and proofs, and keeps these recordings apart. Without `-m` a prompt
 * that a recording of the same request has answered gets that reply again, so that what differs is what the tests changed.
 */
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type DemoRequest, REQUESTS } from './requests.ts';
import { answerKnown, knownReplies } from './known-replies.ts';
import { RECORDINGS, ROOT, runCli, WITH_TESTS } from './run-cli.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { model: { type: 'string', short: 'm' }, 'with-tests': { type: 'boolean', default: false } },
});
const unknown = positionals.filter((id) => !REQUESTS.some((request) => request.id === id));
if (unknown.length > 0) {
  console.error(
    `error: The demo has no request ${unknown.join(', ')}.\nfix: Choose among ${REQUESTS.map(({ id }) => id).join(', ')}.`,
  );
  process.exit(2);
}
const wanted = positionals.length === 0 ? REQUESTS : REQUESTS.filter(({ id }) => positionals.includes(id));
const isTested = values['with-tests'];
const target = isTested ? WITH_TESTS : RECORDINGS;
mkdirSync(target, { recursive: true });
// One after another where a person answers, all at once where files do.
if (values.model === undefined) await Promise.all(wanted.map(record));
else for (const request of wanted) await record(request);

async function record({ id, language, request }: DemoRequest): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-demo-'));
  const relay = join(import.meta.dirname, 'relay', id);
  const model = values.model ?? `relay:${relay}`;
  console.log(`recording ${id} with ${model}`);
  const stop =
    isTested && values.model === undefined
      ? answerKnown(relay, knownReplies(recordingsOf(id)), ({ file, purpose }) => {
          console.log(`waiting for a reply to ${file} (${purpose})`);
        })
      : (): void => undefined;
  const { code } = await runCli(
    [
      ...['generate', '-m', model, '-l', language, '--max-iterations', '4', '--json'],
      ...(isTested ? ['--build', 'auto', '--tests', '--prove'] : []),
      request,
    ],
    { isShown: values.model !== undefined, folder },
  );
  stop();
  const { stdout, code: exported } = await runCli(['sessions', 'export', '--recording'], { folder });
  if (exported !== 0) {
    console.error(
      `error: ${id} was not recorded.\nfix: Look at the session in ${folder} with \`seccode sessions show\`.`,
    );
    process.exitCode = 1;
    return;
  }
  const written = join(target, `${id}.json`);
  // Where the files lay is no part of what was said.
  writeFileSync(written, stdout.replaceAll(JSON.stringify(`relay:${relay}`), JSON.stringify('relay:relay')));
  console.log(`wrote ${relative(ROOT, written)} (exit ${String(code)})`);
}

function recordingsOf(id: string): readonly string[] {
  return [RECORDINGS, WITH_TESTS].map((folder) => join(folder, `${id}.json`)).filter((file) => existsSync(file));
}

/**
 * `npm run demo:record -- -m provider/model [id …]`: asks a real model for the demo's requests and writes the recordings.
 *
 * Without `-m` the replies come through `relay:demo/relay/ID`: whoever answers the files there is the model.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DemoRequest, REQUESTS } from './requests.ts';
import { RECORDINGS, runCli } from './run-cli.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { model: { type: 'string', short: 'm' } },
});
const unknown = positionals.filter((id) => !REQUESTS.some((request) => request.id === id));
if (unknown.length > 0) {
  console.error(
    `error: The demo has no request ${unknown.join(', ')}.\nfix: Choose among ${REQUESTS.map(({ id }) => id).join(', ')}.`,
  );
  process.exit(2);
}
const wanted = positionals.length === 0 ? REQUESTS : REQUESTS.filter(({ id }) => positionals.includes(id));
mkdirSync(RECORDINGS, { recursive: true });
// One after another where a person answers, all at once where files do.
if (values.model === undefined) await Promise.all(wanted.map(record));
else for (const request of wanted) await record(request);

async function record({ id, language, request }: DemoRequest): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-demo-'));
  const model = values.model ?? `relay:${join(import.meta.dirname, 'relay', id)}`;
  console.log(`recording ${id} with ${model}`);
  const { code } = await runCli(['generate', '-m', model, '-l', language, '--max-iterations', '4', '--json', request], {
    isShown: values.model !== undefined,
    folder,
  });
  const { stdout, code: exported } = await runCli(['sessions', 'export', '--recording'], { folder });
  if (exported !== 0) {
    console.error(
      `error: ${id} was not recorded.\nfix: Look at the session in ${folder} with \`seccode sessions show\`.`,
    );
    process.exitCode = 1;
    return;
  }
  writeFileSync(join(RECORDINGS, `${id}.json`), stdout);
  console.log(`wrote demo/recordings/${id}.json (exit ${String(code)})`);
}

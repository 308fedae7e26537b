import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '#testing/model-server/model-server.ts';
import { scanFiles } from './scan-files.ts';
import { secure, type SecureOptions } from './secure.ts';

const BAD = 'import os\n\n\ndef show(name):\n    os.system("cat " + name)\n';
const GOOD = 'import pathlib\n\n\ndef show(name):\n    print(pathlib.Path(name).read_text())\n';

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Options that lead to a scripted model that writes these programs one after another. */
async function scripted(...programs: readonly string[]): Promise<SecureOptions> {
  let written = 0;
  const server = await startModelServer(({ prompt }) => {
    if (prompt[0]?.startsWith('You are the security reviewer') === true) return '{"findings": []}';
    written += 1;
    return `**main.py**\n\`\`\`python\n${programs[written - 1] ?? ''}\`\`\`\n`;
  });
  servers.push(server);
  return {
    request: 'show a file',
    language: 'python',
    model: 'openai-compatible/scripted',
    baseUrl: server.baseUrl,
    environment: { PATH: '/nonexistent' },
  };
}

describe('secure', () => {
  it('gives back the program, the verdict and the history', async () => {
    const seen: string[] = [];

    const result = await secure({
      ...(await scripted(BAD, GOOD)),
      timeoutMs: 60_000,
      onEvent: ({ event }) => seen.push(event.type),
    });

    expect(result).toMatchObject({ verdict: 'secure', stopReason: 'clean', files: [{ path: 'main.py', text: GOOD }] });
    expect(result.events.map(({ event }) => event.type)).toEqual(seen);
  });

  it('fixes files that it is given', async () => {
    const { files } = await secure({ ...(await scripted(GOOD)), files: [{ path: 'main.py', text: BAD }] });

    expect(files).toEqual([{ path: 'main.py', text: GOOD }]);
  });

  it('keeps the session where it is told to', async () => {
    const stateFolder = join(mkdtempSync(join(tmpdir(), 'seccode-api-')), 'state');
    const { extensions } = await import('../compose.ts');

    const { sessionId } = await secure({ ...(await scripted(GOOD)), stateFolder });

    const kept = await (await extensions.openStore(stateFolder)).list();
    expect(kept).toMatchObject([{ sessionId, verdict: 'secure' }]);
  });

  it.each([
    { part: { request: ' ' }, code: 'INPUT_INVALID' },
    { part: { maxCost: -1 }, code: 'CONFIG_INVALID' },
    { part: { maxIterations: 1.5 }, code: 'CONFIG_INVALID' },
    { part: { timeoutMs: Number.NaN }, code: 'CONFIG_INVALID' },
    { part: { model: 'opnai/x' }, code: 'EXTENSION_UNKNOWN' },
  ])('refuses $part', async ({ part, code }) => {
    await expect(secure({ ...(await scripted(GOOD)), ...part })).rejects.toMatchObject({ code });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();

    await expect(secure({ ...(await scripted(GOOD)), signal: controller.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});

describe('scanFiles', () => {
  it('finds what is open, and what is only reported', async () => {
    const { verdict, open } = await scanFiles([{ path: 'main.py', text: BAD }]);
    const lenient = await scanFiles([{ path: 'main.py', text: BAD }], { detectors: ['ruff'], failOn: 'critical' });

    expect(verdict).toBe('vulnerable');
    expect(open.map(({ cwes }) => cwes[0])).toEqual(['CWE-78']);
    expect(lenient).toMatchObject({ verdict: 'secure', open: [], findings: [{ cwes: ['CWE-78'] }] });
  });

  it('says what it could not check', async () => {
    const { verdict, gaps } = await scanFiles([{ path: 'main.c', text: 'int main(void) { return (0; }\n' }]);

    expect(verdict).toBe('undecided');
    expect(gaps[0]).toContain('main.c');
  });
});

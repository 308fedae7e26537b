import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeProcess } from '#testing/fake-process.ts';
import { type ModelServer, startModelServer } from '#testing/model-server/model-server.ts';
import { runCli } from './run-cli.ts';

const CODE = 'import os\n\n\ndef show(name):\n    os.system("cat " + name)\n';
const FIXED = 'import pathlib\n\n\ndef show(name):\n    print(pathlib.Path(name).read_text())\n';

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function startScript(): Promise<ModelServer> {
  const server = await startModelServer(({ prompt }) =>
    prompt[0]?.startsWith('You are the security reviewer') === true
      ? '{"findings": []}'
      : `- CWE-78: no shell\n\n**src/show.py**\n\`\`\`python\n${FIXED}\`\`\`\n`,
  );
  servers.push(server);
  return server;
}

interface Report {
  readonly uri?: string;
  readonly snippet?: string;
  readonly fixes?: readonly unknown[];
  readonly tool?: string;
}

function folderWith({ uri = 'src/show.py', snippet, fixes, tool = 'shellhound' }: Report): string {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-sarif-'));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/show.py'), CODE);
  const region = { startLine: 5, ...(snippet === undefined ? {} : { snippet: { text: snippet } }) };
  const result = {
    ruleId: 'CWE-78',
    level: 'error',
    message: { text: 'A shell runs the name.' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
    ...(fixes === undefined ? {} : { fixes }),
  };
  const log = { version: '2.1.0', runs: [{ tool: { driver: { name: tool } }, results: [result] }] };
  writeFileSync(join(folder, 'results.sarif'), JSON.stringify(log));
  return folder;
}

async function run(args: readonly string[], folder: string) {
  const process = fakeProcess({ folder });
  const code = await runCli(['fix', '--sarif', 'results.sarif', ...args], process);
  return { code, printed: process.printed(), noted: process.noted() };
}

describe('seccode fix --sarif', () => {
  it.each(['file:///builds/shop/src/show.py'])(
    'fixes what another analyser reports of %s, and does not call it secure',
    async (uri) => {
      const server = await startScript();
      const folder = folderWith({ uri, snippet: 'os.system("cat " + name)' });

      const { code, printed, noted } = await run(
        ['-m', 'openai-compatible/scripted', '--base-url', server.baseUrl],
        folder,
      );

      expect(printed).toContain('+    print(pathlib.Path(name).read_text())');
      expect(noted).toMatch(/src\/show\.py +1 +1 +0 +undecided/);
      expect(noted).toContain('shellhound was not run again');
      expect(code).toBe(2);
      expect(readFileSync(join(folder, 'src/show.py'), 'utf8')).toBe(CODE);
    },
  );

  it('says that code has changed since it was analysed, and leaves it', async () => {
    const { code, printed, noted } = await run(['--no-model'], folderWith({ snippet: 'eval(name)' }));

    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(noted).toContain('stale: src/show.py:5 (CWE-78)');
  });

  it('makes the edits that the file offers, without a model', async () => {
    const replacements = [{ deletedRegion: { startLine: 5 }, insertedContent: { text: '    print(name)' } }];
    const fixes = [{ artifactChanges: [{ artifactLocation: { uri: 'src/show.py' }, replacements }] }];
    const folder = folderWith({ fixes });

    const { code } = await run(['--no-model', '--write'], folder);

    expect(code).toBe(2);
    expect(readFileSync(join(folder, 'src/show.py'), 'utf8')).toContain('def show(name):\n    print(name)\n');
  });

  it('refuses a file that speaks of nothing here', async () => {
    const { code, noted } = await run(['--no-model'], folderWith({ uri: '../other.py' }));

    expect(code).toBe(2);
    expect(noted).toContain("'../other.py' is no file below the root");
  });
});

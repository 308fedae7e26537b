import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeProcess, fakeProcess } from '#testing/fake-process.ts';
import { type ModelServer, type ScriptEntry, startModelServer } from '#testing/model-server/model-server.ts';
import { runCli } from './run-cli.ts';

const CODE = 'import os\n\n\ndef show(name):\n    os.system("cat " + name)\n';
const FIXED = 'import pathlib\n\n\ndef show(name):\n    print(pathlib.Path(name).read_text())\n';
const PATHS = ['src/a.py', 'src/b.py', 'src/c.py'];

const servers: ModelServer[] = [];
const folders: string[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A project of three files with one finding each; those of the first are the worst. */
function project(paths: readonly string[] = PATHS): string {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-sarif-many-'));
  folders.push(folder);
  mkdirSync(join(folder, 'src'));
  for (const path of PATHS) writeFileSync(join(folder, path), CODE);
  const results = paths.map((uri, index) => ({
    ruleId: 'CWE-78',
    level: index === 0 ? 'error' : 'warning',
    message: { text: 'A shell runs the name.' },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 5 } } }],
  }));
  const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'shellhound' } }, results }] };
  writeFileSync(join(folder, 'results.sarif'), JSON.stringify(log));
  return folder;
}

/** A scripted model: reviews are empty, and a fix is that of the file asked about unless `special` has another. */
async function startScript(special: (path: string) => ScriptEntry | undefined = () => undefined): Promise<ModelServer> {
  const server = await startModelServer(({ prompt }) => {
    const path = PATHS.find((one) => prompt.some((text) => text.includes(one))) ?? '';
    if (prompt[0]?.startsWith('You are the security reviewer') === true) return '{"findings": []}';
    return special(path) ?? replyFor(path);
  });
  servers.push(server);
  return server;
}

function replyFor(path: string): string {
  return `- CWE-78: no shell\n\n**${path}**\n\`\`\`python\n${FIXED}\`\`\`\n`;
}

interface Run {
  readonly folder: string;
  readonly args?: readonly string[];
  readonly server?: ModelServer;
  readonly use?: (process: FakeProcess) => void;
}

async function fix({ folder, args = [], server, use }: Run) {
  const process = fakeProcess({ folder });
  use?.(process);
  const model = server === undefined ? [] : ['-m', 'openai-compatible/scripted', '--base-url', server.baseUrl];
  // No programs of the machine: they are slow, and not what is tested here.
  const juries = ['--feedback', 'static', '--marking', 'syntax,static,reviewer'];
  const code = await runCli(['fix', '--sarif', 'results.sarif', ...juries, ...model, ...args], process);
  return { code, printed: process.printed(), noted: process.noted() };
}

const textIn = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

/** The files that a patch changes, once git has found that it applies. */
function applied(folder: string, patch: string): readonly string[] {
  execFileSync('git', ['apply', '-'], { cwd: folder, input: patch });
  return PATHS.filter((path) => textIn(folder, path) === FIXED);
}

describe('seccode fix --sarif, on many files', () => {
  it('makes one patch of all, and one file that fails does not lose the others', async () => {
    const folder = project();
    const server = await startScript((path) =>
      path === 'src/b.py' ? { kind: 'error', status: 400, message: 'no' } : undefined,
    );

    const { code, printed, noted } = await fix({ folder, server });

    expect(code).toBe(2);
    expect(noted).toMatch(/file 1 of 3: src\/a\.py, 1 finding\n/);
    expect(noted).toMatch(/src\/b\.py: undecided\. .*could not be reached.*\(session \S+\)/);
    expect(noted).toMatch(/src\/a\.py +1 +1 +0 +undecided\nsrc\/b\.py +1 +0 +1 +undecided\n/);
    expect(noted.trimEnd().split('\n').at(-1)).toBe('exit 2: 3 files undecided');
    expect(applied(folder, printed)).toEqual(['src/a.py', 'src/c.py']);
  });

  it('holds all files together to the limits', async () => {
    const folder = project();
    const usage = { inputTokens: 50_000, outputTokens: 10 };
    const server = await startScript((path) => ({ kind: 'text', text: replyFor(path), usage }));

    const { code, noted } = await fix({ folder, server, args: ['--max-tokens', '50000'] });

    expect(code).toBe(2);
    expect(noted).toContain('src/c.py: undecided. A limit of the whole run was reached before this file.');
    expect(server.requests.some(({ prompt }) => prompt.some((text) => text.includes('src/c.py')))).toBe(false);
  });

  it('shares the calls that are allowed among all files', async () => {
    const folder = project();
    const server = await startScript((path) => ({ kind: 'text', text: replyFor(path) }));

    const { code, noted } = await fix({ folder, server, args: ['--max-calls', '2'] });

    expect(code).toBe(2);
    expect(noted).toContain('src/c.py: undecided. A limit of the whole run was reached before this file.');
    expect(server.requests).toHaveLength(2);
  });

  it('goes on after an interruption, pays for nothing twice, and replays what it kept', async () => {
    const folder = project();
    let interrupt: (() => void) | undefined;
    const server = await startScript((path) => {
      if (path !== 'src/b.py' || interrupt === undefined) return undefined;
      interrupt();
      return { kind: 'hang' };
    });

    const first = await fix({
      folder,
      server,
      use: (process) => {
        interrupt = () => {
          process.signal('SIGINT');
        };
      },
    });
    interrupt = undefined;
    const paid = server.requests.length;
    const second = await fix({ folder, server, args: ['--resume'] });
    const third = await fix({ folder, args: ['--resume', '--base-url', 'http://127.0.0.1:9'] });

    expect(first.code).toBe(130);
    expect(first.noted).toContain('not done: src/b.py, 1 finding\nnot done: src/c.py, 1 finding\n');
    expect(first.noted).toMatch(/Interrupted\. Run the same command with --resume .*\n$/);
    expect(first.printed).toContain('+++ b/src/a.py');
    expect(first.printed).not.toContain('src/b.py');
    const asked = server.requests.slice(paid).map(({ prompt }) => prompt.join('\n'));
    expect(asked.filter((prompt) => prompt.includes('src/a.py'))).toEqual([]);
    expect(second.code).toBe(2);
    expect(third.printed).toBe(second.printed);
    expect(applied(folder, second.printed)).toEqual(PATHS);

    const process = fakeProcess({ folder });
    await runCli(['sessions', 'export', '--recording'], process);
    writeFileSync(join(folder, 'session.json'), process.printed());
    const replaying = fakeProcess({ folder });
    expect(await runCli(['replay', 'session.json'], replaying)).toBe(2);
    expect(replaying.noted()).toContain('shellhound was not run again');
    expect(replaying.noted()).not.toContain('the detectors have changed');
  });

  it('writes each file whole or not at all, and keeps what it could not write as a patch', async () => {
    const folder = project();
    const server = await startScript((path) => {
      if (path === 'src/b.py') writeFileSync(join(folder, path), `${CODE}# edited meanwhile\n`);
      return undefined;
    });

    const { code, printed, noted } = await fix({ folder, server, args: ['--write'] });

    expect(code).toBe(2);
    expect(PATHS.filter((path) => textIn(folder, path) === FIXED)).toEqual(['src/a.py', 'src/c.py']);
    expect(textIn(folder, 'src/b.py')).toContain('# edited meanwhile');
    expect(noted).toContain("src/b.py: undecided. It was not written: 'src/b.py' has changed since");
    expect(printed.match(/^\+\+\+ .*$/gm)).toEqual(['+++ b/src/b.py']);
  });

  it('does not let the fix of one file change another', async () => {
    const folder = project(['src/a.py']);
    const server = await startScript(() => `${replyFor('src/a.py')}\n**src/b.py**\n\`\`\`python\nprint(1)\n\`\`\`\n`);

    const { code, printed, noted } = await fix({ folder, server, args: ['--write'] });

    expect(code).toBe(2);
    expect(printed).toBe('');
    expect(noted).toContain('The fix also changes src/b.py, which its session did not see');
    expect(PATHS.map((path) => textIn(folder, path))).toEqual([CODE, CODE, CODE]);
  });

  it('gives a session no more findings than a prompt can hold, and tells the rest', async () => {
    const folder = project(Array.from({ length: 120 }, () => 'src/a.py'));
    const log = textIn(folder, 'results.sarif');
    let next = 0;
    writeFileSync(
      join(folder, 'results.sarif'),
      log.replaceAll('A shell', () => `Shell ${String((next += 1))}`),
    );
    const server = await startScript();

    const { code, noted } = await fix({ folder, server });

    expect(code).toBe(2);
    expect(noted).toContain('warning: src/a.py has 120 findings; the session is given the 100 worst.');
    expect(noted).toMatch(/src\/a\.py +100 +100 +0 +undecided/);
  });

  it('makes one report of what is left, in any format', async () => {
    const folder = project(['src/a.py', 'src/gone.py']);
    const server = await startScript();

    const { code, printed, noted } = await fix({ folder, server, args: ['--json', '-o', 'out.sarif', '-o', 'out.md'] });

    expect(code).toBe(2);
    expect(JSON.parse(printed)).toMatchObject({ verdict: 'undecided', counts: { total: 0 } });
    expect(printed).toContain('shellhound was not run again');
    expect(printed).toContain("'src/gone.py' is no file below the root.");
    expect(noted).toContain('wrote ');
    expect(textIn(folder, 'out.sarif')).toContain('"id": "seccode/imported/"');
    expect(textIn(folder, 'out.md')).toContain('undecided');
  });

  it.each([
    [['fix', '--resume', 'src'], '--resume goes with --sarif'],
    [['fix', '--sarif', 'results.sarif', '--resume', '--no-store'], '--no-store and --resume exclude each other'],
    [['fix', '--sarif', 'results.sarif', '--resume', '--no-model'], '--resume and --no-model exclude each other'],
  ])('refuses %j', async (args, words) => {
    const process = fakeProcess({ folder: project() });

    expect(await runCli(args, process)).toBe(2);
    expect(process.noted()).toContain(words);
  });
});

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type FakeProcess, type FakeProcessOptions, fakeProcess } from '#testing/fake-process.ts';
import { type ModelServer, type ScriptEntry, startModelServer } from '#testing/model-server/model-server.ts';
import { runCli } from './run-cli.ts';

const BAD = '**main.py**\n```python\nimport os\n\n\ndef show(name):\n    os.system("cat " + name)\n```\n';
const GOOD =
  '**main.py**\n```python\nimport pathlib\n\n\ndef show(name):\n    print(pathlib.Path(name).read_text())\n```\n';

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function startScript(...replies: readonly ScriptEntry[]): Promise<ModelServer> {
  let written = 0;
  const server = await startModelServer(({ prompt }) => {
    if (prompt[0]?.startsWith('You are the security reviewer') === true) return '{"findings": []}';
    written += 1;
    return replies[Math.min(written, replies.length) - 1] ?? '';
  });
  servers.push(server);
  return server;
}

const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'seccode-cli-'));

interface Ended {
  readonly code: number;
  readonly printed: string;
  readonly noted: string;
}

async function run(
  args: readonly string[],
  options: FakeProcessOptions,
  during?: (process: FakeProcess) => void,
): Promise<Ended> {
  const process = fakeProcess(options);
  during?.(process);
  const code = await runCli(args, process);
  return { code, printed: process.printed(), noted: process.noted() };
}

/** A folder with one finished session: vulnerable at first, then fixed. */
async function folderWithSession(): Promise<string> {
  const folder = freshFolder();
  const { baseUrl } = await startScript(BAD, GOOD);
  const flags = ['-m', 'openai-compatible/scripted', '--base-url', baseUrl, '-l', 'python'];
  expect((await run([...flags, 'show a file'], { folder })).code).toBe(0);
  return folder;
}

describe('seccode', () => {
  it('prints its help and its version', async () => {
    const help = await run(['--help'], { folder: freshFolder() });
    const version = await run(['--version'], { folder: freshFolder() });

    expect(help).toMatchObject({ code: 0, printed: expect.stringContaining('Exit codes: 0 clean') });
    expect(version).toMatchObject({ code: 0, printed: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });

  it.each(['generate', 'fix', 'scan', 'rules', 'baseline', 'sessions', 'replay', 'models', 'doctor', 'config', 'init'])(
    'shows an example in the help of %s',
    async (command) => {
      const { code, printed } = await run([command, '--help'], { folder: freshFolder() });

      expect(code).toBe(0);
      expect(printed).toMatch(/Examples?:\n {2}\$ /);
    },
  );

  it.each([
    { args: ['scan', '.', '--frmat'], says: /unknown option '--frmat'[\s\S]*--format/ },
    { args: ['scan'], says: /missing required argument/ },
    { args: ['generate', '--max-cost', 'much', 'a b'], says: /amount such as 0\.50/ },
    { args: ['generate', '--interactive', 'a b'], says: /not a terminal/ },
    { args: ['generate', '-'], says: /Standard input is empty/ },
    { args: ['fix', '-'], says: /--stdin-filename/ },
    { args: ['fix', 'a.py', '--write', '--dry-run'], says: /exclude each other/ },
    { args: ['scan', '.', '-o', 'report.xyz'], says: /report\.xyz|no source file/ },
    { args: ['sessions', 'show', 'no-such-id'], says: /no-such-id|no session/ },
    { args: ['sessions', 'resume'], says: /no such session/ },
    { args: ['models', 'pull', 'gpt-99'], says: /gpt-99/ },
    { args: ['models', 'remove', 'gpt-99'], says: /gpt-99/ },
    { args: ['scan', '.', '--detector', 'bandid'], says: /no detector 'bandid'|no source file/ },
  ])('explains a slip in $args and exits 2', async ({ args, says }) => {
    const { code, noted } = await run(args, { folder: freshFolder() });

    expect(code).toBe(2);
    expect(noted).toMatch(says);
  });
});

describe('seccode sessions', () => {
  it('lists, shows, exports, replays and deletes a session', async () => {
    const folder = await folderWithSession();

    const listed = await run(['sessions'], { folder });
    const shown = await run(['sessions', 'show'], { folder });
    const markdown = await run(['sessions', 'export', '-f', 'markdown'], { folder });
    const sarif = await run(['sessions', 'export', '-o', 'out.sarif', '-o', 'out.json'], { folder });
    const recording = await run(['sessions', 'export', '--recording'], { folder });
    writeFileSync(join(folder, 'session.json'), recording.printed);
    const replayed = await run(['replay', 'session.json'], { folder });
    const id = /^\S+/.exec(listed.printed)?.[0] ?? '';
    const deleted = await run(['sessions', 'delete', id], { folder });

    expect(listed.printed).toMatch(/secure \(clean\).*python.*show a file/);
    expect(shown.printed).toMatch(/verdict/);
    expect(markdown.printed).toContain('CWE-78');
    expect(sarif.code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(replayed).toMatchObject({ code: 0, noted: expect.stringContaining('secure') });
    expect(deleted.code).toBe(0);
    expect((await run(['sessions', '--json'], { folder })).printed.trim()).toBe('[]');
  });

  it('says where a replay parts from the recording', async () => {
    const folder = await folderWithSession();
    const { printed } = await run(['sessions', 'export', '--recording'], { folder });
    // The request as it was asked for, not as it stands in the recorded prompts.
    writeFileSync(
      join(folder, 'session.json'),
      printed.replace('"request": "show a file"', '"request": "show a folder"'),
    );

    const { code, noted } = await run(['replay', 'session.json'], { folder });

    expect(code).toBe(2);
    expect(noted).toMatch(/0\.strategy\.1/);
  });

  it('keeps an interrupted session, exits 130, and goes on with it', async () => {
    const folder = freshFolder();
    const { baseUrl, requests } = await startScript({ kind: 'text', text: GOOD, latencyMs: 400 });
    const flags = ['-m', 'openai-compatible/scripted', '--base-url', baseUrl];

    const interrupted = await run([...flags, '-l', 'python', 'show a file'], { folder }, (process) => {
      setTimeout(() => {
        process.signal('SIGINT');
      }, 200);
    });
    const resumed = await run(['sessions', 'resume', '-d', 'out'], {
      folder,
      environment: { SECCODE_BASE_URL: baseUrl },
    });

    expect(interrupted.code).toBe(130);
    expect(resumed.code).toBe(0);
    expect(existsSync(join(folder, 'out/main.py'))).toBe(true);
    expect(requests.length).toBeGreaterThan(1);
  });
});

describe('on a terminal', () => {
  it('shows the session while it runs, and its end', async () => {
    const folder = freshFolder();
    const { baseUrl } = await startScript(BAD, GOOD);
    const args = ['-m', 'openai-compatible/scripted', '--base-url', baseUrl, '-l', 'python', 'show a file'];

    const { code, printed, noted } = await run(args, { folder, isTerminal: true });

    expect(code).toBe(0);
    expect(printed).toContain('import pathlib');
    expect(noted).toMatch(/write the program[\s\S]*ruff: [\s\S]*score[\s\S]*fix it[\s\S]*secure/);
  });

  it('is quiet where nobody watches', async () => {
    const folder = freshFolder();
    const { baseUrl } = await startScript(GOOD);
    const args = ['-m', 'openai-compatible/scripted', '--base-url', baseUrl, '-l', 'python', 'show a file'];

    const { noted } = await run(args, { folder });

    expect(noted).toContain('secure (clean)');
    expect(noted).not.toContain('write the program');
  });

  it('lets a person be the model', async () => {
    const folder = freshFolder();
    const input = `${GOOD}\n.end\n{"findings": []}\n.end\n`;

    const { noted } = await run(['-m', 'relay', '-l', 'python', '--no-store', 'show a file'], {
      folder,
      input,
      isTerminal: true,
    });

    expect(noted).toContain('show a file');
    expect(noted).toContain('.end');
  });
});

describe('the other commands', () => {
  it('doctor says what can be used here, and how to get the rest', async () => {
    const { code, printed } = await run(['doctor'], { folder: freshFolder() });
    const json = await run(['doctor', '--json'], { folder: freshFolder() });

    expect(code).toBe(0);
    expect(printed).toMatch(/no {2}openai .*OPENAI_API_KEY/);
    expect(printed).toMatch(/yes ruff/);
    expect(JSON.parse(json.printed)).toBeInstanceOf(Array);
  });

  it('models lists providers and what can be pulled', async () => {
    const { code, printed } = await run(['models'], { folder: freshFolder() });

    expect(code).toBe(0);
    expect(printed).toMatch(/openai-compatible[\s\S]*qwen2\.5-coder/);
  });

  it('models pull downloads a file and models remove deletes it', async () => {
    const { createServer } = await import('node:http');
    const body = Buffer.concat([Buffer.from('GGUF'), Buffer.alloc(2000)]);
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-length': String(body.length) }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const folder = freshFolder();

    const pulled = await run(['models', 'pull', `http://127.0.0.1:${port}/tiny.gguf`], { folder });
    await run(['models', 'remove', 'tiny'], { folder });
    const watched = await run(['models', 'pull', `http://127.0.0.1:${port}/tiny.gguf`], { folder, isTerminal: true });
    const listed = await run(['models'], { folder });
    const removed = await run(['models', 'remove', 'tiny'], { folder });
    server.close();

    expect(pulled).toMatchObject({ code: 0, noted: expect.stringContaining('local/tiny is here') });
    expect(watched.noted).toMatch(/pulling tiny █+.* 100 % /);
    expect(listed.printed).toContain('local/tiny');
    expect(removed.code).toBe(0);
  });

  it('config shows each value with its origin', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'seccode.config.yaml'), 'failOn: high\n');

    const { printed } = await run(['config', 'show'], { folder, environment: { SECCODE_MAX_COST: '0.5' } });

    expect(printed).toMatch(/failOn +high +project: .*seccode\.config\.yaml/);
    expect(printed).toMatch(/maxCost +0\.5 +environment: SECCODE_MAX_COST/);
    expect(printed).toMatch(/maxIterations +5 +default/);
  });

  it('init writes a configuration that holds, and never replaces one', async () => {
    const folder = freshFolder();

    await run(['init'], { folder });
    const again = await run(['init'], { folder });
    const shown = await run(['config', 'show'], { folder });

    expect(again.noted).toContain('is there already');
    expect(shown.code).toBe(0);
    expect(shown.printed).toMatch(/failOn +medium +project:/);
  });

  it('scan heeds a suppression with a reason, and reports one without', async () => {
    const folder = freshFolder();
    writeFileSync(
      join(folder, 'a.py'),
      'import os\nos.system("ls " + os.environ["X"])  # seccode-ignore: CWE-78 -- a constant of ours\n',
    );
    writeFileSync(join(folder, 'b.py'), 'import os\nos.system("ls " + os.environ["X"])  # seccode-ignore: CWE-78\n');

    const kept = await run(['scan', 'a.py'], { folder });
    const open = await run(['scan', 'b.py'], { folder });

    expect(kept.code).toBe(0);
    expect(kept.printed).toContain('a constant of ours');
    expect(open.code).toBe(1);
    expect(open.printed).toContain('suppression-not-counted');
  });

  it('scan shows the reviewer no secret', async () => {
    const folder = freshFolder();
    const key = 'ghp_Zk3vQ8mR1xT6yB9nC2dF5gH7jL0pW4sA1uE3';
    writeFileSync(join(folder, 'a.py'), `TOKEN = "${key}"\n`);
    const { baseUrl, requests } = await startScript();

    const args = ['--detector', 'reviewer', '-m', 'openai-compatible/scripted', '--base-url', baseUrl, 'a.py'];
    await run(['scan', ...args], { folder });

    expect(JSON.stringify(requests)).toContain('TOKEN');
    expect(JSON.stringify(requests)).not.toContain(key);
  });

  it('fix refuses what it cannot check or could not write back', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'zero.py'), 'eval(input())\0');
    const { baseUrl } = await startScript(GOOD);
    const flags = ['-m', 'openai-compatible/scripted', '--base-url', baseUrl];

    const unseen = await run(['fix', '.', ...flags], { folder });
    writeFileSync(join(folder, 'zero.py'), Buffer.from('import os\n# caf\xe9\nos.system(x)\n', 'latin1'));
    const inexact = await run(['fix', '.', '--write', ...flags], { folder });

    expect(unseen).toMatchObject({ code: 2, noted: expect.stringContaining("'zero.py' cannot be checked") });
    expect(inexact.code).toBe(2);
    expect(readFileSync(join(folder, 'zero.py')).includes(0xe9)).toBe(true);
  });

  it('writes into an absolute folder, and loses no program over a folder that it may not write', async () => {
    const folder = freshFolder();
    const elsewhere = freshFolder();
    const { baseUrl } = await startScript(GOOD);
    const args = ['-m', 'openai-compatible/scripted', '--base-url', baseUrl, '-l', 'python', 'show a file'];

    const written = await run(['-d', elsewhere, ...args], { folder });
    const there = await run(['-d', elsewhere, ...args], { folder });
    const misnamed = await run(['-o', 'report.pdf', ...args], { folder });

    expect(written.code).toBe(0);
    expect(existsSync(join(elsewhere, 'main.py'))).toBe(true);
    expect(there).toMatchObject({ code: 2, printed: expect.stringContaining('import pathlib') });
    expect(misnamed).toMatchObject({ code: 2, printed: '' });
  });

  it('shows control characters of a program instead of sending them to the terminal', async () => {
    const folder = freshFolder();
    const { baseUrl } = await startScript(GOOD.replace('print(', 'print("\x1b]0;title\x07", '));
    const args = ['-m', 'openai-compatible/scripted', '--base-url', baseUrl, '-l', 'python', 'show a file'];

    const shown = await run(args, { folder, isTerminal: true, isOutputTerminal: true });
    const piped = await run(args, { folder });

    expect(shown.printed).not.toContain('\x1b]0;');
    expect(piped.printed).toContain('\x1b]0;');
  });

  it('scan asks a model when the reviewer is named', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.py'), 'print(1)\n');
    const { baseUrl, requests } = await startScript();

    const args = ['scan', 'a.py', '--detector', 'reviewer', '-m', 'openai-compatible/scripted', '--base-url', baseUrl];
    const { code } = await run(args, { folder });

    expect(code).toBe(0);
    expect(requests).toHaveLength(1);
  });
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { freshFolder, runSeccode } from './run-seccode.ts';
import {
  FIXED,
  flagsFor,
  program,
  REVIEW_FINDING,
  type ScriptedServer,
  startScriptedModel,
  VULNERABLE,
} from './scripted-model.ts';

const servers: ScriptedServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('seccode fix', () => {
  const setUp = (text: string): string => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/main.py'), text);
    return folder;
  };
  const fixedReply = `- CWE-89, src/main.py: bound the name\n\n**src/main.py**\n\`\`\`python\n${FIXED}\n\`\`\`\n`;

  it('shows the difference and writes nothing unless told to', async () => {
    const server = await startScriptedModel({ write: [fixedReply] });
    servers.push(server);
    const folder = setUp(VULNERABLE);

    const tried = await runSeccode(['fix', 'src', ...flagsFor(server)], { cwd: folder });

    expect(tried.code).toBe(0);
    expect(tried.stdout).toContain(
      '+    return connection.execute("SELECT id, name FROM users WHERE name = ?", (name,)).fetchall()',
    );
    expect(readFileSync(join(folder, 'src/main.py'), 'utf8')).toBe(VULNERABLE);

    const written = await runSeccode(['fix', 'src', '--write', ...flagsFor(server)], { cwd: folder });

    expect(written.code).toBe(0);
    expect(readFileSync(join(folder, 'src/main.py'), 'utf8')).toContain('WHERE name = ?');
  });

  it('leaves clean code as it is, with one review', async () => {
    const server = await startScriptedModel({ write: [] });
    servers.push(server);
    const folder = setUp(FIXED);

    const { code, stdout } = await runSeccode(['fix', 'src/main.py', '--write', ...flagsFor(server)], { cwd: folder });

    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(server.requests).toHaveLength(1);
    expect(readFileSync(join(folder, 'src/main.py'), 'utf8')).toBe(FIXED);
  });

  it('sends no secret of the file, and puts it back into the fix', async () => {
    const key = 'ghp_Zk3vQ8mR1xT6yB9nC2dF5gH7jL0pW4sA1uE3';
    const withKey = (code: string): string => `TOKEN = "${key}"\n${code}`;
    const server = await startScriptedModel({
      write: [],
      review: (code) => {
        const quote = /\| (TOKEN = .*)/.exec(code)?.[1] ?? '';
        return JSON.stringify({
          findings: quote === '' ? [] : [{ ...REVIEW_FINDING, line: 1, quote, cwe: 'CWE-798', confidence: 'low' }],
        });
      },
    });
    servers.push(server);
    const folder = setUp(withKey(FIXED));

    await runSeccode(['fix', 'src/main.py', '--min-confidence', 'high', ...flagsFor(server)], { cwd: folder });

    expect(JSON.stringify(server.requests)).not.toContain(key);
    expect(JSON.stringify(server.requests)).toContain('TOKEN');
    const listed = await runSeccode(['sessions', 'show', '--json'], { cwd: folder });
    expect(listed.stdout).not.toContain(key);
    expect(readFileSync(join(folder, 'src/main.py'), 'utf8')).toBe(withKey(FIXED));
  });

  it('reads standard input and writes the program to standard output', async () => {
    const server = await startScriptedModel({ write: [program(FIXED)] });
    servers.push(server);

    const { code, stdout } = await runSeccode(['fix', '-', '--stdin-filename', 'main.py', ...flagsFor(server)], {
      cwd: freshFolder(),
      input: VULNERABLE,
    });

    expect({ code, stdout }).toEqual({ code: 0, stdout: `${FIXED}\n` });
  });
});

describe('seccode fix --no-model', () => {
  it('asks no model, writes what is certain, and says what is left', async () => {
    const folder = freshFolder();
    const text = 'import requests\n\n\ndef load(url):\n    return requests.get(url, timeout=5, verify=False).text\n';
    writeFileSync(join(folder, 'a.py'), text);

    const shown = await runSeccode(['fix', 'a.py', '--no-model'], { cwd: folder });
    const written = await runSeccode(['fix', 'a.py', '--no-model', '--write'], { cwd: folder });

    expect(shown.stdout).toContain('-    return requests.get(url, timeout=5, verify=False).text\n');
    expect(written.stderr).toContain('1 finding fixed without a model.');
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).not.toContain('verify=False');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, runSeccode } from './run-seccode.ts';
import { FIXED, VULNERABLE } from './scripted-model.ts';

describe('seccode scan', () => {
  it.each([
    { name: 'clean', text: FIXED, code: 0 },
    { name: 'vulnerable', text: VULNERABLE, code: 1 },
    { name: 'unparsable', text: 'def f(:\n', code: 2 },
  ])('exits $code for a $name file', async ({ text, code }) => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.py'), text);

    expect((await runSeccode(['scan', '.'], { cwd: folder })).code).toBe(code);
  });

  it('exits 1 for C that writes behind the end of memory', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.c'), 'void f(const char *s) {\n  char a[8];\n  strcpy(a, s);\n}\n');

    const { code, stdout } = await runSeccode(['scan', 'a.c'], { cwd: folder });

    expect(code).toBe(1);
    expect(stdout).toContain('a.c:3:3 critical CWE-121');
  });

  it('exits 2 for what does not parse', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.c'), 'int main(void) { return (0; }\n');

    const { code, stderr } = await runSeccode(['scan', 'a.c'], { cwd: folder });

    expect(code).toBe(2);
    expect(stderr).toContain('exit 2: undecided');
  });

  it('accepts what a baseline speaks of, and says so in SARIF', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.py'), VULNERABLE);

    const created = await runSeccode(
      ['baseline', 'create', '--reason', 'Known before.', '--owner', 'ada', '--expires', '2999-12-31'],
      { cwd: folder },
    );
    const { code, stdout } = await runSeccode(['scan', '.', '-f', 'sarif'], { cwd: folder });

    expect(created.code).toBe(0);
    expect(code).toBe(0);
    expect(stdout).toContain('"justification": "Known before. (ada, until 2999-12-31)"');
  });

  it('runs only the rules that were named', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.py'), VULNERABLE);

    const sql = await runSeccode(['scan', '.', '--rule', 'CWE-89'], { cwd: folder });
    const others = await runSeccode(['scan', '.', '--no-rule', 'CWE-89'], { cwd: folder });

    expect([sql.code, others.code]).toEqual([1, 0]);
  });

  it('writes SARIF to standard output and a report to a file', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.py'), VULNERABLE);

    const { stdout } = await runSeccode(['scan', 'a.py', '-f', 'sarif', '-o', 'report.md', '--exit-zero'], {
      cwd: folder,
    });

    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain('CWE-89');
  });

  it('gives up a file on which the parser runs out of memory, and checks the others', { timeout: 60_000 }, async () => {
    const folder = freshFolder();
    const greedy = (more: number): string => `${'/*'.repeat(173 + more)}\n${'/*'.repeat(3600)}`;
    writeFileSync(join(folder, 'a.py'), greedy(0));
    writeFileSync(join(folder, 'b.py'), VULNERABLE);
    writeFileSync(join(folder, 'c.py'), greedy(1));
    writeFileSync(join(folder, 'd.py'), VULNERABLE);

    const { code, stdout } = await runSeccode(['scan', '.', '--json', '--detector', 'static'], { cwd: folder });

    const report = JSON.parse(stdout) as {
      readonly findings: readonly { readonly span: { readonly path: string } }[];
      readonly gaps: readonly string[];
    };
    expect(code).toBe(1);
    expect(new Set(report.findings.map(({ span }) => span.path))).toEqual(new Set(['b.py', 'd.py']));
    expect(report.gaps.join(' ')).toMatch(/a\.py.*too much memory/);
    expect(report.gaps.join(' ')).toMatch(/c\.py.*too much memory/);
  });
});

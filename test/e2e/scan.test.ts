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

  it('exits 2 for C, where no detector without a model knows the weaknesses yet', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.c'), 'int main(void) { return 0; }\n');

    const { code, stderr } = await runSeccode(['scan', 'a.c'], { cwd: folder });

    expect(code).toBe(2);
    expect(stderr).toContain('exit 2: undecided');
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
});

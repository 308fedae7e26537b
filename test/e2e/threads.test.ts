import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, runSeccode } from './run-seccode.ts';

/** Enough text that a scan is spread over threads, in more files than one batch holds. */
const FILES = 24;
const LINES = 900;

let folder: string;

beforeAll(() => {
  folder = freshFolder();
  mkdirSync(join(folder, 'src'));
  const filler = Array.from({ length: LINES }, (_, line) => `value_${String(line)} = ${String(line)} * 2 + 1`).join(
    '\n',
  );
  for (let index = 0; index < FILES; index += 1) {
    const text = `import subprocess\nimport sys\n${filler}\nsubprocess.run("ls " + sys.argv[1], shell=True)\n`;
    writeFileSync(join(folder, 'src', `part_${String(index).padStart(2, '0')}.py`), text);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a large scan', () => {
  it('finds the same on threads as file by file', async () => {
    const whole = await runSeccode(['scan', 'src', '--json', '--rule', 'python/command-injection'], { cwd: folder });
    const single = await runSeccode(['scan', 'src/part_07.py', '--json', '--rule', 'python/command-injection'], {
      cwd: folder,
    });

    const findings = (JSON.parse(whole.stdout) as Scan).findings;
    expect(findings.map(({ span }) => span.path)).toEqual(
      Array.from({ length: FILES }, (_, index) => `src/part_${String(index).padStart(2, '0')}.py`),
    );
    const [alone] = (JSON.parse(single.stdout) as Scan).findings;
    expect(findings[7]).toMatchObject({ rule: alone?.rule, message: alone?.message, confidence: alone?.confidence });
    expect(whole.code).toBe(1);
  });
});

interface Scan {
  readonly findings: readonly {
    readonly rule: string;
    readonly message: string;
    readonly confidence: string;
    readonly span: { readonly path: string };
  }[];
}

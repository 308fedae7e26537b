import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'seccode-failing-tools-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A detector, the program behind it, what its version looks like, and a file that it knows. */
const TOOLS = [
  { detector: 'cppcheck', program: 'cppcheck', good: 'Cppcheck 2.10', old: 'Cppcheck 1.80', file: 'a.c' },
  { detector: 'flawfinder', program: 'flawfinder', good: '2.0.19', old: '1.27', file: 'a.c' },
  { detector: 'gcc', program: 'gcc', good: 'gcc (GCC) 12.2.0', old: 'gcc (GCC) 4.9.2', file: 'a.c' },
  {
    detector: 'clang-analyzer',
    program: 'clang',
    good: 'clang version 14.0.6',
    old: 'clang version 3.9.1',
    file: 'a.c',
  },
  {
    detector: 'clang-tidy',
    program: 'clang-tidy',
    good: 'LLVM version 14.0.6',
    old: 'LLVM version 3.9.1',
    file: 'a.c',
  },
  { detector: 'bandit', program: 'bandit', good: 'bandit 1.7.10', old: 'bandit 1.0.0', file: 'a.py' },
] as const;

const TEXT = { 'a.c': 'int main(void) { return 0; }\n', 'a.py': 'print(1)\n' } as const;

/** What the program does when it is not asked for its version; shell that only uses what every shell has. */
const FAULTS = [
  { fault: 'crashes', body: 'kill -SEGV $$' },
  { fault: 'ends with a failure', body: 'exit 77' },
  { fault: 'hangs', body: 'while :; do :; done' },
  { fault: 'prints garbage', body: 'echo "Segmentation fault"; echo "core dumped" >&2' },
  {
    fault: 'prints half a report',
    body: `echo '{"runs": [{"results": ['; echo '<?xml version="1.0"?><results><errors>' >&2`,
  },
  { fault: 'prints nothing', body: ':' },
  {
    fault: 'prints without end',
    body: 'while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done',
  },
] as const;

interface End {
  readonly code: number | null;
  readonly stderr: string;
}

async function scanWith(name: string, tool: (typeof TOOLS)[number], script: string): Promise<End> {
  const bin = join(folder, name, 'tool', 'bin');
  mkdirSync(bin, { recursive: true });
  const file = join(folder, name, tool.file);
  writeFileSync(file, TEXT[tool.file]);
  writeFileSync(join(bin, tool.program), script);
  chmodSync(join(bin, tool.program), 0o755);
  return await new Promise<End>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(ROOT, 'dist/apps/cli/main.js'), ...['scan', file, '--detector', tool.detector, '--detector-timeout', '3s']],
      { cwd: ROOT, env: { PATH: [bin, process.env['PATH'] ?? ''].join(delimiter), NO_COLOR: '1' } },
    );
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.stdout.resume();
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stderr }));
  });
}

const script = (version: string, body: string): string =>
  `#!/bin/sh\ncase "$*" in *--version*) echo '${version}'; exit 0;; esac\n${body}\n`;

/** What the program prints when it has looked and found nothing: with it the same way ends well. */
const QUIET = {
  cppcheck: `echo '<?xml version="1.0"?><results version="2"><cppcheck version="2.10"/><errors></errors></results>' >&2`,
  flawfinder: `echo '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Flawfinder"}},"results":[]}]}'`,
  gcc: `echo '[]' >&2`,
  'clang-analyzer': `echo '{"version": "2.1.0", "runs": [{"results": []}]}' > report-0`,
  'clang-tidy': `printf 'MainSourceFile: a\\nDiagnostics:\\n  - DiagnosticName: x\\n    DiagnosticMessage: {Message: x, FilePath: /w/control.c, FileOffset: 0}\\n' > report-0`,
  bandit: `echo '{"errors": [], "results": [], "metrics": {"_totals": {}, "code/a.py": {"loc": 1, "nosec": 0}}}'`,
} as const;

describe.each(TOOLS)('a scan with $detector', { timeout: 60_000 }, (tool) => {
  it.each(FAULTS)('is undecided and names it when its program $fault', async ({ fault, body }) => {
    const name = `${tool.detector}-${fault.replaceAll(' ', '-')}`;
    const { code, stderr } = await scanWith(name, tool, script(tool.good, body));

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^exit 2: undecided: /m) });
    expect(stderr).toContain(tool.detector);
  });

  it('is clean when its program looks and finds nothing', async () => {
    const name = `${tool.detector}-quiet`;
    const { code, stderr } = await scanWith(name, tool, script(tool.good, QUIET[tool.detector]));

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('is undecided and names it when its program has a version that nobody has tested', async () => {
    const { code, stderr } = await scanWith(`${tool.detector}-old`, tool, script(tool.old, ':'));

    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(/^exit 2: undecided: /m) });
    expect(stderr.toLowerCase()).toContain(tool.detector);
  });
});

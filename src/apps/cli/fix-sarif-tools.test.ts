import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeProcess } from '#testing/fake-process.ts';
import { type ModelServer, startModelServer } from '#testing/model-server/model-server.ts';
import { runCli } from './run-cli.ts';

const LINE = `#include <string.h>

int first_word(const char *line, char *word) {
    int length = 0;
    int *none = NULL;
    while (line[length] != '\\0' && line[length] != ' ') length++;
    if (length == 0) {
        return *none;
    }
    memcpy(word, line, (size_t)length);
    return length;
}
`;
const LINE_FIXED = LINE.replace('    int *none = NULL;\n', '').replace('return *none;', 'return 0;');

const STORE = `#include <stdlib.h>
#include <string.h>

char *keep(const char *given, int most) {
    char *copy = malloc(64);
    if (copy == NULL) {
        return NULL;
    }
    if (most < 1) {
        return NULL;
    }
    strncpy(copy, given, 63);
    copy[63] = '\\0';
    return copy;
}
`;
const STORE_FIXED = STORE.replace('most < 1) {\n', 'most < 1) {\n        free(copy);\n');

const SHOW = 'import subprocess\n\n\ndef show(name):\n    return subprocess.call("cat " + name, shell=True)\n';
const SHOW_FIXED = SHOW.replace('"cat " + name, shell=True', '["cat", "--", name]');

const REPAIRED = new Map([
  ['src/line.c', LINE_FIXED],
  ['src/store.c', STORE_FIXED],
  ['src/show.py', SHOW_FIXED],
]);

const folders: string[] = [];
let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer(({ prompt }) => {
    if (prompt[0]?.startsWith('You are the security reviewer') === true) return '{"findings": []}';
    const [path = '', text = ''] = [...REPAIRED].find(([name]) => prompt.some((part) => part.includes(name))) ?? [];
    return `- repaired\n\n**${path}**\n\`\`\`${path.endsWith('.py') ? 'python' : 'c'}\n${text}\`\`\`\n`;
  });
});
afterAll(async () => {
  await server.close();
});
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function project(): string {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-sarif-tools-'));
  folders.push(folder);
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/line.c'), LINE);
  writeFileSync(join(folder, 'src/store.c'), STORE);
  writeFileSync(join(folder, 'src/show.py'), SHOW);
  return folder;
}

/** Runs a program of this machine; one that is absent gives no status and no text. */
function tool(name: string, args: readonly string[], folder?: string) {
  return spawnSync(name, args, { encoding: 'utf8', ...(folder !== undefined && { cwd: folder }) });
}

function hasTool(name: string): boolean {
  return tool(name, ['--version']).status === 0;
}

async function run(folder: string, args: readonly string[]) {
  const environment = { PATH: process.env['PATH'] ?? '' };
  const process_ = fakeProcess({ folder, environment });
  const code = await runCli(args, process_);
  return { code, printed: process_.printed(), noted: process_.noted() };
}

async function fix(folder: string, ...more: readonly string[]) {
  const juries = ['--feedback', 'static', '--marking', 'syntax,static,reviewer'];
  const model = ['-m', 'openai-compatible/scripted', '--base-url', server.baseUrl];
  return await run(folder, ['fix', '--sarif', 'r.sarif', ...juries, ...model, ...more]);
}

const textIn = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

// Each is skipped, visibly, where its program is not installed.
describe('seccode fix --sarif, on what real analysers write', () => {
  it.skipIf(!hasTool('cppcheck'))('repairs what cppcheck reports, and has it look again', async () => {
    const folder = project();
    rmSync(join(folder, 'src/show.py'));
    await run(folder, ['scan', 'src', '--detector', 'cppcheck', '--min-confidence', 'low', '-o', 'r.sarif']);

    const { code, printed, noted } = await fix(folder);

    expect(noted).toMatch(/src\/line\.c +1 +1 +0 +secure\n/);
    expect(noted).toMatch(/src\/store\.c +1 +1 +0 +secure\n/);
    expect(code).toBe(0);
    execFileSync('git', ['apply', '-'], { cwd: folder, input: printed });
    expect(textIn(folder, 'src/store.c')).toBe(STORE_FIXED);
    // The report is old now, and says so by its fingerprints.
    const again = await fix(folder);
    expect(again.code).toBe(2);
    expect(again.noted).toMatch(/stale: src\/line\.c:8 \(nullPointer\) is not the code that cppcheck saw/);
  });

  it.skipIf(!hasTool('clang'))('repairs what the analyser of Clang reports', async () => {
    const folder = project();
    const flags = ['--analyze', '--analyzer-output', 'sarif', '-o', 'r.sarif', 'src/store.c'];
    expect(tool('clang', flags, folder).status).toBe(0);

    const { printed, noted } = await fix(folder, '--write');

    expect(noted).toMatch(/src\/store\.c +1 +1 +0 +(?:secure|undecided)\n/);
    expect(printed).toBe('');
    expect(textIn(folder, 'src/store.c')).toBe(STORE_FIXED);
    // Its reports hold no code, but the length of each file.
    expect((await fix(folder)).noted).toContain('stale: src/store.c:');
  });

  it.skipIf(!hasTool('flawfinder'))('does not call repaired what flawfinder still reports', async () => {
    const folder = project();
    const { stdout } = tool('flawfinder', ['--sarif', 'src'], folder);
    writeFileSync(join(folder, 'r.sarif'), stdout);

    const { code, noted } = await fix(folder, '--fail-on', 'low', '--min-confidence', 'low', '--max-iterations', '1');

    expect(code).toBe(2);
    expect(noted).toMatch(/src\/line\.c +1 +0 +1 +vulnerable\n/);
    // The line stands, and what is around it has changed: flawfinder itself has the last word.
    expect(noted).toContain('still reports FF1008 where it did before');
    expect(noted).toMatch(/src\/store\.c +1 +0 +1 +undecided\n/);
  });

  // Bandit has a formatter for SARIF from 1.8 on, as an extra.
  const hasFormatter = /\bsarif\b/.test(tool('bandit', ['--help']).stdout);
  it.skipIf(!hasFormatter)('repairs what Bandit reports', async () => {
    const folder = project();
    tool('bandit', ['-q', '-f', 'sarif', '-o', 'r.sarif', 'src/show.py'], folder);

    const { noted } = await fix(folder, '--write', '--fail-on', 'low');

    expect(noted).toMatch(/src\/show\.py +\d+ +\d+ +0 +(?:secure|undecided)\n/);
    expect(textIn(folder, 'src/show.py')).toBe(SHOW_FIXED);
  });

  const hasSarifFile = tool('gcc', ['-fdiagnostics-format=sarif-file', '-E', '-x', 'c', '/dev/null']).status === 0;
  it.skipIf(!hasSarifFile)('repairs what the analyser of GCC reports', async () => {
    const folder = project();
    const flags = ['-fanalyzer', '-fdiagnostics-format=sarif-file', '-c', 'src/store.c', '-o', 'store.o'];
    tool('gcc', flags, folder);
    const name = ['store.c.sarif', 'store.o.sarif', 'src/store.c.sarif'].find((one) => existsSync(join(folder, one)));
    writeFileSync(join(folder, 'r.sarif'), textIn(folder, name ?? 'store.c.sarif'));

    const { noted } = await fix(folder, '--write');

    expect(noted).toMatch(/src\/store\.c +\d+ +\d+ +0 +(?:secure|undecided)\n/);
    expect(textIn(folder, 'src/store.c')).toBe(STORE_FIXED);
  });
});

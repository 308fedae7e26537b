import { describe, expect, it } from 'vitest';
import type { RunEnd } from '#engine/sandbox/sandbox.ts';
import { realTools } from '#testing/real-tools.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { detectIn, testDetector } from '#testing/test-detector.ts';
import { detector } from './detector.ts';

const tools = realTools();
const { isUsable, detail } = await detector.availability(tools);
/** Bandit tells columns, and where they end, from 1.7.5 on. */
const hasColumns = isUsable && !/^1\.(?:[0-6]|7\.[0-4])(?:\.|$)/.test(detail);
const WIDE = 'x = "😀"; assert x  # nosec 😀\n';

describe.skipIf(!isUsable)('with the real Bandit', { timeout: 60_000 }, () => {
  testDetector({
    detector,
    tools,
    cases: [
      {
        title: 'a command that goes through a shell',
        path: 'ping.py',
        bad: 'import subprocess\n\n\ndef ping(host):\n    subprocess.run("ping -c 1 " + host, shell=True)\n',
        good: 'def ping(host):\n    return host.upper()\n',
        expected: [{ cwe: 'CWE-78', line: 5 }],
      },
      {
        title: 'unchecked certificates',
        path: 'fetch.py',
        bad: 'import requests\n\nrequests.get("https://example.org", verify=False, timeout=5)\n',
        good: 'import requests\n\nrequests.get("https://example.org", timeout=5)\n',
        expected: [{ cwe: 'CWE-295', line: 3 }],
      },
      {
        title: 'unpickled data',
        path: 'CVS/load.py',
        bad: 'import pickle\n\ndef load(data):\n    return pickle.loads(data)\n',
        good: 'import json\nimport pickle\n\ndef load(data):\n    return json.loads(data)\n',
        expected: [{ cwe: 'CWE-502', line: 4 }],
      },
    ],
    silencers: ['# nosec', '#nosec B602', '# noqa', '# type: ignore # nosec'],
    wide: {
      path: 'wide.py',
      text: WIDE,
      rule: 'B101',
      startColumn: hasColumns ? 11 : 1,
      endColumn: hasColumns ? 17 : WIDE.length,
    },
  });

  it('is not led astray by names, nor by settings that lie beside the code', async () => {
    const { findings, notCovered } = await detectIn(
      detector,
      [
        { path: '-r', text: '' },
        { path: '--help.py', text: 'eval(x)\n' },
        { path: 'a b/\n;$(x).py', text: 'eval(x)\n' },
        { path: '.bandit', text: '[bandit]\nskips: B307\n' },
      ],
      tools,
    );

    expect(findings.map(({ span, rule }) => [span.path, rule])).toEqual([
      ['--help.py', 'B307'],
      ['a b/\n;$(x).py', 'B307'],
    ]);
    expect(notCovered).toEqual([]);
  });

  it('counts lines as an editor does where a lone carriage return breaks a line for Python', async () => {
    const { findings } = await detectIn(detector, [{ path: 'a.py', text: 'x = 1\rassert x\nassert x\n' }], tools);

    expect(findings.map(({ span }) => [span.startLine, span.startColumn])).toEqual([
      [1, 7],
      [2, 1],
    ]);
  });

  it('tells which Bandit it is', async () => {
    const { version } = await detectIn(detector, [{ path: 'a.py', text: '' }], tools);

    expect(version).toBe(detail);
  });
});

/** A result in the form of Bandit 1.7.5, written by hand. */
const ISSUE = {
  code: '1 x\n',
  col_offset: 9,
  end_col_offset: 16,
  filename: 'code/a.py',
  issue_confidence: 'MEDIUM',
  issue_cwe: { id: 78, link: 'https://cwe.mitre.org/data/definitions/78.html' },
  issue_severity: 'MEDIUM',
  issue_text: 'Use of possibly insecure function - consider using safer ast.literal_eval.',
  line_number: 1,
  line_range: [1],
  more_info: 'https://bandit.readthedocs.io/en/1.7.5/',
  test_id: 'B307',
  test_name: 'blacklist',
};

function reportWith(results: readonly object[], more: object = {}): string {
  return JSON.stringify({
    errors: [],
    generated_at: '2024-01-01T00:00:00Z',
    metrics: { _totals: {}, 'code/a.py': {} },
    results,
    ...more,
  });
}

const FILES = [{ path: 'a.py', text: 's="é😀";eval(s)\nassert (\n  s)\n' }];
const ran = (stdout: string, exitCode = 1) => scriptedTools({ stdout, end: { kind: 'exited', exitCode } });

describe('a scripted Bandit', () => {
  it('tells bytes of UTF-8, which become columns', async () => {
    const { findings } = await detectIn(detector, FILES, ran(reportWith([ISSUE])));

    expect(findings).toMatchObject([
      { rule: 'B307', cwes: ['CWE-95'], span: { startLine: 1, startColumn: 7, endColumn: 14 }, confidence: 'medium' },
    ]);
  });

  it('tells ranges of several lines', async () => {
    const { findings } = await detectIn(
      detector,
      FILES,
      ran(
        reportWith([
          { ...ISSUE, test_id: 'B101', line_number: 2, line_range: [2, 3], col_offset: 0, end_col_offset: 4 },
        ]),
      ),
    );

    expect(findings.map(({ span }) => span)).toEqual([
      { path: 'a.py', startLine: 2, startColumn: 1, endLine: 3, endColumn: 5 },
    ]);
  });

  it.each([
    { test_id: 'B602', issue_text: 'subprocess call with shell=True seems safe, but may be changed', severity: 'low' },
    { test_id: 'B602', issue_text: 'subprocess call with shell=True identified, security issue.', severity: 'high' },
    { test_id: 'B103', issue_text: 'Chmod setting a permissive mask 0o755 on file (x).', severity: 'low' },
    { test_id: 'B103', issue_text: 'Chmod setting a permissive mask 0o777 on file (mask 0o755 ).', severity: 'medium' },
  ])('grades $test_id as $severity: $issue_text', async ({ test_id, issue_text, severity }) => {
    const { findings } = await detectIn(detector, FILES, ran(reportWith([{ ...ISSUE, test_id, issue_text }])));

    expect(findings.map((finding) => finding.severity)).toEqual([severity]);
  });

  it.each(['B404', 'B999', 'toString'])('says nothing by the test %s', async (test_id) => {
    const outcome = await detectIn(detector, FILES, ran(reportWith([{ ...ISSUE, test_id }])));

    expect(outcome).toMatchObject({ status: 'completed', findings: [] });
  });

  it('that leaves a file out does not make it clean', async () => {
    const { notCovered } = await detectIn(detector, FILES, ran(reportWith([], { metrics: { _totals: {} } })));

    expect(notCovered).toEqual([{ path: 'a.py', reason: 'Bandit left this file out.' }]);
  });

  it('that crashes on one of three files is run on the others', async () => {
    const crashing = scriptedTools(({ command }) =>
      command.includes('code/b.py')
        ? { end: { kind: 'signalled', signal: 'SIGSEGV' } }
        : {
            stdout: reportWith([], {
              metrics: Object.fromEntries(command.filter((word) => word.endsWith('.py')).map((path) => [path, {}])),
            }),
          },
    );
    const files = ['a.py', 'b.py', 'c.py'].map((path) => ({ path, text: 'x\n' }));
    const { status, notCovered } = await detectIn(detector, files, crashing);

    expect(status).toBe('completed');
    expect(notCovered).toEqual([{ path: 'b.py', reason: "'bandit' crashed (SIGSEGV)." }]);
  });
});

describe('a Bandit that fails', () => {
  it.each<RunEnd>([
    { kind: 'not-found' },
    { kind: 'signalled', signal: 'SIGKILL' },
    { kind: 'limit', limit: 'timeoutMs' },
    { kind: 'limit', limit: 'memoryBytes' },
    { kind: 'limit', limit: 'outputBytes' },
    { kind: 'broken', reason: 'EACCES' },
    { kind: 'exited', exitCode: 2 },
  ])('by %j fails the detector', async (end) => {
    const outcome = await detectIn(detector, FILES, scriptedTools({ end, stdout: reportWith([]) }));

    expect(outcome).toMatchObject({ status: 'failed', findings: [], reason: expect.stringContaining("'bandit'") });
  });

  it.each(['', 'Traceback (most recent call last):', '{}', 'null', '[]', reportWith([ISSUE]).slice(0, -20)])(
    'by the report %j fails the detector',
    async (stdout) => {
      const outcome = await detectIn(detector, FILES, ran(stdout));

      expect(outcome).toMatchObject({ status: 'failed', findings: [], reason: expect.stringContaining("'bandit'") });
    },
  );

  it.each(['code/b.py', '../../etc/passwd', '/etc/passwd', 'code/../a.py'])(
    'by a result in %j fails the detector',
    async (filename) => {
      const outcome = await detectIn(detector, FILES, ran(reportWith([{ ...ISSUE, filename }])));

      expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringContaining('was not given') });
    },
  );

  it.each([undefined, 'bandit 1.5.1', 'bandit unknown'])('by the version %j fails the detector', async (version) => {
    const old = { ...ran(reportWith([])), version: async () => version };

    expect(await detector.availability(old)).toMatchObject({ isUsable: false, remedy: expect.any(String) });
    expect(await detectIn(detector, FILES, old)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('Bandit'),
    });
  });
});

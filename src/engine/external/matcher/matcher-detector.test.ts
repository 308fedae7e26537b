import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { detectIn } from '#testing/test-detector.ts';
import { testToolFailures, toolsWith, type ToolFailures } from '#testing/test-tool-failures.ts';
import { matcherDetector } from './matcher-detector.ts';

const folder = mkdtempSync(join(tmpdir(), 'seccode-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'python', '.hidden'), { recursive: true });
writeFileSync(join(folder, 'python', 'eval.yaml'), 'rules: []\n');
writeFileSync(join(folder, 'python', 'eval.test.yaml'), 'no rules');
writeFileSync(join(folder, 'python', '.hidden', 'x.yaml'), 'no rules');
writeFileSync(join(folder, 'b.yml'), 'rules: [1]\n');

const detector = matcherDetector({
  name: 'matcher',
  title: 'Matcher',
  need: { title: 'Matcher', command: ['matcher', '--version'], minimum: '1.45', remedy: 'Install Matcher.' },
  flags: ['--own', 'flag'],
});

const TEXT = 'q = f("é😀", request.args)\nq = q\ncursor.execute(q)\n';
const FILES = [{ path: 'a.py', text: TEXT }];

/** A result in the form of `semgrep scan --json`, written by hand. */
const RESULT = {
  check_id: 'own.sql-injection',
  path: 'code/a.py',
  start: { line: 3, col: 1, offset: 36 },
  end: { line: 3, col: 18, offset: 53 },
  extra: {
    message: 'A query is built from input.\nUse parameters. Always.',
    severity: 'ERROR',
    metadata: {
      cwe: ["CWE-89: Improper Neutralization of Special Elements used in an SQL Command ('SQL Injection')"],
      confidence: 'HIGH',
    },
    fingerprint: '0',
    lines: 'requires login',
    is_ignored: false,
    validation_state: 'NO_VALIDATOR',
    engine_kind: 'OSS',
  },
};

function reportOf(results: readonly object[], more: object = {}): string {
  return JSON.stringify({
    version: '1.90.0',
    results,
    errors: [],
    paths: { scanned: ['code/a.py'] },
    interfile_languages_used: [],
    skipped_rules: [],
    ...more,
  });
}

const subject: ToolFailures = {
  detector,
  names: /matcher/i,
  files: FILES,
  settings: { rules: folder },
  report: reportOf([RESULT]),
  script: (stdout) => ({ stdout }),
  version: '1.90.0',
  wrongVersions: ['1.44.9', 'unknown'],
  noReports: ['{}', 'null', '[]', '{"results":[],"errors":[]}'],
};

testToolFailures(subject);

const detect = (report: string) => detectIn(detector, FILES, toolsWith(subject, report), subject.settings);

describe('a scripted matcher', () => {
  it('reads a result with weakness, grades and sentences', async () => {
    expect((await detect(reportOf([RESULT]))).findings).toMatchObject([
      {
        rule: 'own.sql-injection',
        cwes: ['CWE-89'],
        severity: 'high',
        confidence: 'high',
        span: { path: 'a.py', startLine: 3, startColumn: 1, endLine: 3, endColumn: 18 },
        message: 'A query is built from input.',
        remediation: 'Use parameters. Always.',
      },
    ]);
  });

  it.each([
    { title: 'columns of bytes', start: { line: 1, col: 16 }, end: { line: 1, col: 28 } },
    { title: 'a dummy offset', start: { line: 1, col: 16, offset: -1 }, end: { line: 1, col: 28, offset: -1 } },
    { title: 'offsets of bytes', start: { line: 1, col: 1, offset: 15 }, end: { line: 1, col: 1, offset: 27 } },
    {
      title: 'offsets that lead elsewhere',
      start: { line: 1, col: 16, offset: 40 },
      end: { line: 1, col: 28, offset: 41 },
    },
  ])('takes places from $title', async ({ start, end }) => {
    const { findings } = await detect(reportOf([{ ...RESULT, start, end }]));

    expect(findings.map(({ span }) => [span.startColumn, span.endColumn])).toEqual([[13, 25]]);
  });

  it('follows a trace', async () => {
    const at = (line: number): object => ({ path: 'code/a.py', start: { line, col: 1 }, end: { line, col: 2 } });
    const trace = (source: unknown): object => ({
      ...RESULT,
      extra: {
        ...RESULT.extra,
        dataflow_trace: {
          taint_source: source,
          intermediate_vars: [{ location: at(2), content: 'q' }],
          taint_sink: ['CliLoc', [at(3), 'x']],
        },
      },
    });
    for (const source of [
      ['CliLoc', [at(1), 'x']],
      ['CliCall', [[at(1), 'x'], [], ['CliLoc', [at(2), 'y']]]],
    ]) {
      const { findings } = await detect(reportOf([trace(source)]));
      expect(findings[0]?.flow?.map(({ span }) => span.startLine)).toEqual([1, 2, 3]);
    }
  });

  it.each([
    ['CRITICAL', 'critical'],
    ['WARNING', 'medium'],
    ['LOW', 'low'],
    ['EXPERIMENT', 'info'],
  ])('grades %s as %s', async (severity, expected) => {
    const { findings } = await detect(reportOf([{ ...RESULT, extra: { ...RESULT.extra, severity } }]));

    expect(findings.map((finding) => finding.severity)).toEqual([expected]);
  });

  it.each([
    [
      'a time-out',
      { errors: [{ code: 2, level: 'warn', type: 'Timeout', path: 'code/a.py', rule_id: 'r' }] },
      'timeout',
    ],
    [
      'code that it parses in part',
      { errors: [{ code: 3, level: 'warn', type: ['PartialParsing', []], path: '/scripted/code/a.py' }] },
      'partialparsing',
    ],
    [
      'a file that it left out',
      { paths: { scanned: [], skipped: [{ path: 'code/a.py', reason: 'too_big' }] } },
      'left it out',
    ],
    ['a file that no rule reads', { paths: { scanned: [] } }, 'No rule'],
  ])('does not cover a file because of %s', async (_, more, words) => {
    const outcome = await detect(reportOf([], more));

    expect(outcome).toMatchObject({
      status: 'completed',
      notCovered: [{ path: 'a.py', reason: expect.stringContaining(words) }],
    });
  });

  it.each([
    ['a rule that it cannot read', { errors: [{ code: 4, level: 'error', type: 'Rule parse error' }] }],
    [
      'a fault in a file of rules',
      { errors: [{ code: 5, level: 'error', type: 'Invalid YAML', path: 'rules/0.yaml' }] },
    ],
    ['a rule that it skipped', { skipped_rules: [{ rule_id: 'r', details: '', position: {} }] }],
    [
      'a file it was not given',
      { errors: [{ code: 3, level: 'warn', type: 'Syntax error', path: '../../etc/passwd' }] },
    ],
    ['having read a file it was not given', { paths: { scanned: ['/etc/passwd'] } }],
  ])('fails by %s', async (_, more) => {
    expect(await detect(reportOf([], more))).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('matcher'),
    });
  });

  it.each(['code/b.py', '../a.py', '/etc/passwd'])('fails by a result in %j', async (path) => {
    expect(await detect(reportOf([{ ...RESULT, path }]))).toMatchObject({ status: 'failed' });
  });

  it('is given the code under safe names, the rules, and no way to be silenced', async () => {
    const tools = toolsWith(subject, reportOf([], { paths: { scanned: ['code/neutral-1.py', 'code/tests/b.py'] } }));
    const files = [
      { path: '--config=x y.py', text: '' },
      { path: 'tests/b.py', text: '' },
      { path: '.semgrepignore', text: '*' },
    ];
    const { status } = await detectIn(detector, files.slice(0, 2), tools, subject.settings);
    const [only] = tools.calls;

    expect(status).toBe('completed');
    expect(only?.call.command).toEqual(expect.arrayContaining(['--disable-nosem', '--own', '--config', 'rules']));
    expect(only?.call.command.slice(-3)).toEqual(['--', 'code/neutral-1.py', 'code/tests/b.py']);
    expect(only?.files.map(({ path, content }) => [path, Buffer.from(content).toString()])).toEqual([
      ['code/neutral-1.py', ''],
      ['code/tests/b.py', ''],
      ['rules/0.yaml', 'rules: [1]\n'],
      ['rules/1.yaml', 'rules: []\n'],
      ['.semgrepignore', '# Nothing is left out.\n'],
    ]);
  });

  it('says that it has no rules, and how to name them', async () => {
    const tools = toolsWith(subject, subject.report);

    expect(await detector.availability(tools)).toEqual({
      isUsable: false,
      detail: 'Matcher 1.90.0 has no rules.',
      remedy: 'Name your rules with --detector-setting matcher.rules=PATH, or detectorSettings in the configuration.',
    });
    expect(await detectIn(detector, FILES, tools)).toMatchObject({ status: 'failed', reason: 'Matcher has no rules.' });
  });

  it.each([join(folder, 'python', '.hidden', 'no'), join(folder, 'missing'), '/dev/zero'])(
    'fails where the rules at %j cannot be read',
    async (rules) => {
      const outcome = await detectIn(detector, FILES, toolsWith(subject, subject.report), { rules });

      expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringContaining("'matcher.rules'") });
    },
  );
});

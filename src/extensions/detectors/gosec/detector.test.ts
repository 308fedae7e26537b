import { describe, expect, it } from 'vitest';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { detectIn } from '#testing/test-detector.ts';
import { testToolFailures, toolsWith, type ToolFailures } from '#testing/test-tool-failures.ts';
import { detector } from './detector.ts';
import { plainGo } from './plain-go.ts';

const TEXT = 'package main\n\nfunc f() {\n\ts := "é😀"; run(\n\t\ts,\n\t)\n}\n';
const FILES = [{ path: 'vendor/x_windows.go', text: TEXT }];

/** An issue in the form of `gosec -fmt json`, written by hand. */
const ISSUE = {
  severity: 'HIGH',
  confidence: 'MEDIUM',
  cwe: { id: '78', url: 'https://cwe.mitre.org/data/definitions/78.html' },
  rule_id: 'G204',
  details: 'Subprocess launched with variable',
  file: '/scripted/code/package1/file1.go',
  code: '4: run(\n',
  line: '4-6',
  column: '17',
  nosec: false,
  suppressions: null,
};

function reportOf(issues: readonly object[] | null, more: object = {}): string {
  return JSON.stringify({
    'Golang errors': {},
    Issues: issues,
    Stats: { files: 1, lines: 7, nosec: 0, found: issues?.length ?? 0 },
    GosecVersion: '2.21.4',
    ...more,
  });
}

const subject: ToolFailures = {
  detector,
  names: /gosec/i,
  files: FILES,
  report: reportOf([ISSUE]),
  script: (stdout) => ({ stdout }),
  version: 'Version: 2.21.4',
  wrongVersions: ['Version: dev', 'Version: 2.13.0'],
  noReports: ['{}', 'null', '[]', '{"Golang errors":{},"Issues":[]}', reportOf([], { Stats: { files: 0 } })],
};

testToolFailures(subject);

const detect = (report: string) => detectIn(detector, FILES, toolsWith(subject, report));

describe('a scripted gosec', () => {
  it('tells weakness, grades and lines, with columns of bytes', async () => {
    expect(await detect(reportOf([ISSUE]))).toMatchObject({
      version: '2.21.4',
      notCovered: [],
      findings: [
        {
          rule: 'G204',
          cwes: ['CWE-78'],
          severity: 'high',
          confidence: 'medium',
          span: { path: 'vendor/x_windows.go', startLine: 4, startColumn: 14, endLine: 6, endColumn: 3 },
          message: 'gosec says: Subprocess launched with variable.',
        },
      ],
    });
  });

  it('finds nothing where its list is null, as Go writes an empty one', async () => {
    expect(await detect(reportOf(null))).toMatchObject({ status: 'completed', findings: [] });
  });

  it('does not cover a file whose types it cannot read', async () => {
    const errors = { '/scripted/code/package1/file1.go': [{ line: 3, column: 1, error: 'undefined: run' }] };

    expect(await detect(reportOf([ISSUE], { 'Golang errors': errors }))).toMatchObject({
      findings: [{ rule: 'G204' }],
      notCovered: [{ path: 'vendor/x_windows.go', reason: 'Go cannot read the types of this file (line 3).' }],
    });
  });

  it('that leaves out one of three files is run on each by itself', async () => {
    const tools = scriptedTools((call) => {
      const bad = call.command.includes('./code/package2');
      return { stdout: reportOf([], { Stats: { files: call.command.length - 6 - (bad ? 1 : 0) } }) };
    }, subject.version);
    const files = ['a/x.go', 'b/x.go', 'c/x.go'].map((path) => ({ path, text: 'package x\n' }));

    expect(await detectIn(detector, files, tools)).toMatchObject({
      status: 'completed',
      notCovered: [{ path: 'b/x.go', reason: "'gosec' did not look at every file." }],
    });
  });

  it.each(['/scripted/code/package1/other.go', '../a.go', '/etc/passwd', ''])(
    'fails by a result in %j',
    async (file) => {
      expect(await detect(reportOf([{ ...ISSUE, file }]))).toMatchObject({ status: 'failed' });
      expect(await detect(reportOf([], { 'Golang errors': { [file]: [] } }))).toMatchObject({ status: 'failed' });
    },
  );

  it('is not silenced, and asks nobody', async () => {
    const tools = toolsWith(subject, reportOf([]));
    await detectIn(detector, FILES, tools);

    expect(tools.calls.map(({ call }) => call)).toMatchObject([
      {
        command: expect.arrayContaining(['-nosec=true', './code/package1']),
        environment: { GOPROXY: 'off', GOTOOLCHAIN: 'local' },
      },
    ]);
  });
});

describe('plainGo', () => {
  it('lets no file leave itself out, and keeps places', () => {
    const text = '//go:build windows\n// +build ignore\n\npackage a\n\n//line other.go:7\nvar a = 1 /*line x.go:1*/\n';
    const { files, original } = plainGo([
      { path: '_a/x_linux.go', text },
      { path: '_a/y_test.go', text: '' },
      { path: 'b/.z.go', text: '' },
    ]);

    expect(files.map(({ path }) => path)).toEqual(['package1/file1.go', 'package1/file2_test.go', 'package2/file3.go']);
    expect(files[0]?.text).toBe(
      '//go_build windows\n// _build ignore\n\npackage a\n\n//l_ne other.go:7\nvar a = 1 /*l_ne x.go:1*/\n',
    );
    expect(original('package2/file3.go')?.path).toBe('b/.z.go');
  });
});

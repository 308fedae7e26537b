import { describe, expect, it } from 'vitest';
import type { SourceFiles } from '#core/source-file.ts';
import { detectIn } from '#testing/test-detector.ts';
import { testToolFailures, toolsWith, type ToolFailures } from '#testing/test-tool-failures.ts';
import { detector } from './detector.ts';

const FILES: SourceFiles = [{ path: 'a b.py', text: 'import os\nx = "😀"; os.system(x + input())\n' }];

type Bag = Readonly<Record<string, unknown>>;

const at = (uri: string, region: Bag): Bag => ({
  physicalLocation: { artifactLocation: { uri, uriBaseId: '%SRCROOT%', index: 0 }, region },
});
const notice = (id: string, level: string, uri?: string): Bag => ({
  descriptor: { id, index: 1 },
  level,
  message: { text: '' },
  ...(uri === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: { uri } } }] }),
});
const READ = notice('py/diagnostics/successfully-extracted-files', 'none', 'neutral-1.py');

/** A result in the form of CodeQL's SARIF, written by hand. */
const RESULT = {
  ruleId: 'py/command-line-injection',
  ruleIndex: 0,
  rule: { id: 'py/command-line-injection', index: 0, toolComponent: { index: 0 } },
  message: { text: 'This command line depends on a [user-provided value](1).' },
  locations: [at('neutral-1.py', { startLine: 2, startColumn: 21, endColumn: 32 })],
  partialFingerprints: { primaryLocationLineHash: '0:1' },
  codeFlows: [
    {
      threadFlows: [
        {
          locations: [
            {
              location: {
                ...at('neutral-1.py', { startLine: 2, startColumn: 25, endColumn: 32 }),
                message: { text: 'ControlFlowNode for input()' },
              },
            },
            {
              location: {
                ...at('neutral-1.py', { startLine: 2, startColumn: 21, endColumn: 32 }),
                message: { text: 'ControlFlowNode for BinaryExpr' },
              },
            },
          ],
        },
      ],
    },
  ],
};

function reportOf(results: readonly Bag[] | undefined, notices: readonly Bag[] = [READ]): string {
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'CodeQL', organization: 'GitHub', semanticVersion: '2.23.1', notifications: [], rules: [] },
          extensions: [
            {
              name: 'codeql/python-queries',
              semanticVersion: '1.6.4',
              rules: [
                {
                  id: 'py/command-line-injection',
                  shortDescription: { text: 'Uncontrolled command line' },
                  defaultConfiguration: { enabled: true, level: 'error' },
                  properties: {
                    tags: ['correctness', 'security', 'external/cwe/cwe-078', 'external/cwe/cwe-088'],
                    kind: 'path-problem',
                    precision: 'high',
                    'problem.severity': 'error',
                    'security-severity': '9.8',
                  },
                },
              ],
            },
          ],
        },
        invocations: [{ toolExecutionNotifications: notices, executionSuccessful: true }],
        artifacts: [{ location: { uri: 'neutral-1.py', uriBaseId: '%SRCROOT%', index: 0 } }],
        ...(results === undefined ? {} : { results }),
        columnKind: 'utf16CodeUnits',
      },
    ],
  });
}

const subject: ToolFailures = {
  detector,
  names: /codeql/i,
  files: FILES,
  report: reportOf([RESULT]),
  script: (report, { command }) => (command.includes('analyze') ? { writes: { 'report.sarif': report } } : {}),
  version: '2.23.1',
  wrongVersions: ['2.16.4', '1.0', 'codeql'],
  noReports: ['{}', 'null', '[]', '{"runs":[]}', '{"version":"2.0.0","runs":[]}', reportOf(undefined)],
};

testToolFailures(subject);

const detect = (report: string, settings?: Readonly<Record<string, string>>) =>
  detectIn(detector, FILES, toolsWith(subject, report), settings);

describe('a scripted CodeQL', () => {
  it('tells weakness, grades, place and flow', async () => {
    const { findings, notCovered, version } = await detect(reportOf([RESULT]));

    expect(notCovered).toEqual([]);
    expect(version).toBe('2.23.1');
    expect(findings).toMatchObject([
      {
        rule: 'py/command-line-injection',
        cwes: ['CWE-78', 'CWE-88'],
        severity: 'critical',
        confidence: 'high',
        span: { path: 'a b.py', startLine: 2, startColumn: 21, endLine: 2, endColumn: 32 },
        message: 'This command line depends on a user-provided value.',
      },
    ]);
    expect(findings[0]?.flow?.map(({ span }) => span.startColumn)).toEqual([25, 21]);
  });

  it('is called once for each of its languages, and builds nothing', async () => {
    const tools = toolsWith(subject, reportOf([], []));
    const files = [
      { path: 'a.js', text: '' },
      { path: 'b.ts', text: '' },
      { path: 'c.java', text: '' },
    ];
    await detectIn(detector, files, tools, { suite: 'security-and-quality' });

    expect(tools.calls.map(({ call }) => call.command.slice(1, 5))).toEqual([
      ['database', 'create', '--language=javascript', '--build-mode=none'],
      ['database', 'analyze', '--format=sarifv2.1.0', '--output=report.sarif'],
      ['database', 'create', '--language=java', '--build-mode=none'],
      ['database', 'analyze', '--format=sarifv2.1.0', '--output=report.sarif'],
    ]);
    expect(tools.calls[1]?.call.command.at(-1)).toBe(
      'codeql/javascript-queries:codeql-suites/javascript-security-and-quality.qls',
    );
    expect(tools.calls[0]?.files.map(({ path }) => path)).toEqual(['code/a.js', 'code/b.ts']);
  });

  it('counts what a comment suppresses', async () => {
    const { findings } = await detect(reportOf([{ ...RESULT, suppressions: [{ kind: 'inSource' }] }]));

    expect(findings).toHaveLength(1);
  });

  it.each([
    ['that it does not say it read', [], 'does not say'],
    ['that it read in part', [READ, notice('py/diagnostics/extraction-warnings', 'warning', 'neutral-1.py')], 'all of'],
    ['of a faulty extraction', [READ, notice('cli/some-fault', 'error')], 'extraction'],
  ])('does not cover a file %s', async (_, notices, words) => {
    expect(await detect(reportOf([], notices))).toMatchObject({
      status: 'completed',
      notCovered: [{ path: 'a b.py', reason: expect.stringContaining(words) }],
    });
  });

  it.each(['b.py', '../a.py', 'file:///etc/passwd', '%2e%2e/a.py'])('fails by a result in %j', async (uri) => {
    const result = { ...RESULT, locations: [at(uri, { startLine: 1 })], codeFlows: [] };

    expect(await detect(reportOf([result]))).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('codeql'),
    });
  });

  it.each(['../x', '-x', 'a b', ''])('refuses the suite %j', async (suite) => {
    const tools = toolsWith(subject, subject.report);

    expect(await detector.availability(tools, { suite })).toMatchObject({ isUsable: false });
    expect(await detect(subject.report, { suite })).toMatchObject({ status: 'failed' });
  });
});

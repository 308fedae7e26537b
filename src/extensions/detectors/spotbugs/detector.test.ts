import { describe, expect, it } from 'vitest';
import { isKnownCwe } from '#core/cwe-table.ts';
import { realTools } from '#testing/real-tools.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { detectIn } from '#testing/test-detector.ts';
import { testToolFailures, toolsWith, type ToolFailures } from '#testing/test-tool-failures.ts';
import { detector } from './detector.ts';
import { quietJava } from './quiet-java.ts';
import { RULES } from './rules.ts';

const FILES = [
  { path: 'src/shop/Users.java', text: 'package shop;\n\nclass Users {\n    void f() { run(); }\n}\n' },
  { path: 'src/shop/package-info.java', text: 'package shop;\n' },
];

/** A bug in the form of `spotbugs -xml:withMessages`, written by hand. */
function bugAt({
  type = 'SQL_INJECTION_JDBC',
  category = 'SECURITY',
  path = 'shop/Users.java',
  start = 4,
} = {}): string {
  return `<BugInstance type="${type}" priority="2" rank="12" abbrev="SECSQLIJDBC" category="${category}" cweid="20" instanceHash="0">
    <ShortMessage>Potential JDBC Injection</ShortMessage>
    <LongMessage>This use of run() can be &lt;vulnerable&gt;
      to SQL injection</LongMessage>
    <Class classname="shop.Users" primary="true">
      <SourceLine classname="shop.Users" start="3" end="5" sourcefile="Users.java" sourcepath="${path}"/>
    </Class>
    <Method classname="shop.Users" name="f" signature="()V" isStatic="false" primary="true">
      <SourceLine classname="shop.Users" start="4" end="4" sourcefile="Users.java" sourcepath="${path}"/>
    </Method>
    <SourceLine classname="shop.Users" primary="true" start="${String(start)}" end="${String(start)}" sourcefile="Users.java" sourcepath="${path}"/>
  </BugInstance>`;
}

function reportOf(bugs: string, { errors = 0, seen = 'shop/Users.java' } = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<BugCollection version="4.8.6" sequence="0" timestamp="0" analysisTimestamp="0" release="">
  <Project projectName=""><Jar>classes</Jar></Project>
  ${bugs}
  <Errors errors="${String(errors)}" missingClasses="0"></Errors>
  <FindBugsSummary total_classes="1" total_bugs="1" num_packages="1">
    <FileStats path="${seen}" bugCount="1" size="3"/>
  </FindBugsSummary>
</BugCollection>
`;
}

const subject: ToolFailures = {
  detector,
  names: /spotbugs|javac/i,
  files: FILES.slice(0, 1),
  report: reportOf(bugAt()),
  script: (report, { command }) => (command[0] === 'spotbugs' ? { writes: { 'report.xml': report } } : {}),
  version: '17.0.1',
  wrongVersions: ['4.6.0', 'unknown'],
  noReports: [
    '<x/>',
    '<BugCollection/>',
    '<!DOCTYPE BugCollection [<!ENTITY x "y">]><BugCollection/>',
    reportOf('', { errors: 1 }),
  ],
};

testToolFailures(subject);

const detect = (report: string) => detectIn(detector, FILES, toolsWith(subject, report));

describe('a scripted SpotBugs', () => {
  it('tells weakness, grades and line', async () => {
    expect(await detect(reportOf(bugAt()))).toMatchObject({
      notCovered: [],
      findings: [
        {
          rule: 'SQL_INJECTION_JDBC',
          cwes: ['CWE-89'],
          severity: 'high',
          confidence: 'medium',
          span: { path: 'src/shop/Users.java', startLine: 4, startColumn: 5, endLine: 4, endColumn: 24 },
          message: 'SpotBugs says: This use of run() can be <vulnerable> to SQL injection.',
        },
      ],
    });
  });

  it('keeps a type of security that is not in the table, and leaves out other ones', async () => {
    const { findings } = await detect(
      reportOf(bugAt({ type: 'NEW_ONE' }) + bugAt({ type: 'URF_UNREAD_FIELD', category: 'PERFORMANCE' })),
    );

    expect(findings.map(({ rule, cwes, severity }) => [rule, cwes, severity])).toEqual([
      ['NEW_ONE', ['CWE-20'], 'medium'],
    ]);
  });

  it('does not cover a file whose classes it did not see', async () => {
    expect(await detect(reportOf('', { seen: 'shop/Other.java' }))).toMatchObject({
      status: 'completed',
      notCovered: [{ path: 'src/shop/Users.java' }],
    });
  });

  it('does not cover files that it cannot tell apart', async () => {
    const files = ['a/x/Users.java', 'b/x/Users.java'].map((path) => ({
      path,
      text: 'package shop; class Users { }\n',
    }));
    const { findings, notCovered } = await detectIn(detector, files, toolsWith(subject, subject.report));

    expect(findings).toEqual([]);
    expect(notCovered.map(({ path }) => path)).toEqual(['a/x/Users.java', 'b/x/Users.java']);
  });

  it.each(['shop/Other.java', '../../etc/passwd', ''])('fails by a bug in %j', async (path) => {
    expect(await detect(reportOf(bugAt({ path })))).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('was not given'),
    });
  });

  it('is given the classes of code that compiles, and no others', async () => {
    const tools = scriptedTools(
      ({ command }) =>
        command[0] === 'javac'
          ? { end: { kind: 'exited', exitCode: command.includes('code/B.java') ? 1 : 0 } }
          : { writes: { 'report.xml': reportOf('', { seen: 'A.java' }) } },
      '17',
    );
    const files = [
      { path: 'A.java', text: 'class A { }\n' },
      { path: 'B.java', text: 'class B extends Missing { }\n' },
      { path: 'C.java', text: '// \\u000a int evil;\n' },
    ];

    expect((await detectIn(detector, files, tools)).notCovered).toEqual([
      { path: 'B.java', reason: "The code does not compile by itself, and 'spotbugs' reads classes only." },
      { path: 'C.java', reason: 'It hides line breaks in escapes.' },
    ]);
    expect(tools.calls.every(({ call }) => call.command[0] !== 'javac' || call.command.includes('-proc:none'))).toBe(
      true,
    );
  });
});

describe('quietJava', () => {
  it.each([
    ['@SuppressFBWarnings class A { }', '@SuppressFBWarning_ class A { }'],
    ['@\\u0053uppressFBWarnings', '@SuppressFBWarning_'],
    ['@\\uuu0053uppressFB\\u0057arnings', '@SuppressFBWarning_'],
    ['@edu.umd.cs.findbugs.annotations.SuppressWarnings', '@edu.umd.cs.findbug_.annotations.SuppressWarnings'],
    ['"\\\\u0053"', '"\\\\u0053"'],
    ['"\\u0022"', '"\\u0022"'],
  ])('makes of %s %s', (text, quiet) => {
    expect(quietJava(text)).toBe(quiet);
  });
});

describe('the rules of spotbugs', () => {
  it.each(Object.entries(RULES))('%s names weaknesses that there are', (_, { cwes }) => {
    expect(cwes.every(isKnownCwe)).toBe(true);
  });
});

const javac = await realTools().version(['javac', '-version']);

describe.skipIf(javac === undefined)('with the real javac and a scripted SpotBugs', { timeout: 60_000 }, () => {
  it('compiles code that stands by itself', async () => {
    const real = realTools();
    const scripted = toolsWith(subject, subject.report);
    const made: (Uint8Array | undefined)[] = [];
    const tools = {
      ...real,
      version: scripted.version,
      open: async (files: Parameters<typeof real.open>[0]) => {
        const workspace = await real.open(files);
        return {
          ...workspace,
          run: async (call: Parameters<typeof workspace.run>[0], signal: AbortSignal) => {
            if (call.command[0] === 'javac') return workspace.run(call, signal);
            made.push(await workspace.read('classes/shop/Users.class'));
            await workspace.write([{ path: 'report.xml', content: subject.report }]);
            return { end: { kind: 'exited', exitCode: 0 } as const, stdout: '', stderr: '', durationMs: 0 };
          },
        };
      },
    };
    const files = [{ path: 'src/shop/Users.java', text: 'package shop;\n\nclass Users {\n    void f() { f(); }\n}\n' }];

    expect(await detectIn(detector, files, tools)).toMatchObject({
      status: 'completed',
      findings: [{ rule: 'SQL_INJECTION_JDBC' }],
    });
    expect(made.map((bytes) => [...(bytes ?? [])].slice(0, 4))).toEqual([[0xca, 0xfe, 0xba, 0xbe]]);
  });
});

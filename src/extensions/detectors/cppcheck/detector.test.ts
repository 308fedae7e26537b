import { describe, expect, it } from 'vitest';
import type { RunEnd } from '#engine/sandbox/sandbox.ts';
import { realTools } from '#testing/real-tools.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { detectIn, testDetector } from '#testing/test-detector.ts';
import { testExternalDetector } from '#testing/test-external-detector.ts';
import { detector } from './detector.ts';

testExternalDetector({
  detector,
  path: 'a.c',
  quiet: {
    stderr: '<?xml version="1.0"?>\n<results version="2"><cppcheck version="2.10"/><errors></errors></results>\n',
  },
  version: { good: 'Cppcheck 2.10', old: 'Cppcheck 1.90' },
});

const tools = realTools();
const isHere = (await detector.availability(tools)).isUsable;
const BAD = '#include <stdlib.h>\nint main(void) {\n  char *p = malloc(9);\n  free(p);\n  free(p);\n  return 0;\n}\n';

describe.skipIf(!isHere)('with the real cppcheck', { timeout: 60_000 }, () => {
  testDetector({
    detector,
    tools,
    cases: [
      {
        title: 'memory freed twice',
        path: 'a.c',
        bad: BAD,
        good: BAD.replace('  free(p);\n', ''),
        expected: [{ cwe: 'CWE-415', line: 5 }],
      },
    ],
    silencers: ['// cppcheck-suppress doubleFree', '/* cppcheck-suppress-file doubleFree */'],
    wide: {
      path: 'w.c',
      text: 'int main(void) { int *q = 0; /* 😀 */ *q = 1; }\n',
      rule: 'nullPointer',
      startColumn: 40,
      endColumn: 41,
    },
  });

  it.each([
    '#line 7 "other.c"\n',
    '#error no\n',
    '#pragma GCC system_header\n',
    '#ifdef __cppcheck__\n#error no\n#endif\n',
  ])('is not led astray by %j', async (before) => {
    const { findings } = await detectIn(detector, [{ path: '-x y.c', text: before + BAD }], tools);

    expect(findings.map(({ span, rule }) => [span.path, span.startLine, rule])).toEqual([
      ['-x y.c', before.split('\n').length + 4, 'doubleFree'],
    ]);
  });
});

// Recorded replies are found by the whole prompt, in which this stands: whoever changes it records them anew.
it('says what cppcheck said in words that recorded replies were given for', async () => {
  const error = '<error id="doubleFree" severity="error" msg="Memory pointed to by \'p\' is freed twice.">';
  const report = `<results version="2"><cppcheck version="2.10"/><errors>${error}<location file="code/a.c" line="5" column="3"/></error></errors></results>`;
  const said = async (stderr: string): Promise<readonly string[]> =>
    (await detectIn(detector, [{ path: 'a.c', text: BAD }], scriptedTools({ stderr }))).findings.map(
      ({ message }) => message,
    );

  expect(await said(report)).toEqual(["Memory pointed to by 'p' is freed twice."]);
  expect(await said(report.replace('twice.', 'twice'))).toEqual(["It says: Memory pointed to by 'p' is freed twice."]);
});

describe('a cppcheck that fails', () => {
  const files = [{ path: 'a.c', text: BAD }];

  it.each<RunEnd>([
    { kind: 'not-found' },
    { kind: 'signalled', signal: 'SIGSEGV' },
    { kind: 'limit', limit: 'timeoutMs' },
    { kind: 'limit', limit: 'outputBytes' },
    { kind: 'exited', exitCode: 1 },
  ])('by %j fails the detector', async (end) => {
    const outcome = await detectIn(detector, files, scriptedTools({ end }));

    expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringContaining("'cppcheck'") });
  });

  it.each(['', 'garbage', '<results version="2"><errors>', '<x/>'])(
    'by the report %j fails the detector',
    async (stderr) => {
      const outcome = await detectIn(detector, files, scriptedTools({ stderr }));

      expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringContaining("'cppcheck'") });
    },
  );

  it('is not usable in an old version', async () => {
    expect(await detector.availability(scriptedTools({}, 'Cppcheck 1.90'))).toMatchObject({ isUsable: false });
  });
});

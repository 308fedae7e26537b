import { describe, expect, it } from 'vitest';
import { realTools } from '#testing/real-tools.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { detectIn } from '#testing/test-detector.ts';
import { testExternalDetector } from '#testing/test-external-detector.ts';
import { detector } from './detector.ts';

/** A report in the tool's own form, written by us. */
const reportOn = (path: string): string => `---
MainSourceFile:  '/scripted/code/a.c'
Diagnostics:
  - DiagnosticName:  bugprone-sizeof-expression
    DiagnosticMessage:
      Message:         'suspicious usage of ''sizeof(A*)'''
      FilePath:        '${path}'
      FileOffset:      34
      Replacements:    []
    Level:           Warning
    BuildDirectory:  '/scripted'
...
`;

testExternalDetector({
  detector,
  path: 'a.c',
  quiet: { writes: { 'report-0': reportOn('/scripted/control.c') } },
  version: { good: 'Debian LLVM version 14.0.6', old: 'LLVM version 11.0.1' },
});

const tools = realTools();
const isHere = (await detector.availability(tools)).isUsable;
const BAD = '#include <stdlib.h>\n#include <string.h>\nchar *f(const char *s) {\n  return malloc(strlen(s + 1));\n}\n';
const GOOD = BAD.replace('strlen(s + 1)', 'strlen(s) + 1');
const WHERE = { rule: 'bugprone-misplaced-operator-in-strlen-in-alloc', cwes: ['CWE-131'] };

describe.skipIf(!isHere)('with the real clang-tidy', { timeout: 60_000 }, () => {
  it.each(['', '// é NOLINTBEGIN\n', '#pragma clang system_header\n', '#line 9 "x.c"\n'])(
    'reports a miscounted size behind %j',
    async (before) => {
      const text = before + BAD.replace('1));', '1)); // NOLINT');

      const { findings, notCovered } = await detectIn(detector, [{ path: '-a b.c', text }], tools);

      expect(notCovered).toEqual([]);
      expect(findings).toEqual([
        expect.objectContaining({
          ...WHERE,
          span: expect.objectContaining({ path: '-a b.c', startLine: before.split('\n').length + 3, startColumn: 10 }),
        }),
      ]);
    },
  );

  it('finds nothing in the mended twin, whatever the settings beside it say', async () => {
    const files = [
      { path: 'a.c', text: GOOD },
      { path: 'b.c', text: BAD },
      { path: '.clang-tidy', text: 'Checks: "-*"\n' },
    ];

    const { findings } = await detectIn(detector, files, tools);

    expect(findings).toMatchObject([{ ...WHERE, span: { path: 'b.c' } }]);
  });

  it('reads C++', async () => {
    const text =
      '#include <utility>\n#include <vector>\nint f(std::vector<int> v) {\n  auto w = std::move(v);\n  return v[0] + w[0];\n}\n';

    const { findings } = await detectIn(detector, [{ path: 'a.cpp', text }], tools);

    expect(findings).toMatchObject([{ rule: 'bugprone-use-after-move', cwes: ['CWE-672'], span: { startLine: 5 } }]);
  });

  it('says which header is missing, or where it does not compile', async () => {
    const files = [
      { path: 'a.c', text: '#include "x/y.h"\n' },
      { path: 'b.c', text: 'int f(void) {\n  return\n}\n' },
    ];

    const { notCovered } = await detectIn(detector, files, tools);

    expect(notCovered).toEqual([
      { path: 'a.c', reason: 'x/y.h is not here.' },
      { path: 'b.c', reason: 'It does not compile (line 3).' },
    ]);
  });
});

describe('a clang-tidy that fails', () => {
  it.each([
    ['has not found the control', reportOn('/scripted/code/a.c')],
    ['is no report', '- a\n- b\n'],
    ['multiplies', 'a: &a [x, x]\nb: [*a, *a]\n'],
  ])('by a report that %s fails the detector', async (_, report) => {
    const run = { writes: { 'report-0': report } };

    expect(await detectIn(detector, [{ path: 'a.c', text: BAD }], scriptedTools(run))).toMatchObject({
      status: 'failed',
      findings: [],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { realTools } from '#testing/real-tools.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { detectIn } from '#testing/test-detector.ts';
import { testExternalDetector } from '#testing/test-external-detector.ts';
import { detector } from './detector.ts';

const EMPTY = JSON.stringify({ version: '2.1.0', runs: [{ results: [], tool: { driver: { name: 'clang' } } }] });

testExternalDetector({
  detector,
  path: 'a.c',
  quiet: { writes: { 'report-0': EMPTY } },
  version: { good: 'Debian clang version 14.0.6', old: 'Debian clang version 11.0.1-2' },
});

const tools = realTools();
const isHere = (await detector.availability(tools)).isUsable;
const BAD = '#include <stdlib.h>\nvoid f(void) {\n  char *p = malloc(9);\n  free(p);\n  free(p);\n}\n';

/** A flawed program, its mended twin, and what is found in the one alone. */
const PAIRS = [
  [
    'memory used after it was freed',
    'CWE-416',
    '#include <stdlib.h>\nint f(void) {\n  int *p = malloc(sizeof *p);\n  if (!p) return 0;\n  *p = 1;\n  free(p);\n  return *p;\n}\n',
    '#include <stdlib.h>\nint f(void) {\n  int *p = malloc(sizeof *p);\n  if (!p) return 0;\n  *p = 1;\n  int x = *p;\n  free(p);\n  return x;\n}\n',
  ],
  [
    'memory that is never freed',
    'CWE-401',
    '#include <stdlib.h>\nint f(int n) {\n  char *p = malloc(9);\n  if (n) return 1;\n  free(p);\n  return 0;\n}\n',
    '#include <stdlib.h>\nint f(int n) {\n  char *p = malloc(9);\n  if (n) { free(p); return 1; }\n  free(p);\n  return 0;\n}\n',
  ],
  [
    'a command from outside',
    'CWE-78',
    '#include <stdio.h>\n#include <stdlib.h>\nint f(void) {\n  char b[99];\n  if (scanf("%98s", b) != 1) return 1;\n  return system(b);\n}\n',
    '#include <stdio.h>\n#include <stdlib.h>\nint f(void) {\n  char b[99];\n  if (scanf("%98s", b) != 1) return 1;\n  return system("ls");\n}\n',
  ],
  [
    'an index behind the end',
    'CWE-119',
    'int f(void) {\n  int a[4] = {0};\n  int i = 4;\n  a[i] = 1;\n  return a[0];\n}\n',
    'int f(void) {\n  int a[4] = {0};\n  int i = 3;\n  a[i] = 1;\n  return a[0];\n}\n',
  ],
] as const;

describe.skipIf(!isHere)('with the real analyser', { timeout: 60_000 }, () => {
  it.each([
    '',
    '#pragma clang system_header\n',
    '#line 9 "x.c"\n',
    '#ifdef __clang_analyzer__\n#define free(x)\n#endif\n',
    '// NOLINTBEGIN\n',
  ])('reports memory freed twice behind %j', async (before) => {
    const { findings, notCovered } = await detectIn(detector, [{ path: '-a b.c', text: before + BAD }], tools);

    expect(notCovered).toEqual([]);
    expect(findings).toEqual([
      expect.objectContaining({
        rule: 'unix.Malloc',
        cwes: ['CWE-415'],
        span: expect.objectContaining({ path: '-a b.c', startLine: before.split('\n').length + 4, startColumn: 3 }),
      }),
    ]);
  });

  it.each(PAIRS)('tells %s from its mended twin', async (_, cwe, flawed, mended) => {
    const found = async (text: string): Promise<boolean> =>
      (await detectIn(detector, [{ path: 'a.c', text }], tools)).findings.some(({ cwes }) => cwes.includes(cwe));

    expect({ flawed: await found(flawed), mended: await found(mended) }).toEqual({ flawed: true, mended: false });
  });

  it('reads C++', async () => {
    const text = 'int f() {\n  int *p = new int(1);\n  delete p;\n  return *p;\n}\n';

    const { findings } = await detectIn(detector, [{ path: 'a.cpp', text }], tools);

    expect(findings).toMatchObject([{ rule: 'cplusplus.NewDelete', cwes: ['CWE-416'], span: { startLine: 4 } }]);
  });

  it('says which header is missing, or where it does not compile, and nothing of other files', async () => {
    const files = [
      { path: 'a.c', text: '#include "x/y.h"\n' },
      { path: 'b.c', text: 'int f(void) {\n  return\n}\n' },
      { path: 'c.c', text: '#include "/etc/passwd"\n' },
    ];

    const { notCovered } = await detectIn(detector, files, tools);

    expect(notCovered).toEqual([
      { path: 'a.c', reason: 'x/y.h is not here.' },
      { path: 'b.c', reason: 'It does not compile (line 3).' },
      { path: 'c.c', reason: expect.stringMatching(/^(?:It does not compile|\/etc\/passwd is not here)\.$/) },
    ]);
  });
});

describe('an analyser that fails', () => {
  it('is not taken for one that found a fault in the code', async () => {
    const run = { end: { kind: 'exited', exitCode: 1 }, stderr: 'clang: error: unable to execute command\n' } as const;

    expect(await detectIn(detector, [{ path: 'a.c', text: BAD }], scriptedTools(run))).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining("'clang'"),
    });
  });

  it.each(['{}', '[]', '{"version": "2.1.0", "runs": []}', '{"version": "1.0", "runs": [{"results": []}]}'])(
    'by the report %s fails the detector',
    async (report) => {
      const run = { writes: { 'report-0': report } };

      expect(await detectIn(detector, [{ path: 'a.c', text: BAD }], scriptedTools(run))).toMatchObject({
        status: 'failed',
      });
    },
  );
});

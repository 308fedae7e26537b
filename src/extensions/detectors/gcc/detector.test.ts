import { describe, expect, it } from 'vitest';
import { realTools } from '#testing/real-tools.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { detectIn } from '#testing/test-detector.ts';
import { testExternalDetector } from '#testing/test-external-detector.ts';
import { detector } from './detector.ts';

testExternalDetector({
  detector,
  path: 'a.c',
  quiet: { stderr: '[]\n' },
  version: { good: 'gcc (Debian 12.2.0-14) 12.2.0', old: 'gcc (Debian 10.2.1-6) 10.2.1' },
});

const tools = realTools();
const isHere = (await detector.availability(tools)).isUsable;
const BAD = '#include <stdlib.h>\nvoid f(void) {\n  char *p = malloc(9);\n  free(p);\n  free(p);\n}\n';

describe.skipIf(!isHere)('with the real gcc', { timeout: 60_000 }, () => {
  it.each([
    '',
    '#pragma GCC system_header\n',
    '#line 9 "x.c"\n',
    '_Pragma("GCC diagnostic ignored \\"-Wanalyzer-double-free\\"")\n',
  ])('reports memory freed twice behind %j', async (before) => {
    const { findings, notCovered } = await detectIn(detector, [{ path: '-a b.c', text: before + BAD }], tools);

    expect(notCovered).toEqual([]);
    expect(findings.find(({ rule }) => rule === '-Wanalyzer-double-free')).toMatchObject({
      cwes: ['CWE-415'],
      span: { path: '-a b.c', startLine: before.split('\n').length + 4, startColumn: 3 },
    });
  });

  it('says which header is missing', async () => {
    const { notCovered } = await detectIn(detector, [{ path: 'a.c', text: '#include "x/y.h"\n' }], tools);

    expect(notCovered).toEqual([{ path: 'a.c', reason: 'x/y.h is not here.' }]);
  });
});

describe('a gcc that fails', () => {
  it.each(['', 'garbage', '[{"kind": "warn', '[{}]'])('by the report %j fails the detector', async (stderr) => {
    expect(await detectIn(detector, [{ path: 'a.c', text: BAD }], scriptedTools({ stderr }))).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining("'gcc'"),
    });
  });

  it('is not usable in an old version', async () => {
    expect(await detector.availability(scriptedTools({}, 'gcc (Debian) 10.2.1'))).toMatchObject({ isUsable: false });
  });
});

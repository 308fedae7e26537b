import { describe, expect, it } from 'vitest';
import type { RunEnd } from '#engine/sandbox/sandbox.ts';
import { realTools } from '#testing/real-tools.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { detectIn } from '#testing/test-detector.ts';
import { testExternalDetector } from '#testing/test-external-detector.ts';
import { detector } from './detector.ts';

testExternalDetector({
  detector,
  path: 'a.c',
  quiet: { stdout: '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Flawfinder"}},"results":[]}]}' },
  version: { good: '2.0.19', old: '1.31' },
});

const tools = realTools();
const isHere = (await detector.availability(tools)).isUsable;
const BAD = '#include <string.h>\nvoid f(char *a, char *b) {\n  /* é😀 */ strcpy(a, b); // Flawfinder: ignore\n}\n';

describe.skipIf(!isHere)('with the real Flawfinder', { timeout: 60_000 }, () => {
  it('reports a copy without a bound, in spite of a comment, under the name given', async () => {
    const { status, findings } = await detectIn(detector, [{ path: '-a b.c', text: BAD }], tools);

    expect(status).toBe('completed');
    expect(findings).toMatchObject([
      {
        cwes: ['CWE-120'],
        severity: 'high',
        confidence: 'low',
        span: { path: '-a b.c', startLine: 3, startColumn: 13 },
      },
    ]);
    expect(findings[0]?.message).toMatch(/^[A-Z].*\.$/);
  });

  it('finds nothing in an empty file', async () => {
    expect(await detectIn(detector, [{ path: 'a.c', text: '' }], tools)).toMatchObject({
      status: 'completed',
      findings: [],
    });
  });
});

describe('a Flawfinder that fails', () => {
  const files = [{ path: 'a.c', text: BAD }];

  it.each<RunEnd>([
    { kind: 'not-found' },
    { kind: 'signalled', signal: 'SIGSEGV' },
    { kind: 'limit', limit: 'timeoutMs' },
    { kind: 'exited', exitCode: 15 },
  ])('by %j fails the detector', async (end) => {
    expect(await detectIn(detector, files, scriptedTools({ end }))).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining("'flawfinder'"),
    });
  });

  it.each(['', 'garbage', '{"runs": [', '{"runs": []}'])('by the report %j fails the detector', async (stdout) => {
    expect(await detectIn(detector, files, scriptedTools({ stdout }))).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining("'flawfinder'"),
    });
  });

  it('is not usable in an old version', async () => {
    expect(await detector.availability(scriptedTools({}, '1.31'))).toMatchObject({ isUsable: false });
  });
});

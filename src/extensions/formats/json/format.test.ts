import { describe, expect, it } from 'vitest';
import { baselinedScan, hostileScan, hostileText, quietOutcome, scriptedScan } from '#testing/scan-fixture.ts';
import { fixedFiles, scriptedEvents, scriptedReport, scriptedStart, stored } from '#testing/session-fixture.ts';
import { format } from './format.ts';

const OPTIONS = { hasColour: true, width: 80 };

describe('json', () => {
  it('writes a scan as in the golden file', async () => {
    await expect(format.format(scriptedScan, OPTIONS)).toMatchFileSnapshot('fixtures/scan.json');
  });

  it('writes a session as in the golden file', async () => {
    await expect(format.format(scriptedReport, OPTIONS)).toMatchFileSnapshot('fixtures/session.json');
  });

  it('says what a session came to', () => {
    expect(read(scriptedReport)).toMatchObject({
      verdict: 'secure',
      stopReason: 'clean',
      bestIteration: 2,
      files: fixedFiles,
      // 1200 + 2300 + 1500 + 1600 + 2000
      costMicroUsd: 8_600,
      // 700 + 900 + 1100 + 1150 + 950; 120 + 200 + 130 + 125 + 90
      usage: { inputTokens: 4_800, cachedInputTokens: 800, outputTokens: 665 },
      counts: { total: 1, byCwe: { 'CWE-772': 1 } },
    });
  });

  it('has the same keys for a session that has just begun, with null for what is not known', () => {
    const begun = read({ ...scriptedReport, events: stored([scriptedStart]) });

    expect(Object.keys(begun)).toEqual(Object.keys(read(scriptedReport)));
    expect(begun).toMatchObject({ verdict: null, stopReason: null, bestIteration: null, files: [], costMicroUsd: 0 });
  });

  it('keeps an unknown price unknown', () => {
    const events = scriptedEvents.map((event) =>
      event.type === 'model-replied' && event.requestId === '1.strategy.1'
        ? { ...event, cost: 'unknown' as const }
        : event,
    );

    expect(read({ ...scriptedReport, events: stored(events) })).toMatchObject({
      costMicroUsd: 'unknown',
      iterations: [{ costMicroUsd: 3_500 }, { costMicroUsd: 'unknown' }, { costMicroUsd: 3_600 }],
    });
  });

  it('is undecided about a scan in which nothing was found and something failed', () => {
    const detectors = [
      quietOutcome,
      { ...quietOutcome, detector: 'compiler', status: 'failed' as const, reason: 'No.' },
    ];

    expect(read({ ...scriptedScan, detectors })).toMatchObject({
      verdict: 'undecided',
      gaps: ['Detector compiler failed: No.'],
    });
  });

  it('counts what was left out and carries what the baseline accepts', () => {
    expect(read(baselinedScan)).toMatchObject({
      suppressed: [{ finding: { rule: 'no-shell' }, reason: 'The command is a constant.' }],
      belowConfidence: 3,
      rules: { only: ['python/*', 'CWE-78'], without: ['python/weak-hash'] },
      baseline: {
        file: 'seccode-baseline.json',
        accepted: [{ finding: { rule: 'S608' }, entry: { owner: 'ada@example.org', expires: '2027-01-31' } }],
        expired: [{ fingerprint: 'gone-1' }],
      },
    });
    expect(Object.keys(read(baselinedScan))).toEqual(Object.keys(read(scriptedScan)));
  });

  it('carries hostile text whole, in printable characters', () => {
    const text = format.format(hostileScan, OPTIONS);

    expect(text).not.toMatch(/[^\n\x20-\x7e]/);
    expect(read(hostileScan)).toMatchObject({ findings: [{ message: hostileText }] });
  });
});

function read(report: Parameters<typeof format.format>[0]): object {
  const value: unknown = JSON.parse(format.format(report, OPTIONS));
  if (typeof value !== 'object' || value === null) throw new Error('The report is no object.');
  return value;
}

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Report } from '#engine/reports/format.ts';
import { provenReport } from '#testing/proven-session.ts';
import { baselinedScan, hostileScan, quietOutcome, scriptedScan } from '#testing/scan-fixture.ts';
import { scriptedEvents, scriptedReport, scriptedStart, sqlByLinter, stored } from '#testing/session-fixture.ts';
import { format } from './format.ts';

const OPTIONS = { hasColour: false, width: 100 };
const folder = mkdtempSync(join(tmpdir(), 'seccode-sarif-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reports: readonly (readonly [string, Report])[] = [
  ['a scan', scriptedScan],
  ['a session', scriptedReport],
  ['hostile code', hostileScan],
  ['a scan with a baseline', baselinedScan],
  ['a scan in which nothing looked', { ...scriptedScan, detectors: [] }],
  ['a session that was interrupted at once', { ...scriptedReport, events: stored([scriptedStart]) }],
  ['a session with proofs', provenReport({ isAttackStopped: false, isLegitimateFine: true })],
  ['a session with a dismissed finding', { ...scriptedReport, events: stored(dismissing()) }],
];

describe('sarif', () => {
  it('is valid SARIF 2.1.0 in the eyes of its own validator', () => {
    // One run for all of them: it takes seconds to start.
    const files = reports.map(([what, report]) => {
      const file = join(folder, `${what}.sarif`);
      writeFileSync(file, format.format(report, OPTIONS));
      return file;
    });

    const { stdout } = spawnSync(validator(), ['validate', ...files], { encoding: 'utf8' });

    expect(stdout).toContain(`${String(files.length)} files scanned.`);
    expect(stdout).toContain('Analysis completed successfully.');
    expect(stdout.split('\n').filter((line) => /: (?:error|warning) /.test(line))).toEqual([]);
  });

  it('writes a scan as in the golden file', async () => {
    await expect(format.format(scriptedScan, OPTIONS)).toMatchFileSnapshot('fixtures/scan.sarif');
  });

  it('writes a session as in the golden file', async () => {
    await expect(format.format(scriptedReport, OPTIONS)).toMatchFileSnapshot('fixtures/session.sarif');
  });

  it('has what is accepted as suppressed: in the source, or from outside with who answers for it', () => {
    const [run] = logOf(baselinedScan).runs;

    const suppressed = run?.results?.filter(({ suppressions }) => suppressions !== undefined);

    expect(suppressed).toHaveLength(2);
    expect(suppressed?.find(({ ruleId }) => ruleId === 'no-shell')?.suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'The command is a constant.' },
    ]);
    expect(suppressed?.filter(({ ruleId }) => ruleId === 'S608')).toMatchObject([
      {
        ruleId: 'S608',
        suppressions: [
          {
            kind: 'external',
            status: 'accepted',
            justification: 'The table name comes from a fixed list. (ada@example.org, until 2027-01-31)',
          },
        ],
        properties: { isOpen: false },
      },
    ]);
  });

  it('counts the findings below the wanted confidence and leaves them out', () => {
    const [run] = logOf(baselinedScan).runs;

    expect(run?.properties).toEqual({ findingsBelowConfidence: 2, minConfidence: 'medium' });
    expect(logOf(scriptedScan).runs[0]?.properties).toBeUndefined();
  });

  it('has a run and a category for each detector that knows the language', () => {
    expect(logOf(scriptedScan).runs.map(({ automationDetails }) => automationDetails?.id)).toEqual([
      'seccode/linter/',
      'seccode/reviewer/',
      'seccode/compiler/',
    ]);
  });

  it('calls only a run successful that looked at everything', () => {
    const runs = logOf(scriptedScan).runs.map(({ invocations: [first] = [] }) => [
      first?.executionSuccessful,
      first?.toolExecutionNotifications?.map(({ message }) => message.text),
    ]);

    expect(runs).toEqual([
      [false, ['Detector linter did not check big.py: It is larger than 1 MB.']],
      [true, undefined],
      [false, ['Detector compiler failed: It did not answer within 60 s.']],
    ]);
  });

  it('does not look clean when nothing looked', () => {
    const [run, ...more] = logOf({ ...scriptedScan, detectors: [{ ...quietOutcome, status: 'not-applicable' }] }).runs;

    expect(more).toEqual([]);
    expect(run?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: 'No detector looked at this code.' } }],
    });
  });

  it('gives a detector of the session that did not run a failed run of its own', () => {
    const events = scriptedEvents.filter(
      (event) => event.type !== 'detector-finished' || event.outcome.detector !== 'reviewer',
    );

    const runs = logOf({ ...scriptedReport, events: stored(events) }).runs;

    expect(
      runs.map(({ automationDetails, invocations }) => [automationDetails?.id, invocations?.[0]?.executionSuccessful]),
    ).toEqual([
      ['seccode/linter/', true],
      ['seccode/reviewer/', false],
    ]);
  });

  it('encodes paths as relative URIs', () => {
    const [result] = logOf(scriptedScan).runs[0]?.results ?? [];

    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('src/run%20me%231.js');
  });

  it('marks a dismissed finding as suppressed and keeps the reason', () => {
    const [run] = logOf({ ...scriptedReport, events: stored(dismissing()) }).runs;

    expect(
      run?.results?.map(({ suppressions, properties }) => [suppressions?.[0]?.justification, properties?.isOpen]),
    ).toEqual([['The name is checked before.', false]]);
  });

  it('lets no link, placeholder or control character of the code through', () => {
    const text = format.format(hostileScan, OPTIONS);
    const message = logOf(hostileScan).runs[0]?.results?.[0]?.message.text ?? '';

    expect(text).not.toMatch(/[^\n\x20-\x7e]/);
    expect(message).not.toMatch(/\]\(|\{\d+\}/);
    expect(message).toContain('\\x1b[2J');
  });
});

/** Iteration 0 is the result, and its one finding by the linter was called false. */
function dismissing(): Parameters<typeof stored>[0] {
  return [
    ...scriptedEvents.slice(0, 7),
    {
      type: 'person-decided',
      iteration: 0,
      decision: { kind: 'dismiss', fingerprint: sqlByLinter.fingerprint, reason: 'The name is checked before.' },
    },
    { type: 'verdict-reached', verdict: 'secure', stopReason: 'clean', explanation: 'Scripted.', bestIteration: 0 },
  ];
}

function logOf(report: Report): Log {
  return z.custom<Log>().parse(JSON.parse(format.format(report, OPTIONS)));
}

/** The path of Microsoft's SARIF validator. Its install script only makes it executable, and may have been left out. */
function validator(): string {
  const path = z.string().parse(createRequire(import.meta.url)('@microsoft/sarif-multitool'));
  if (process.platform !== 'win32') chmodSync(path, 0o755);
  return path;
}

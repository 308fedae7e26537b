import { describe, expect, it } from 'vitest';
import { baselinedScan, hostileScan, quietOutcome, scriptedScan } from '#testing/scan-fixture.ts';
import { scriptedEvents, scriptedReport, scriptedStart, stored, vulnerableFiles } from '#testing/session-fixture.ts';
import { format } from './format.ts';

const PLAIN = { hasColour: false, width: 80 };
const COLOUR = { hasColour: true, width: 80 };

describe('pretty', () => {
  it('writes a scan as in the golden file', async () => {
    await expect(format.format(scriptedScan, PLAIN)).toMatchFileSnapshot('fixtures/scan.txt');
  });

  it('says what was accepted, left out and is wrong with the baseline, above the verdict', () => {
    const lines = format.format(baselinedScan, PLAIN).trimEnd().split('\n');

    expect(lines.slice(lines.findIndex((line) => line.includes('suppressed in the code')))).toMatchInlineSnapshot(`
      [
        "1 finding suppressed in the code:",
        "  src/run me#1.js:1 no-shell: The command is a constant.",
        "1 finding accepted by seccode-baseline.json:",
        "  users.py:6 S608: The table name comes from a fixed list. (ada@example.org, until 2027-01-31)",
        "1 finding can be fixed without a model: \`seccode fix --no-model\` shows how.",
        "Only these rules were run: python/*, CWE-78.",
        "These rules were not run: python/weak-hash.",
        "1 entry of seccode-baseline.json expired and no longer counts: S608 in app.py.",
        "1 entry of seccode-baseline.json does not count: S608 in app.py. It gives no reason.",
        "2 entries of seccode-baseline.json speak of findings that are gone; \`seccode baseline prune\` removes them.",
        "3 findings below medium confidence are left out; --min-confidence low shows them.",
        "vulnerable: 1 finding at or above medium severity and medium confidence.",
      ]
    `);
  });

  it('names only ten of many accepted findings', () => {
    const [one] = baselinedScan.baseline?.accepted ?? [];
    if (one === undefined || baselinedScan.baseline === undefined) throw new Error('The fixture accepts a finding.');
    const accepted = Array.from({ length: 12 }, () => one);

    const text = format.format({ ...baselinedScan, baseline: { ...baselinedScan.baseline, accepted } }, PLAIN);

    expect(text).toContain('12 findings accepted by seccode-baseline.json:\n');
    expect(text).toContain('\n  and 2 more\n');
  });

  it('writes a session as in the golden file', async () => {
    await expect(format.format(scriptedReport, PLAIN)).toMatchFileSnapshot('fixtures/session.txt');
  });

  it('writes the same text with colour, but for the colour', () => {
    for (const report of [scriptedScan, scriptedReport, hostileScan]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the colours.
      const bare = format.format(report, COLOUR).replace(/\u001b\[\d+m/g, '');
      expect(bare).toBe(format.format(report, PLAIN));
    }
  });

  it('ends a clean scan with who found nothing, at which threshold, in how many files', () => {
    const report = { ...scriptedScan, files: vulnerableFiles, detectors: [quietOutcome], skipped: [] };

    expect(format.format(report, PLAIN)).toBe(
      'secure: linter found nothing at or above medium severity and medium confidence in 1 file.\n',
    );
  });

  it.each([
    [
      'a failed detector',
      [quietOutcome, { ...quietOutcome, detector: 'compiler', status: 'failed' as const, reason: 'Gone' }],
      'NOT CHECKED Detector compiler failed: Gone.',
    ],
    [
      'a file that was not covered',
      [{ ...quietOutcome, notCovered: [{ path: 'a.c', reason: 'Too deep.' }] }],
      'NOT CHECKED Detector linter did not check a.c: Too deep.',
    ],
    ['no detector at all', [], 'NOT CHECKED No detector looked at this code.'],
    [
      'no detector for the language',
      [{ ...quietOutcome, status: 'not-applicable' as const }],
      'NOT CHECKED No detector looked at this code.',
    ],
  ])('never looks clean with %s', (_, detectors, gap) => {
    const text = format.format({ ...scriptedScan, detectors, skipped: [] }, PLAIN);

    expect(text).toBe(
      `${gap}\nundecided: no finding at or above medium severity and medium confidence, but not everything was checked.\n`,
    );
  });

  it('lets no control character of hostile code reach the terminal', () => {
    const text = format.format(hostileScan, PLAIN);

    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(text).toContain('\\x1b[2J');
    expect(text).toContain('\\u{202e}');
  });

  it('names only ten of many files that were left out', () => {
    const skipped = Array.from({ length: 12 }, (_, index) => ({ path: `${index}.png`, reason: 'It is no text.' }));

    const lines = format.format({ ...scriptedScan, detectors: [quietOutcome], skipped }, PLAIN).split('\n');

    expect(lines[0]).toBe('12 files left out:');
    expect(lines[10]).toBe('  9.png: It is no text.');
    expect(lines[11]).toBe('  and 2 more');
  });

  it('cuts long lines of code around the finding', () => {
    const long = { path: 'users.py', text: `${'a'.repeat(500)}BAD${'b'.repeat(500)}` };
    const finding = scriptedScan.detectors[0]?.findings[1];
    if (finding === undefined) throw new Error('The fixture has no finding.');
    const span = { path: 'users.py', startLine: 1, startColumn: 501, endLine: 1, endColumn: 504 };
    const report = {
      ...scriptedScan,
      files: [long],
      detectors: [{ ...quietOutcome, findings: [{ ...finding, span }] }],
    };

    const lines = format.format(report, PLAIN).split('\n');

    const code = lines.find((line) => line.includes('1 | ')) ?? '';
    const carets = lines[lines.indexOf(code) + 1] ?? '';
    expect(code.length).toBeLessThanOrEqual(80);
    expect(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('BAD');
  });

  it('says that a session has not finished, and how to go on', () => {
    const text = format.format({ ...scriptedReport, events: stored(scriptedEvents.slice(0, 13)) }, PLAIN);

    expect(text).toContain('   1  fix       score ?      not looked at  not decided\n');
    expect(text.endsWith('not finished: resume it with `seccode sessions resume`.\n')).toBe(true);
  });

  it('says so when a detector of the session did not look at the result', () => {
    const events = stored([
      ...scriptedEvents.filter((event) => event.type !== 'detector-finished' || event.outcome.detector !== 'reviewer'),
    ]);

    expect(format.format({ ...scriptedReport, events }, PLAIN)).toContain(
      'NOT CHECKED Detector reviewer did not run on the result.\n',
    );
  });

  it('shows a limit that was reached, and an unknown price as unknown', () => {
    const text = format.format(
      {
        ...scriptedReport,
        events: stored([
          scriptedStart,
          ...scriptedEvents.slice(1, 3),
          {
            type: 'model-replied',
            requestId: '0.strategy.1',
            outcome: { kind: 'answered', text: '' },
            answeredBy: 'scripted-1',
            usage: {},
            cost: 'unknown',
            calls: 1,
            durationMs: 1,
          },
          { type: 'limit-reached', limit: 'tokens', detail: 'Used 10 of 5 tokens.' },
          { type: 'verdict-reached', verdict: 'undecided', stopReason: 'budget-exhausted', explanation: 'Scripted.' },
        ]),
      },
      PLAIN,
    );

    expect(text).toContain('Tokens: unknown, at least. Cost: unknown. 1 call.\nLIMIT Used 10 of 5 tokens.\n');
    expect(text).toContain('undecided (budget-exhausted): Scripted.\n');
  });
});

import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { baselinedScan, hostileScan, quietOutcome, scriptedScan } from '#testing/scan-fixture.ts';
import {
  fixedFiles,
  scriptedEvents,
  scriptedReport,
  scriptedStart,
  sqlByReviewer,
  stored,
  vulnerableFiles,
} from '#testing/session-fixture.ts';
import { format } from './format.ts';

const OPTIONS = { hasColour: true, width: 80 };

describe('markdown', () => {
  it('writes a scan as in the golden file', async () => {
    await expect(format.format(scriptedScan, OPTIONS)).toMatchFileSnapshot('fixtures/scan.md');
  });

  it('lists accepted findings and says what was left out', () => {
    const text = format.format(baselinedScan, OPTIONS);

    expect(text).toContain('## Accepted findings\n');
    expect(text).toContain('until 2027-01-31)');
    expect(text).toContain('In the code: The command is a constant.');
    expect(text).toContain('3 findings below medium confidence are left out');
  });

  it('writes a session as in the golden file', async () => {
    await expect(format.format(scriptedReport, OPTIONS)).toMatchFileSnapshot('fixtures/session.md');
  });

  it('begins with the verdict', () => {
    const [, second] = fromMarkdown(format.format(scriptedReport, OPTIONS)).children;

    expect(second).toMatchObject({
      type: 'paragraph',
      children: [{ type: 'strong', children: [{ value: 'Verdict: secure' }] }, {}],
    });
  });

  it('shows the difference that an accepted fix made to the best candidate before, not to the one rolled back', () => {
    const diffs = fromMarkdown(format.format(scriptedReport, OPTIONS)).children.flatMap((node) =>
      node.type === 'code' && node.lang === 'diff' ? [node.value] : [],
    );

    expect(diffs).toHaveLength(1);
    expect(diffs[0]).toContain('-    query = f"SELECT id, name FROM users WHERE name = \'{name}\'"\n');
    expect(diffs[0]).not.toContain('noqa');
  });

  it('shows the difference to the given program in a fix', () => {
    const task = { ...scriptedStart.task, kind: 'fix' as const, files: vulnerableFiles };
    const events = stored([
      { ...scriptedStart, task },
      { type: 'candidate-extracted', iteration: 0, files: fixedFiles, claims: [] },
      ...scriptedEvents.filter((event) => event.type === 'iteration-finished' && event.iteration === 0),
    ]);

    expect(format.format({ ...scriptedReport, events }, OPTIONS)).toContain('```diff\n--- a/users.py\n');
  });

  it('says that a session is not finished, and that it has no result', () => {
    const text = format.format({ ...scriptedReport, events: stored([scriptedStart]) }, OPTIONS);

    expect(text).toContain('**Not finished.**');
    expect(text).toContain('There is no result.');
    expect(text).not.toContain('Verdict:');
  });

  it('calls an unknown price unknown', () => {
    const events = scriptedEvents.map((event) =>
      event.type === 'model-replied' ? { ...event, cost: 'unknown' as const, usage: {} } : event,
    );

    const text = format.format({ ...scriptedReport, events: stored(events) }, OPTIONS);

    expect(text).toContain('| Cost | unknown |');
    expect(text).toContain('| Tokens | unknown, at least: not every reply told |');
  });

  it('shows dismissed findings with the reason of the person', () => {
    const events = stored([
      ...scriptedEvents.slice(0, 10),
      {
        type: 'person-decided',
        iteration: 0,
        decision: { kind: 'dismiss', fingerprint: sqlByReviewer.fingerprint, reason: 'The name is checked before.' },
      },
      {
        type: 'verdict-reached',
        verdict: 'vulnerable',
        stopReason: 'flat',
        explanation: 'Scripted.',
        bestIteration: 0,
      },
    ]);

    const text = format.format({ ...scriptedReport, events }, OPTIONS);

    expect(text).toContain('## Dismissed by a person');
    expect(text).toContain('Reason: The name is checked before.');
  });

  it('does not call a scan clean in which a detector failed', () => {
    const detectors = [
      quietOutcome,
      { ...quietOutcome, detector: 'compiler', status: 'failed' as const, reason: 'No.' },
    ];

    const text = format.format({ ...scriptedScan, detectors }, OPTIONS);

    expect(text).toContain('**Verdict: undecided.**');
    expect(text).toContain('- Detector compiler failed: No.');
  });

  it('lets nothing hostile out of its place', () => {
    const text = format.format(hostileScan, OPTIONS);
    const { children } = fromMarkdown(text);
    const headings = children.filter(({ type }) => type === 'heading');

    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(headings).toHaveLength(6);
    const nodes = JSON.stringify(children);
    expect(nodes).not.toContain('"value":"<script>');
    expect([...nodes.matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url)).toEqual([
      'https://cwe.mitre.org/data/definitions/89.html',
      'https://cwe.mitre.org/data/definitions/943.html',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/finding.ts';
import { applyBaseline, type BaselineEntry, baselineText, extendBaseline, isDay, readBaseline } from './baseline.ts';

const TODAY = '2026-11-27';

function finding(fingerprint: string): Finding {
  return {
    detector: 'linter',
    rule: 'no-shell',
    cwes: ['CWE-78'],
    severity: 'high',
    confidence: 'high',
    span: { path: 'a.js', startLine: 1, startColumn: 1, endLine: 1, endColumn: 5 },
    message: 'The command is run by a shell.',
    fingerprint,
  };
}

function entry(fingerprint: string, changed: Partial<BaselineEntry> = {}): BaselineEntry {
  return {
    fingerprint,
    detector: 'linter',
    rule: 'no-shell',
    path: 'a.js',
    reason: 'Known.',
    owner: 'ada',
    ...changed,
  };
}

describe('applyBaseline', () => {
  it('sets aside what an entry with reason and owner speaks of', () => {
    const result = applyBaseline([finding('1'), finding('2')], { entries: [entry('1')] }, TODAY, () => true);

    expect(result).toEqual({
      findings: [finding('2')],
      accepted: [{ finding: finding('1'), entry: entry('1') }],
      expired: [],
      invalid: [],
      stale: [],
    });
  });

  it.each([
    { lacks: 'a reason', changed: { reason: ' ' }, message: 'It gives no reason.' },
    { lacks: 'an owner', changed: { owner: '' }, message: 'It names no owner.' },
    { lacks: 'a day that exists', changed: { expires: '2026-02-30' }, message: "Its day '2026-02-30' is none." },
    { lacks: 'a day in numbers', changed: { expires: 'soon' }, message: "Its day 'soon' is none." },
  ])('does not count an entry that lacks $lacks', ({ changed, message }) => {
    const entries = [entry('1', changed)];

    const result = applyBaseline([finding('1')], { entries }, TODAY, () => true);

    expect(result).toMatchObject({ findings: [finding('1')], accepted: [], invalid: [{ entry: entries[0], message }] });
  });

  it.each([
    { expires: TODAY, accepted: 1, expired: 0 },
    { expires: '2026-11-26', accepted: 0, expired: 1 },
    { expires: '2027-01-01', accepted: 1, expired: 0 },
  ])('counts an entry up to its last day, $expires', ({ expires, accepted, expired }) => {
    const result = applyBaseline([finding('1')], { entries: [entry('1', { expires })] }, TODAY, () => true);

    expect(result.accepted).toHaveLength(accepted);
    expect(result.expired).toHaveLength(expired);
    expect(result.findings).toHaveLength(1 - accepted);
  });

  it('calls an entry stale only where its finding would have been found again', () => {
    const entries = [entry('1'), entry('2', { path: 'elsewhere.js' })];

    const result = applyBaseline([], { entries }, TODAY, ({ path }) => path === 'a.js');

    expect(result.stale).toEqual([entries[0]]);
  });
});

describe('extendBaseline', () => {
  const said = { reason: 'New.', owner: 'bob', expires: '2027-01-31' };

  it('adds entries and keeps what those that count say', () => {
    const { entries } = extendBaseline(
      { entries: [entry('1'), entry('3')] },
      [finding('1'), finding('2')],
      said,
      TODAY,
    );

    expect(entries).toEqual([entry('1'), entry('3'), entry('2', said)]);
  });

  it('renews an entry that no longer counts', () => {
    const before = { entries: [entry('1', { expires: '2020-01-01' })] };

    expect(extendBaseline(before, [finding('1')], said, TODAY).entries).toEqual([entry('1', said)]);
  });

  it('has one entry for a finding that is there twice', () => {
    expect(extendBaseline({ entries: [] }, [finding('1'), finding('1')], said, TODAY).entries).toHaveLength(1);
  });
});

describe('readBaseline', () => {
  it('reads what was written, in the order of paths', () => {
    const baseline = { entries: [entry('2', { path: 'b.js' }), entry('1', { expires: '2027-01-31' })] };

    expect(readBaseline(baselineText(baseline), 'x.json').entries).toEqual(baseline.entries.toReversed());
  });

  it('reads an entry that lacks something, so that it can be reported', () => {
    const text = '{"schema":"seccode/baseline/1","entries":[{"fingerprint":"1"}]}';

    expect(readBaseline(text, 'x.json').entries).toMatchObject([{ fingerprint: '1', reason: '', owner: '' }]);
  });

  it.each([
    { text: '', says: /'x\.json' is no baseline: this text is not JSON: it is empty\.$/ },
    { text: '[]', says: /is no baseline: it is not of the shape 'seccode\/baseline\/1'\.$/ },
    { text: '{"schema":"seccode/baseline/1","entries":[{}]}', says: /\(at entries\.0\.fingerprint\)/ },
    { text: '{"schema":"seccode/baseline/9","entries":[]}', says: /\(at schema\)/ },
  ])('refuses $text', ({ text, says }) => {
    expect(() => readBaseline(text, 'x.json')).toThrow(says);
  });
});

describe('isDay', () => {
  it.each(['2026-11-27', '2028-02-29'])('knows %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each(['2026-2-1', '2027-02-29', '2026-13-01', '27.11.2026', '', '2026-11-27T00:00:00Z'])('refuses %s', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/finding.ts';
import type { Outline } from '../syntax/outline.ts';
import { applySuppressions } from './suppressions.ts';

function finding(line: number, endLine = line): Finding {
  return {
    detector: 'ruff',
    rule: 'S608',
    cwes: ['CWE-89'],
    severity: 'high',
    confidence: 'medium',
    span: { path: 'a.py', startLine: line, startColumn: 1, endLine, endColumn: 9 },
    message: 'The SQL text is put together from parts.',
    fingerprint: `print-${line}`,
  };
}

/** An outline with one comment per line given, in `a.py`. */
function commented(comments: Readonly<Record<number, string>>, path = 'a.py'): Outline {
  return {
    path,
    faults: [],
    functions: [],
    types: [],
    calls: [],
    conditions: [],
    handlers: [],
    strings: [],
    comments: Object.entries(comments).map(([line, text]) => ({
      text,
      isSuppression: false,
      span: { path, startLine: Number(line), startColumn: 1, endLine: Number(line), endColumn: text.length + 1 },
    })),
  };
}

describe('applySuppressions', () => {
  it.each([
    '# seccode-ignore: CWE-89 -- the table name is fixed',
    '// seccode-ignore: cwe-089 -- the table name is fixed',
    '# seccode-ignore: s608 -- the table name is fixed',
    '/* seccode-ignore: CWE-78, S608 -- the table name is fixed */',
    '<!-- seccode-ignore:S608--the table name is fixed -->',
    '# see seccode-ignore: S608 -- the table name is fixed',
  ])('sets a finding aside with the reason: %s', (comment) => {
    const result = applySuppressions([finding(3)], [commented({ 3: comment })]);

    expect(result).toEqual({
      findings: [],
      suppressed: [{ finding: finding(3), reason: 'the table name is fixed' }],
      problems: [],
    });
  });

  it('keeps dashes in the reason', () => {
    const { suppressed } = applySuppressions(
      [finding(1)],
      [commented({ 1: '# seccode-ignore: S608 -- fixed -- see docs' })],
    );

    expect(suppressed.map(({ reason }) => reason)).toEqual(['fixed -- see docs']);
  });

  it.each([
    ['# seccode-ignore: S608', 'This suppression gives no reason, so it does not count.'],
    ['# seccode-ignore: S608 --', 'This suppression gives no reason, so it does not count.'],
    ['/* seccode-ignore: S608 -- */', 'This suppression gives no reason, so it does not count.'],
    ['# seccode-ignore: S608 -- 123', 'This suppression gives no reason, so it does not count.'],
    ['# seccode-ignore -- because', 'This suppression names no rule and no weakness.'],
    ['# seccode-ignore: -- because', 'This suppression names no rule and no weakness.'],
    ['# seccode-ignore-file: S608 -- because', 'This suppression names no rule and no weakness.'],
  ])('does not count and is reported: %s', (comment, message) => {
    const { findings, suppressed, problems } = applySuppressions([finding(3)], [commented({ 3: comment })]);

    expect({ findings, suppressed }).toEqual({ findings: [finding(3)], suppressed: [] });
    expect(problems).toMatchObject([{ message, span: { path: 'a.py', startLine: 3 } }]);
  });

  it('speaks of no other weakness on its line', () => {
    const { findings } = applySuppressions([finding(3)], [commented({ 3: '# seccode-ignore: CWE-78 -- fixed' })]);

    expect(findings).toEqual([finding(3)]);
  });

  it('speaks of no other line', () => {
    const comment = commented({ 3: '# seccode-ignore: S608 -- fixed' });
    const { findings } = applySuppressions([finding(2), finding(3), finding(4)], [comment]);

    expect(findings).toEqual([finding(2), finding(4)]);
  });

  it('speaks of no other file', () => {
    const comment = commented({ 3: '# seccode-ignore: S608 -- fixed' }, 'b.py');

    expect(applySuppressions([finding(3)], [comment]).findings).toEqual([finding(3)]);
  });

  it('may stand on any line of a long finding', () => {
    const { suppressed } = applySuppressions([finding(3, 6)], [commented({ 5: '# seccode-ignore: S608 -- fixed' })]);

    expect(suppressed).toHaveLength(1);
  });

  it('may stand on the line above', () => {
    const comment = commented({ 2: '# seccode-ignore-next-line: S608 -- fixed' });
    const { findings, suppressed } = applySuppressions([finding(2), finding(3)], [comment]);

    expect(findings).toEqual([finding(2)]);
    expect(suppressed).toEqual([{ finding: finding(3), reason: 'fixed' }]);
  });

  it('may stand above others of its kind', () => {
    const comments = commented({
      1: '# seccode-ignore-next-line: S608 -- first',
      2: '# seccode-ignore-next-line: S602 -- second',
    });

    expect(applySuppressions([finding(3)], [comments]).suppressed).toMatchObject([{ reason: 'first' }]);
  });

  it('takes no notice of other comments', () => {
    const comments = commented({ 3: '# noqa: S608 -- fixed' });

    expect(applySuppressions([finding(3)], [comments])).toEqual({
      findings: [finding(3)],
      suppressed: [],
      problems: [],
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CweId } from '#core/cwe-id.ts';
import type { Finding } from '#core/finding.ts';
import { mergeFindings } from './merge.ts';

const SQL: readonly CweId[] = ['CWE-89', 'CWE-943'];
const areRelated = (a: CweId, b: CweId): boolean => a === b || (SQL.includes(a) && SQL.includes(b));

type Part = Partial<Finding> & {
  readonly line?: number;
  readonly lines?: number;
  readonly columns?: readonly [number, number];
};

function finding({ line = 5, lines = 1, columns: [startColumn, endColumn] = [1, 40], ...part }: Part): Finding {
  return {
    detector: 'ruff',
    rule: 'rule',
    cwes: ['CWE-89'],
    severity: 'medium',
    confidence: 'medium',
    span: { path: 'a.py', startLine: line, startColumn, endLine: line + lines - 1, endColumn },
    message: 'A fact.',
    fingerprint: '',
    ...part,
  };
}

function sizes(findings: readonly Finding[]): readonly number[] {
  return mergeFindings(findings, areRelated).map(({ members }) => members.length);
}

describe('mergeFindings', () => {
  it('makes one of what lies on the way that another detector followed', () => {
    const step = (line: number) => ({ span: finding({ line }).span, message: 'A fact.' });
    const followed = finding({ line: 30, flow: [step(5), step(30)] });
    const onTheWay = finding({ detector: 'reviewer', line: 5, columns: [3, 60] });

    expect(sizes([followed, onTheWay])).toEqual([2]);
    expect(sizes([followed, { ...onTheWay, detector: 'ruff' }])).toEqual([1, 1]);
    expect(sizes([followed, { ...onTheWay, cwes: ['CWE-22'] }])).toEqual([1, 1]);
    expect(sizes([followed, finding({ detector: 'reviewer', line: 12 })])).toEqual([1, 1]);
  });

  it('makes one of two ways that end at the same place', () => {
    const end = { span: finding({ line: 30 }).span, message: 'A fact.' };

    expect(
      sizes([finding({ line: 5, flow: [end] }), finding({ detector: 'reviewer', line: 12, flow: [end] })]),
    ).toEqual([2]);
  });

  it('makes one of what two detectors say of one place', () => {
    const exact = finding({ columns: [5, 12], confidence: 'low', flow: [] });
    const wide = finding({
      detector: 'reviewer',
      lines: 3,
      cwes: ['CWE-943'],
      severity: 'high',
      confidence: 'high',
      exploit: 'A quote ends the text.',
      remediation: 'Pass parameters.',
    });

    const merged = mergeFindings([wide, exact], areRelated);

    expect(merged).toEqual([
      {
        finding: {
          ...exact,
          severity: 'high',
          confidence: 'high',
          exploit: 'A quote ends the text.',
          remediation: 'Pass parameters.',
        },
        agreedBy: ['reviewer', 'ruff'],
        members: [exact, wide],
      },
    ]);
  });

  it.each([
    ['neighbouring lines', { line: 6 }, [2]],
    ['lines further apart', { line: 7 }, [1, 1]],
    ['unrelated weaknesses', { cwes: ['CWE-78'] as const }, [1, 1]],
    ['no weakness', { cwes: [] }, [1, 1]],
    ['other columns of the line', { columns: [50, 60] as const }, [2]],
  ])('joins two detectors, or not: %s', (_, part, expected) => {
    expect(sizes([finding({}), finding({ detector: 'reviewer', ...part })])).toEqual(expected);
  });

  it.each([
    ['neighbouring lines', { line: 6 }, [1, 1]],
    ['other columns of the line', { columns: [40, 60] as const }, [1, 1]],
    ['overlapping columns', { columns: [39, 60] as const, rule: 'other' }, [2]],
  ])('joins findings of one detector only where they overlap: %s', (_, part, expected) => {
    expect(sizes([finding({}), finding(part)])).toEqual(expected);
  });

  it('keeps files apart', () => {
    const there = finding({ detector: 'reviewer' });

    expect(sizes([finding({}), { ...there, span: { ...there.span, path: 'b.py' } }])).toEqual([1, 1]);
  });

  it('does not let a list of flawed lines run together', () => {
    const lines = [1, 2, 3, 4];
    const both = lines.flatMap((line) => [finding({ line, columns: [5, 9] }), finding({ detector: 'reviewer', line })]);

    const merged = mergeFindings(both, areRelated);

    expect(merged.map(({ members }) => members.map(({ span }) => span.startLine))).toEqual(
      lines.map((line) => [line, line]),
    );
  });

  it('joins findings without a weakness only by detector and rule', () => {
    const bare = finding({ cwes: [] });

    expect(sizes([bare, finding({ cwes: [], columns: [2, 3] })])).toEqual([2]);
    expect(sizes([bare, finding({ cwes: [], rule: 'other' })])).toEqual([1, 1]);
  });

  it('keeps the order of first mention', () => {
    const merged = mergeFindings(
      [finding({ line: 9 }), finding({ line: 1 }), finding({ line: 9, columns: [2, 3], detector: 'reviewer' })],
      areRelated,
    );

    expect(merged.map(({ finding: { span } }) => span.startLine)).toEqual([9, 1]);
  });

  const anyFinding = fc
    .record({
      detector: fc.constantFrom('ruff', 'reviewer', 'flow'),
      rule: fc.constantFrom('a', 'b'),
      cwes: fc.subarray<CweId>(['CWE-89', 'CWE-943', 'CWE-78']),
      severity: fc.constantFrom('low', 'high'),
      line: fc.integer({ min: 1, max: 6 }),
      lines: fc.integer({ min: 1, max: 3 }),
    })
    .map(finding);

  it('loses no finding and invents none', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), (findings) => {
        const members = mergeFindings(findings, areRelated).flatMap((merged) => merged.members);
        expect(members).toHaveLength(findings.length);
        expect(new Set(members)).toEqual(new Set(findings));
      }),
    );
  });

  it('never makes a weakness smaller', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), (findings) => {
        for (const { finding: merged, members } of mergeFindings(findings, areRelated)) {
          expect(merged.severity === 'high').toBe(members.some(({ severity }) => severity === 'high'));
        }
      }),
    );
  });

  it('has nothing to say of nothing', () => {
    expect(mergeFindings([], areRelated)).toEqual([]);
  });
});

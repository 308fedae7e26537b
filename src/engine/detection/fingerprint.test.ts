import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprinter, type Identified } from './fingerprint.ts';

/** A finding of `rule` on lines of `a.py`. */
function on(startLine: number, endLine = startLine, rule = 'S608', startColumn = 1): Identified {
  return { rule, cwes: ['CWE-89'], span: { path: 'a.py', startLine, startColumn, endLine, endColumn: 99 } };
}

function of(text: string, finding: Identified): string {
  return fingerprinter([{ path: 'a.py', text }]).of(finding);
}

describe('fingerprinter', () => {
  const line = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => text.trim() !== '');
  const lines = fc.array(line, { maxLength: 8 });

  it('gives the same fingerprint wherever the flagged lines stand', () => {
    fc.assert(
      fc.property(
        lines,
        lines,
        lines,
        fc.array(line, { minLength: 1, maxLength: 4 }),
        (above, below, others, flagged) => {
          // An equal line among the neighbours would be another place with equal code, which has an ordinal of its own.
          const folded = (text: string): string => text.replace(/\s+/g, '');
          fc.pre(![...above, ...others].some((one) => folded(one) === folded(flagged[0] ?? '')));
          const before = of(
            [...above, ...flagged, ...below].join('\n'),
            on(above.length + 1, above.length + flagged.length),
          );
          const after = of([...others, ...flagged].join('\r\n'), on(others.length + 1, others.length + flagged.length));
          expect(after).toBe(before);
        },
      ),
    );
  });

  it('gives every finding of a report a fingerprint of its own', () => {
    // Few different lines and columns, so that equal places are the rule.
    const text = fc.array(fc.constantFrom('a(b)', 'a( b )', 'c', '', '  c'), { minLength: 1, maxLength: 12 });
    const places = fc.array(fc.record({ line: fc.nat(11), height: fc.nat(2), column: fc.nat(2) }), { maxLength: 12 });

    fc.assert(
      fc.property(text, places, (given, wanted) => {
        const findings = wanted
          .filter(({ line: index, height }) => index + height < given.length)
          .map(({ line: index, height, column }) => on(index + 1, index + 1 + height, 'S608', column + 1));
        const fingerprints = fingerprinter([{ path: 'a.py', text: given.join('\n') }]).all(findings);
        expect(new Set(fingerprints).size).toBe(findings.length);
      }),
    );
  });

  it('ignores indentation and the white space that formatters move', () => {
    expect(of('\n    run( a,b )', on(2))).toBe(of('run(a, b)', on(1)));
  });

  it('keeps words apart that only white space parts', () => {
    expect(of('not a', on(1))).not.toBe(of('nota', on(1)));
  });

  it.each([
    ['its code', of('run(b)', on(1))],
    ['its rule', of('run(a)', on(1, 1, 'S602'))],
    ['its number of lines', of('run(a)\nc', on(1, 2))],
  ])('changes with %s', (_, changed) => {
    expect(changed).not.toBe(of('run(a)', on(1)));
  });

  it('tells files apart', () => {
    const prints = fingerprinter([
      { path: 'a.py', text: 'run(a)' },
      { path: 'b.py', text: 'run(a)' },
    ]);
    const there: Identified = { ...on(1), span: { ...on(1).span, path: 'b.py' } };

    expect(prints.of(there)).not.toBe(prints.of(on(1)));
  });

  it('tells equal lines of one file apart, alone as in a report', () => {
    const prints = fingerprinter([{ path: 'a.py', text: 'run(a)\n\nrun(a)\n' }]);

    expect(prints.of(on(3))).not.toBe(prints.of(on(1)));
    expect(prints.all([on(1), on(3)])).toEqual([prints.of(on(1)), prints.of(on(3))]);
  });

  it('takes the weakness where there is no rule', () => {
    const unnamed = (cwes: Identified['cwes']): Identified => ({ ...on(1), rule: '', cwes });

    expect(of('a', unnamed(['CWE-89', 'CWE-20']))).toBe(of('a', unnamed(['CWE-89'])));
    expect(of('a', unnamed(['CWE-89']))).not.toBe(of('a', unnamed(['CWE-78'])));
  });

  it('is not made from columns', () => {
    expect(of('a(b)', on(1, 1, 'S608', 2))).toBe(of('a(b)', on(1)));
  });

  it('stays the same from release to release', () => {
    expect(of('cursor.execute(sql)\n', on(1))).toMatchInlineSnapshot(`"185b8fd7583dbdae8b07e08f65a2c95b"`);
  });

  it('costs a minified line once, not once per finding', () => {
    const text = `${'a[b]=c;'.repeat(100_000)}\n`;
    const findings = Array.from({ length: 20_000 }, (_, index) => on(1, 1, 'S608', index + 1));

    expect(new Set(fingerprinter([{ path: 'a.py', text }]).all(findings)).size).toBe(20_000);
  });
});

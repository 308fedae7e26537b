import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameMaker } from './code-frame.ts';

const OPTIONS = { context: 1, maxMarked: 3, width: 40 };

function spanOf(startLine: number, startColumn: number, endLine: number, endColumn: number, path = 'a.c') {
  return { path, startLine, startColumn, endLine, endColumn };
}

describe('frameMaker', () => {
  const frame = frameMaker([{ path: 'a.c', text: 'one\r\n\ttwo(x);\r\nthree\r\n' }]);

  it('shows the lines around a span and marks what it covers, with tabs as four spaces', () => {
    expect(frame(spanOf(2, 2, 2, 5), OPTIONS)).toEqual([
      { number: 1, text: 'one' },
      { number: 2, text: '    two(x);', mark: { start: 4, length: 3 } },
      { number: 3, text: 'three' },
    ]);
  });

  it('shows the first lines of a long span only', () => {
    const lines = frameMaker([{ path: 'a.c', text: 'a\nb\nc\nd\ne\n' }])(spanOf(1, 1, 5, 2), OPTIONS);

    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('marks at least one column', () => {
    expect(frame(spanOf(1, 2, 1, 2), { ...OPTIONS, context: 0 })).toEqual([
      { number: 1, text: 'one', mark: { start: 1, length: 1 } },
    ]);
  });

  it.each([
    ['a file that is not there', spanOf(1, 1, 1, 2, 'b.c')],
    ['a line that is not there', spanOf(90, 1, 90, 2)],
  ])('shows nothing for %s', (_, span) => {
    expect(frame(span, OPTIONS)).toEqual([]);
  });

  it('stays within its width and inside its line, whatever the code and the span', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\t', '\u001b', '漢', '\u202e', ' '), maxLength: 300 });
    const place = fc.integer({ min: 1, max: 310 });

    fc.assert(
      fc.property(text, place, place, (line, start, end) => {
        const maker = frameMaker([{ path: 'a.c', text: line }]);
        for (const { text: shown, mark } of maker(spanOf(1, start, 1, end), OPTIONS)) {
          expect(shown.length).toBeLessThanOrEqual(40);
          expect(mark?.length).toBeGreaterThanOrEqual(1);
          expect(mark?.start ?? 0).toBeLessThanOrEqual(shown.length);
        }
      }),
    );
  });
});

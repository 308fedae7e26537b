import { describe, expect, it } from 'vitest';
import { toolPositions } from './tool-positions.ts';

const TEXT = '\té😀x\ny\r\nz';

describe('positions of a tool', () => {
  it.each([
    { unit: 'byte', column: 8 },
    { unit: 'code-point', column: 4 },
    { unit: 'code-unit', column: 5 },
  ] as const)('are counted in the unit $unit', ({ unit, column }) => {
    expect(toolPositions(TEXT, { unit })({ line: 1, column })).toEqual({ line: 1, column: 5 });
  });

  it('may count from 0', () => {
    expect(toolPositions(TEXT, { unit: 'code-point', firstColumn: 0 })({ line: 1, column: 3 })).toEqual({
      line: 1,
      column: 5,
    });
  });

  it('count a half surrogate as the three bytes that it is written as', () => {
    expect(toolPositions('\uD800x', { unit: 'byte' })({ line: 1, column: 4 })).toEqual({ line: 1, column: 2 });
  });

  it('may leave a byte order mark out of the first line', () => {
    const at = toolPositions('\uFEFFx\nx', { unit: 'byte', skipsByteOrderMark: true });

    expect([at({ line: 1, column: 1 }), at({ line: 2, column: 1 })]).toEqual([
      { line: 1, column: 2 },
      { line: 2, column: 1 },
    ]);
  });

  it('are found again where the tool breaks lines elsewhere', () => {
    const at = toolPositions('a\rb\nc', { unit: 'byte', lineBreak: /\r\n|\n|\r/g });

    expect(at({ line: 2, column: 1 })).toEqual({ line: 1, column: 3 });
    expect(at({ line: 3, column: 1 })).toEqual({ line: 2, column: 1 });
  });

  it.each([
    [
      { line: 0, column: 0 },
      { line: 1, column: 1 },
    ],
    [
      { line: 2, column: 90 },
      { line: 2, column: 2 },
    ],
    [
      { line: 90, column: 1 },
      { line: 3, column: 2 },
    ],
  ])('outside the text are moved into it: %j', (place, expected) => {
    expect(toolPositions(TEXT, { unit: 'byte' })(place)).toEqual(expected);
  });
});

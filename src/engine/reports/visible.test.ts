import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from './json-text.ts';
import { visible, visibleLine } from './visible.ts';

describe('visible', () => {
  it.each([
    ['\u001b[31mred', '\\x1b[31mred'],
    ['a\r\n\tb', 'a\\r\n\tb'],
    ['\u009b1m\u007f', '\\x9b1m\\x7f'],
    ['if admin\u202e', 'if admin\\u{202e}'],
    ['zero\u200bwidth', 'zero\\u{200b}width'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800!', '\\u{d800}!'],
    ['naïve 漢字 😀', 'naïve 漢字 😀'],
  ])('writes %j as %j', (text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  it('leaves nothing that it would spell out again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe('visibleLine', () => {
  it('is one line', () => {
    expect(visibleLine('a\n\tb')).toBe('a\\n\\tb');
  });
});

describe('jsonText', () => {
  it('writes every character that is not seen as an escape', () => {
    const all = Array.from({ length: 0xe0080 }, (_, code) => String.fromCodePoint(code));
    const unseen = all.filter((character) => visible(character) !== character);
    const json = jsonText(unseen);
    expect(unseen.length).toBeGreaterThan(2000);
    expect(JSON.parse(json)).toEqual(unseen);
    expect(visible(json)).toBe(json);
  });

  it('means the same as the value, in characters that a reader sees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = jsonText([text]);
        expect(JSON.parse(json)).toEqual([text]);
        expect(visible(json)).toBe(json);
      }),
      { numRuns: 1_000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';

describe('parseJson', () => {
  it('gives back the value', () => {
    expect(parseJson('{"a": [1, null, "x"]}')).toEqual({ ok: true, value: { a: [1, null, 'x'] } });
  });

  it('reads back whatever JSON can carry', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);

        const parsed = parseJson(text);

        expect(parsed.ok && JSON.stringify(parsed.value)).toBe(text);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof parseJson(text).ok).toBe('boolean');
      }),
    );
  });

  it('says that the text is empty', () => {
    expect(parseJson(' \n')).toEqual({ ok: false, message: 'This text is not JSON: it is empty.' });
  });

  it('says that the text ends too early', () => {
    expect(parseJson('{"a": ')).toEqual({ ok: false, message: 'This text is not JSON: it ends too early.' });
  });

  it('says the line and column where that is known', () => {
    expect(parseJson('{\n  a: 1}')).toEqual({ ok: false, message: 'This text is not JSON from line 2, column 3 on.' });
  });

  it('keeps the text out of the message', () => {
    const parsed = parseJson('key=hunter2');

    expect(JSON.stringify(parsed)).not.toContain('hunter2');
    expect(parsed.ok).toBe(false);
  });

  it('changes no prototype', () => {
    const parsed = parseJson('{"__proto__": {"isAdmin": true}}');

    expect(parsed.ok).toBe(true);
    expect('isAdmin' in {}).toBe(false);
  });
});

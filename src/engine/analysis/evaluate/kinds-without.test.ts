import { describe, expect, it } from 'vitest';
import { kindsWithout, kindsWithoutSigns } from './kinds-without.ts';

describe('a text that is not there', () => {
  it.each([
    ['..', 'path'],
    ['../', 'archive'],
    ['/', 'upload'],
    ['\\', 'path'],
    ['\r\n', 'header'],
    ['\n', 'log'],
    ['<', 'html'],
    ['://', 'url'],
    ['//', 'redirect'],
    ['__proto__', 'prototype'],
  ] as const)('when it is %j makes safe for %s', (text, kind) => {
    expect(kindsWithout(text)).toContain(kind);
  });

  it.each(['', 'a', 'http', '.', 'a/b', '-'])('when it is %j makes safe for nothing', (text) => {
    expect(kindsWithout(text)).toEqual([]);
  });
});

describe('signs of which none is there', () => {
  it.each([
    [';|&', ['shell']],
    ["';|&$`", ['shell', 'sql']],
    ["'", ['sql']],
    [';|', []],
    ['', []],
  ])('when they are %j make safe for %j', (signs, kinds) => {
    expect(kindsWithoutSigns(signs)).toEqual(kinds);
  });
});

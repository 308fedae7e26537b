import { describe, expect, it } from 'vitest';
import type { Value } from '../value.ts';
import { isHtmlText, openHtmlHoles } from './html-text.ts';

const HOLE: Value = { taints: [], traits: [] };

describe('isHtmlText', () => {
  it.each(['<p>', '<a href="', '</div>', '<br/>', 'text <b>bold</b>'])('knows %s', (words) => {
    expect(isHtmlText({ ...HOLE, parts: [words, HOLE] })).toBe(true);
  });

  it.each(['<Module ', '<order>', 'a < b', '<0x', 'i<j>k'])('does not take %s for HTML', (words) => {
    expect(isHtmlText({ ...HOLE, parts: [words, HOLE] })).toBe(false);
  });
});

describe('openHtmlHoles', () => {
  it('leaves out what was escaped', () => {
    const escaped: Value = { ...HOLE, traits: ['html.escape'] };

    expect(openHtmlHoles({ ...HOLE, parts: ['<p>', escaped, HOLE] })).toHaveLength(1);
  });
});

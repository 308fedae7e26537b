import type { Value } from '../value.ts';
import { holesOf, isOpenHole, wordsWithBlanks, type Hole } from './text-holes.ts';

/** Elements of pages. A tag of any other name may as well be XML, or how an object shows itself. */
const ELEMENTS =
  'html|head|title|body|div|span|p|a|b|i|u|em|strong|small|code|pre|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|form|input|select|option|textarea|button|label|img|br|hr|script|style|link|iframe|embed|object|video|audio|svg|center|font|blockquote|section|article|header|footer|nav|main';
const TAG = new RegExp(`<(?:${ELEMENTS})(?:\\s+[^<>]*)?/?>|</(?:${ELEMENTS})>|<(?:${ELEMENTS})\\s+[a-z-]+=`, 'i');

/** Whether the text has tags of HTML in it. */
export function isHtmlText(value: Value): boolean {
  return TAG.test(wordsWithBlanks(value).slice(0, 20_000));
}

/** Holes of a piece of HTML that somebody else may fill. */
export function openHtmlHoles(value: Value): readonly Hole[] {
  return holesOf(value).filter((hole) => isOpenHole(hole.value, 'html'));
}

/*
 * What a reader would not see, or a terminal would obey: control characters but tab and line break, soft hyphens,
 * zero-width and direction marks (they make code read in another order than it runs), tag characters, lone surrogates.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

/**
 * The text with every unseen character spelled out, such as `\x1b` or `\u{202e}`.
 *
 * Reports show code and messages that a model or a stranger wrote; none of it may move a cursor, change a colour or
 * hide itself. Tabs and line breaks stay.
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, spelledOut);
}

/** As `visible`, on one line: tabs and line breaks are spelled out too. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

function spelledOut(character: string): string {
  if (character === '\r') return '\\r';
  const code = character.codePointAt(0) ?? 0;
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
}

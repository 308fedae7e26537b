/** A directive that could change what a compiler says and where: its place, and the word that makes it work. */
const DIRECTIVE = /^([ \t]*(?:#|%:|\?\?=)(?:[ \t]|\\\r?\n)*)(pragma|line)(?=[ \t\\])((?:[^\\\r\n]|\\(?:\r?\n)?)*)/gm;
const MARKER = /^([ \t]*(?:#|%:|\?\?=)[ \t]*)(\d[^\n]*)/gm;
const SILENCER = /\b(?:GCC|clang)(?=(?:\s|\\)+(?:diagnostic|system_header|push_options|optimize|poison))/;

/**
 * The text of a C or C++ file without the directives that would silence warnings or make them speak of another place. What
 * is left has the same places; programs mean the same with it.
 */
export function loudCText(text: string): string {
  return text
    .replace(DIRECTIVE, (whole: string, before: string, word: string, rest: string) => {
      if (word === 'line') return `${before}${blank(`line${rest}`)}`;
      return SILENCER.test(rest)
        ? `${before}pragma${rest.replace(SILENCER, (name) => '_'.repeat(name.length))}`
        : whole;
    })
    .replace(MARKER, (_, before: string, rest: string) => `${before}${blank(rest)}`);
}

/** The same length and lines; an empty directive means nothing. */
function blank(text: string): string {
  return text.replace(/[^\\\r\n]/g, ' ');
}

/** White space, a spliced line or a short comment: what may stand between the parts of a directive. */
const GAP = String.raw`(?:[ \t\f\v]|\\\r?\n|/\*[^\n*]{0,200}\*/)`;
const WORD = (word: string): string => [...word].join(String.raw`(?:\\\r?\n)?`);
const NAMES = ['pragma', 'line', 'error', 'warning', 'ident'].map(WORD).join('|');
/** The rest of a directive: strings as one, and never over the start or the end of a comment. */
const REST = String.raw`(?:"(?:(?!\*/)[^"\\\n])*"|\\\r?\n|(?!\*/|/\*)[^\n])*`;
const DIRECTIVE = new RegExp(
  String.raw`^(${GAP}*(?:#|%:|\?\?=))(?!${GAP}*pragma[ \t]+(?:once|pack)\b)(${GAP}*(?:(?:${NAMES})\b|\d)${REST})`,
  'gm',
);

/** Words by which code, or a comment, tells an analyser to look away; each is replaced by one of its length. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b_Pragma\b/g, '_Ignor_'],
  [/NOLINT/gi, 'NO_INT'],
  [/cppcheck-suppress/gi, 'cppcheck_suppress'],
  [/flawfinder: *ignore|rats: *ignore|its4: *ignore/gi, ''],
  [/analyzer_noreturn/g, 'analyzer_noretur_'],
];

/** Makes `_Pragma`, as it is called after `quietC`, nothing. An argument of a compiler. */
export const IGNORE_PRAGMAS = '-D_Ignor_(x)=';

/**
 * C or C++ without what silences an analyser or tells it false places: pragmas but `once` and `pack`, `#line`, `#error`
 * (some tools skip code behind one in silence), and comments of the kind "do not look here". Everything else stays where
 * it is.
 */
export function quietC(text: string): string {
  const worded = WORDS.reduce(
    (sum, [word, other]) => sum.replace(word, (found) => other.padEnd(found.length, '_').slice(0, found.length)),
    text,
  );
  return worded.replace(
    DIRECTIVE,
    (_, start: string, rest: string) => start + rest.replace(/\\(?!\r?\n)|[^\r\n\\]/g, ' '),
  );
}

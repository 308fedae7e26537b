/** What is left out. */
const SUBJECTS = ['rest', 'remainder', 'remaining', 'existing', 'previous', 'original', 'other', 'more'] as const;
/** What it is a part of. */
const NOUNS = [
  'code',
  'implementation',
  'implementations',
  'function',
  'functions',
  'method',
  'methods',
  'class',
  'classes',
  'definitions',
  'program',
  'script',
  'module',
  'logic',
  'route',
  'routes',
  'handler',
  'handlers',
  'import',
  'imports',
] as const;
/** Said of data as often as of code, so they count only with "rest of". */
const WEAK_NOUNS = ['file', 'body', 'content', 'contents'] as const;
/** How one says that it is not here. */
const SIGNALS = [
  'unchanged',
  'omitted',
  'brevity',
  'shown',
  'before',
  'above',
  'here',
  'remain',
  'remains',
  'stay',
  'stays',
  'truncated',
  'skipped',
  'snip',
  'goes',
] as const;
const FILLERS =
  'of the your this all keep include insert add put as is are same not for exactly it was in from version etc and no change changes needed continue continues untouched intact'.split(
    ' ',
  );
const VOCABULARY: ReadonlySet<string> = new Set([...SUBJECTS, ...NOUNS, ...WEAK_NOUNS, ...SIGNALS, ...FILLERS]);

/** Ways of saying "somebody else writes this". */
const PLACEHOLDERS: readonly RegExp[] = [
  /^(?:todo|fixme|tbd)\b\W{0,3}(?:please )?(?:implement|add|write|complete|fill|finish)\b/,
  /\b(?:your|the actual|the real) (?:code|implementation|logic)\b[^.]{0,40}\b(?:here|below)\b/,
  /\b(?:code|implementation|logic) (?:goes|would go|should go|comes) here\b/,
  /^implement (?:this|here|me|it)\b/,
  /^not (?:yet )?implemented\b/,
  /^placeholder\b/,
];

/** The words of a line of comment, its signs left out, lower case. */
export function phraseOf(line: string): string {
  return line
    .slice(0, 300)
    .replace(/^[\s/*#<!;-]{1,20}/, '')
    .replace(/[\s*/>-]{1,20}$/, '')
    .toLowerCase();
}

/**
 * Whether a phrase stands in for code that was left out ("... rest of the code unchanged").
 *
 * Decided by a closed vocabulary: one word from outside ("the rest of the buffer is unchanged") and it is a comment like
 * any other.
 */
export function isElision(phrase: string): boolean {
  if (phrase.length > 160 || /[^\x20-\x7e\u2026]/.test(phrase)) return false;
  const words = phrase.split(/[^a-z]+/).filter((word) => word !== '');
  if (words.length === 0 || !words.every((word) => VOCABULARY.has(word))) return false;
  const has = (list: readonly string[]): boolean => words.some((word) => list.includes(word));
  const hasDots = /\.{3}|\u2026/.test(phrase);
  const isRest = has(['rest', 'remainder']);
  if (hasDots) return has(SUBJECTS) || has(SIGNALS) || has(NOUNS);
  if (isRest && (has(NOUNS) || has(WEAK_NOUNS))) return true;
  if (!has(SUBJECTS) || !has(NOUNS)) return false;
  return has(SIGNALS) || /^(?:the |your )?existing (?:code|implementation|logic)$/.test(phrase.replace(/\W+$/, ''));
}

/** Whether a phrase is nothing but dots. */
export function isDots(phrase: string): boolean {
  return /^[[(<]?(?:\.{3,6}|\u2026)[\])>]?$/.test(phrase.trim());
}

/** Whether a phrase says that the code around it is still to be written. */
export function isPlaceholder(phrase: string): boolean {
  return PLACEHOLDERS.some((pattern) => pattern.test(phrase));
}

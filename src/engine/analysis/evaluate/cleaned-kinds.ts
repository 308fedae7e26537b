import type { SinkKind } from '../flow-kinds.ts';
import { identifierWords } from '../identifier-words.ts';

/** Words that say it wherever they stand. */
const CLEANING =
  /^(?:\w*(?:sanit(?!y)|escap|purif)\w*|clean|cleans|cleaned|cleaner|clean(?:html|path|text|input|url|name)|encode\w*|\w+encode|linkify|striptags|quoteattr|shellquote|shquote|whitelist\w*|allowlist\w*)$/;

/** Words that say it together, one after the other; a quote alone may be what somebody said, or a price. */
const TOGETHER =
  /^quote$|\b(?:strip tags?|secure filename|safe (?:name|path|file|filename|join)|white list|allow list|quote (?:attr\w*|ident\w*|name|table|column|literal|string|str|value|arg\w*|html|sql|shell|path|url|param\w*)|(?:shell|sh|sql|url|html|identifier|literal|arg) quote)\b/;

/** Words of functions that do the opposite. */
const UNDOING = /^(?:un|un(?:esc|quot|sanit|enc|clean)\w*|\w*decod\w*)$/;

/** What a part of a name says it is for; the first that fits counts. */
const BY_WORD: readonly (readonly [RegExp, readonly SinkKind[]])[] = [
  [/html|xss|markup|tags|xml|linkify/i, ['html', 'template', 'xml', 'mail']],
  [/sql/i, ['sql']],
  [/shell|cmd|command/i, ['shell', 'argument']],
  [/ldap|dn\b/i, ['ldap']],
  [/xpath/i, ['xpath']],
  [/regex|regexp/i, ['regex']],
  [/url|uri|query/i, ['url', 'html', 'header', 'redirect']],
  [/file|path|name/i, ['path', 'archive', 'upload']],
  [/csv/i, ['csv']],
  [/log/i, ['log']],
];

/**
 * Kinds of sink for which the result of a call is safe, by the name of a function whose code is not at hand: an
 * `escape_html` is good against markup and against nothing else. `undefined` when the name does not say so.
 */
export function cleanedKinds(name: string): readonly SinkKind[] | 'all' | undefined {
  const words = identifierWords(name);
  if (words.some((word) => UNDOING.test(word))) return undefined;
  const text = words.join(' ');
  if (!words.some((word) => CLEANING.test(word)) && !TOGETHER.test(text)) return undefined;
  for (const [word, kinds] of BY_WORD) if (word.test(name)) return kinds;
  // An encoding alone (`encode`, `b64encode`) is no protection that could be told.
  return /encode/.test(text) ? undefined : 'all';
}

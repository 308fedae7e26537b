import type { SinkKind } from '../flow-kinds.ts';

const CLEANING =
  /(?:sanit|escap|clean(?!up)|purif|quote|strip_?tags|encode|secure_?filename|safe_?(?:name|path|file|join)|whitelist|allowlist|linkify)/i;

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
  if (!CLEANING.test(name) || /(?:^|_)un(?=[a-z])|decode|unescape|unquote/i.test(name)) return undefined;
  for (const [word, kinds] of BY_WORD) if (word.test(name)) return kinds;
  // An encoding alone (`encode`, `b64encode`) is no protection that could be told.
  return /encode/i.test(name) ? undefined : 'all';
}

import { identifierWords } from '../identifier-words.ts';

/** Whole names that projects give the functions that templates call all the time. */
const SHORT = /^(?:e|_?h|qs|q|e_?html|e_?attr|quote)$/i;

/** Words that say it alone, wherever they stand. */
const ESCAPING =
  /^(?:escs?|escap\w*|(?:html|xml|url|uri|js|sql|regexp?|attr|shell)escap\w*|(?:html|xml|url|uri|base64|b64)?encod\w*|parameteri\w*|sanit\w*|purif\w*|slug\w*|normali[sz]\w*|pluralize|digest|hex|base64|uuid|md5|sha\d+|toint|tofloat|tonum(?:ber)?|parseint|striptags|quoteattr|shellquote)$/;

/** Words that say it in the first place. */
const LEADING = /^(?:esc\w*|clean\w*|safe\w*)$/;

/** Words that say it together, one after the other. */
const TOGETHER =
  /\b(?:strip (?:all |html )?(?:tags?|html|markup|scripts?|ansi|slashes)|quote (?:attr\w*|ident\w*|id|name|table|column|literal|string|str|value|arg\w*|html|sql|shell|reg\w*)|shell quote|hash (?:password|code|string|id|key)|to (?:int|integer|float|num|number)|parse (?:int|float)|valid(?:ate|ated) \w+|format (?:date|time|number|money|size|bytes))/;

/** Words of functions that do the opposite: they give syntax back. */
const UNDOING =
  /^(?:un|un(?:esc|quot|safe|sanit|enc|valid|normal|hex|clean|slug|base|pur|strip)\w*|\w*decod\w*|invalid\w*)$/;

/** Whether a function's name speaks of escaping, encoding or checking. */
export function isEscaperName(name: string): boolean {
  if (SHORT.test(name)) return true;
  const words = identifierWords(name);
  if (words.some((word) => UNDOING.test(word))) return false;
  return words.some((word) => ESCAPING.test(word)) || LEADING.test(words[0] ?? '') || TOGETHER.test(words.join(' '));
}

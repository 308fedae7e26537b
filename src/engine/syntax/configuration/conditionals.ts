/** A stretch of a text, in UTF-16 code units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `#if` up to the next directive of the same condition. */
export interface Branch {
  readonly directive: Stretch;
  /** What the directive says without its sign: `ifdef NAME`, `else`. */
  readonly says: string;
  /** What stands under it. */
  readonly body: Stretch;
}

/** One `#if` … `#endif`. */
export interface Conditional {
  readonly branches: readonly Branch[];
  readonly ending: Stretch;
  /** Some branch opens brackets that it does not close, or the other way round. */
  readonly isUneven: boolean;
}

/** Where something begins that decides how brackets and directives are read. */
const SIGNS = /\/[*/]|["'{}()#]/g;
const DIRECTIVE = /^#[ \t]*((?:if|ifdef|ifndef|elif|elifdef|elifndef|else|endif)\b.*)$/s;

const BLANKS: ReadonlySet<string> = new Set([' ', '\t', '\v', '\f']);

interface Open {
  readonly branches: {
    readonly directive: Stretch;
    readonly says: string;
    readonly start: number;
    readonly net: Net;
  }[];
}

interface Net {
  curly: number;
  round: number;
  /** A closing one came first. */
  isCrossed: boolean;
}

/**
 * The conditions of C's preprocessor in a text, inner ones before the ones around them. Brackets in comments, strings and
 * directives do not count. Conditions without an end are left out. Linear in the length of the text.
 */
export function conditionalsIn(text: string): readonly Conditional[] {
  const found: Conditional[] = [];
  const open: Open[] = [];
  const signs = new RegExp(SIGNS);
  /** Up to where no quote of a kind is closed: each further one would look as far again. */
  const openUntil = new Map<string, number>();
  for (let match = signs.exec(text); match !== null; match = signs.exec(text)) {
    const [sign] = match;
    const { index } = match;
    if (sign === '/*') {
      const end = text.indexOf('*/', index + 2);
      if (end < 0) break;
      signs.lastIndex = end + 2;
    } else if (sign === '//') signs.lastIndex = endOfLine(text, index);
    else if (sign === '"' || sign === "'") {
      if (index < (openUntil.get(sign) ?? 0)) continue;
      const end = endOfQuote(text, index, sign);
      if (end === undefined) openUntil.set(sign, endOfLine(text, index));
      else signs.lastIndex = end;
    } else if (sign === '#') signs.lastIndex = directiveAt(text, index, open, found);
    else count(open.at(-1)?.branches.at(-1)?.net, sign);
  }
  return found;
}

function directiveAt(text: string, index: number, open: Open[], found: Conditional[]): number {
  let lineStart = index;
  while (lineStart > 0 && BLANKS.has(text[lineStart - 1] ?? '')) lineStart -= 1;
  if (lineStart > 0 && text[lineStart - 1] !== '\n') return index + 1;
  const end = endOfDirective(text, index);
  const says = DIRECTIVE.exec(text.slice(index, end))?.[1];
  if (says === undefined) return end;
  const directive = { start: lineStart, end };
  const next = { directive, says, start: end, net: { curly: 0, round: 0, isCrossed: false } };
  if (says.startsWith('if')) {
    open.push({ branches: [next] });
    return end;
  }
  const current = open.at(-1);
  if (current === undefined) return end;
  if (!says.startsWith('endif')) {
    current.branches.push(next);
    return end;
  }
  open.pop();
  const { branches } = current;
  found.push({
    branches: branches.map((branch, position) => ({
      directive: branch.directive,
      says: branch.says,
      body: { start: branch.start, end: branches[position + 1]?.directive.start ?? lineStart },
    })),
    ending: directive,
    isUneven: branches.some(({ net }) => net.curly !== 0 || net.round !== 0 || net.isCrossed),
  });
  const around = open.at(-1)?.branches.at(-1)?.net;
  const inner = branches[0]?.net;
  if (around !== undefined && inner !== undefined) {
    around.curly += inner.curly;
    around.round += inner.round;
  }
  return end;
}

function count(net: Net | undefined, sign: string): void {
  if (net === undefined) return;
  if (sign === '{') net.curly += 1;
  else if (sign === '}') net.curly -= 1;
  else if (sign === '(') net.round += 1;
  else net.round -= 1;
  if (net.curly < 0 || net.round < 0) net.isCrossed = true;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** A directive goes on behind a backslash at the end of its line, and to the end of a comment that begins on it. */
export function endOfDirective(text: string, from: number): number {
  let end = endOfLine(text, from);
  while (end < text.length && /\\\r?$/.test(text.slice(Math.max(from, end - 2), end))) end = endOfLine(text, end + 1);
  if (!opensComment(text.slice(from, Math.min(end, from + LONGEST_DIRECTIVE)))) return end;
  const closing = text.indexOf('*/', end);
  return closing < 0 ? text.length : closing + 2;
}

/** Characters of a directive in which a comment may begin. */
const LONGEST_DIRECTIVE = 2000;
const COMMENT_OR_QUOTE = /\/\/|\/\*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/gs;

/** Whether a comment begins on these lines that does not end on them. */
function opensComment(lines: string): boolean {
  const signs = new RegExp(COMMENT_OR_QUOTE);
  for (let match = signs.exec(lines); match !== null; match = signs.exec(lines)) {
    if (match[0] === '//') return false;
    if (match[0] !== '/*') continue;
    const end = lines.indexOf('*/', match.index + 2);
    if (end < 0) return true;
    signs.lastIndex = end + 2;
  }
  return false;
}

/** A quote ends on its line; one that does not is no quote, as the apostrophe of a number is. */
function endOfQuote(text: string, from: number, quote: string): number | undefined {
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === quote) return at + 1;
    if (sign === '\n') return undefined;
    if (sign === '\\' && text[at + 1] !== '\n') at += 1;
  }
  return undefined;
}

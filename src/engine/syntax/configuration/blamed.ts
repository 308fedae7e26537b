import { endOfDirective, type Stretch } from './conditionals.ts';

/** A macro by custom: a word in capitals, or one that begins with two underscores; perhaps with arguments. */
const MACRO = String.raw`(?:[A-Z_][A-Z0-9_]{2,}|__[a-z]\w{2,})(?:[ \t]*\((?:[^()\n]|\([^()\n]{0,80}\)){0,120}\))?`;
/** It stands at the end of what is broken: `void f(void) NO_RETURN`. */
const LAST = new RegExp(String.raw`[\w)* \t](?<macro>\b${MACRO})[ \t]*$`);
/** It follows: `int count_ GUARDED_BY(lock_);` */
const NEXT = new RegExp(String.raw`^[ \t]*(?<macro>${MACRO})\s*[;{,=]`);
/** It stands before, with no more than words of a type in between: `API const char *name(void)`. */
const BEFORE = new RegExp(String.raw`(?:^|[^A-Za-z0-9_])(?<macro>${MACRO})\s*(?:[a-z]\w{0,60}[\s*&]+){0,3}$`);
/** Alone, before a word: `API int f(void)` with `API` as what is broken. */
const ALONE = new RegExp(`^${MACRO}$`);

/** Characters around a place that are looked at. */
const REACH = 300;

/**
 * What is blanked to make sense of a place that does not parse: a macro that stands for nothing the parser knows, a directive
 * in the middle of something, a call of a macro with statements in its brackets. `undefined` when there is none.
 */
export function blamed(text: string, { start, end }: Stretch): Stretch | undefined {
  if (text[start] === '#') return { start, end: endOfDirective(text, start) };
  const called = callWithStatements(text, start);
  if (called !== undefined) return called;
  const own = text.slice(start, Math.min(end, start + REACH));
  const after = text.slice(end, end + REACH);
  const last = end - start > REACH ? undefined : macroIn(LAST, own);
  if (last !== undefined) return { start: start + last.start, end: start + last.end };
  if (ALONE.test(own) && /^\s*[A-Za-z_]/.test(after)) return { start, end };
  const next = macroIn(NEXT, after);
  if (next !== undefined) return { start: end + next.start, end: end + next.end };
  const from = Math.max(0, start - REACH);
  const before = macroIn(BEFORE, text.slice(from, start));
  return before === undefined ? undefined : { start: from + before.start, end: from + before.end };
}

function macroIn(pattern: RegExp, text: string): Stretch | undefined {
  const match = pattern.exec(text);
  const macro = match?.groups?.['macro'];
  if (match === null || macro === undefined) return undefined;
  const start = match.index + match[0].indexOf(macro);
  return { start, end: start + macro.length };
}

/** With a capital in its name. */
const CALL = /^[ \t]*[a-z_]*[A-Z]\w*[ \t]*\(/;
const STATEMENT = /;|^\s*(?:return|if|goto|break|continue)\b/;

/** `CHECK_FAILS( return -1; );` on a line of its own. */
function callWithStatements(text: string, at: number): Stretch | undefined {
  const from = Math.max(0, at - REACH);
  const lineStart = from + text.slice(from, at).lastIndexOf('\n') + 1;
  const line = text.slice(lineStart, Math.min(text.length, lineStart + REACH));
  const opening = CALL.exec(line)?.[0];
  if (opening === undefined || /^\s*(?:if|for|while|switch|return|sizeof)\b/.test(line)) return undefined;
  let depth = 1;
  for (let index = opening.length; index < line.length; index += 1) {
    if (line[index] === '(') depth += 1;
    else if (line[index] === ')') depth -= 1;
    if (depth > 0) continue;
    if (!STATEMENT.test(line.slice(opening.length, index))) return undefined;
    return { start: lineStart, end: lineStart + index + 1 };
  }
  return undefined;
}

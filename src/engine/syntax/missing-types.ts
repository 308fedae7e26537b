/** Characters of a parameter list; longer ones are left alone. */
const LONGEST_HEAD = 4000;
const HEAD = /^[A-Za-z_]\w*[ \t]*\(/;
const KEYWORDS = /^(?:if|for|while|switch|return|sizeof|catch|do|else|case|defined|asm|__asm__)\b/;

/**
 * Offsets of functions that are written without the type that they give: `parse(const char *text, int n) {`, as fragments,
 * old code and macros that stand for a whole head have them. Only what begins a line at the outermost level counts.
 *
 * Linear in the length of the text.
 */
export function missingTypes(text: string): readonly number[] {
  const found: number[] = [];
  let lineStart = 0;
  let before = '';
  let isDirective = false;
  while (lineStart < text.length) {
    const lineEnd = indexOrEnd(text, '\n', lineStart);
    const line = text.slice(lineStart, lineEnd);
    const isHead = HEAD.test(line) && !KEYWORDS.test(line);
    if (isHead && (before === '' || isDirective || ENDS.has(before)) && opensBody(text, lineStart + line.indexOf('(')))
      found.push(lineStart);
    const trimmed = line.trimEnd();
    if (trimmed !== '') {
      isDirective = trimmed.startsWith('#');
      before = trimmed.at(-1) ?? '';
    }
    lineStart = lineEnd + 1;
  }
  return found;
}

/** What the line before ends with: a statement, a body, a comment. */
const ENDS: ReadonlySet<string> = new Set([';', '}', '/']);

function indexOrEnd(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

/** Whether a body follows the brackets that open at `at`. */
function opensBody(text: string, at: number): boolean {
  let depth = 0;
  const last = Math.min(text.length, at + LONGEST_HEAD);
  for (let index = at; index < last; index += 1) {
    const sign = text[index];
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === ';' || sign === '{' || sign === '}') return false;
    if (depth === 0)
      return /^\s*(?:\/\*[^*]{0,200}\*\/\s*|\/\/[^\n]{0,200}\n\s*)?\{/.test(text.slice(index + 1, index + 500));
  }
  return false;
}

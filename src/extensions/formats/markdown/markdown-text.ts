import { visible, visibleLine } from '#engine/reports/visible.ts';

/** Characters that begin something in CommonMark, in GitHub's additions (tables, struck text, formulas) or in HTML. */
const MARKUP = /[\\`*_{}[\]<>#|&~$]/g;
/** What makes a list or an underlined heading only at the beginning of a paragraph. */
const AT_START = /^[-+=]/;
const NUMBERED = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * One line that shows the text and does nothing else: no markup, no HTML, no table cell, no link, and on GitHub no call
 * of a person by `@name`.
 */
export function inline(text: string): string {
  return visibleLine(text.trim())
    .replace(MARKUP, '\\$&')
    .replaceAll('://', '\\://')
    .replace(/\bwww\./gi, (address) => `${address.slice(0, -1)}\\.`)
    .replaceAll('@', '<span>@</span>')
    .replace(AT_START, '\\$&')
    .replace(NUMBERED, '$1\\$2');
}

/** A code span that its content cannot close. Not for tables: there a bar counts even inside code. */
export function code(text: string): string {
  const shown = visibleLine(text);
  const ticks = '`'.repeat(longestRun(shown) + 1);
  // Readers drop one space at both ends; it keeps back-ticks of the content apart from the fence.
  const space = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return shown.trim() === '' ? '(empty)' : `${ticks}${space}${shown}${space}${ticks}`;
}

/** A fenced block that its content cannot close. */
export function fenced(text: string, language = ''): string {
  const shown = visible(text);
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return `${fence}${language}\n${shown.endsWith('\n') ? shown : `${shown}\n`}${fence}`;
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

import type { ModuleFacts } from '../facts.ts';
import type { Place } from '../ir.ts';

/**
 * Whether a statement stands in a block with others, in a language that ends statements with `;`, blocks with `}` and lines with
 * `//` comments, so that another statement can be put before or behind it: the only statement of an `if` without braces is none.
 *
 * The place may end before or behind the `;`.
 */
export function standsAlone({ codeText }: ModuleFacts, { start, end }: Place): boolean {
  let behind = codeText.charAt(end - 1) === ';' ? end - 1 : end;
  while (/\s/.test(codeText.charAt(behind))) behind += 1;
  return /[;{}]/.test(lastSignBefore(codeText, start)) && codeText.charAt(behind) === ';';
}

/** The last character before a place that is not part of a comment, whose letters have been replaced. */
function lastSignBefore(code: string, place: number): string {
  let end = place;
  while (end > 0) {
    const last = code.charAt(end - 1);
    if (/\s/.test(last)) {
      end -= 1;
      continue;
    }
    const line = code.lastIndexOf('\n', end - 1) + 1;
    const comment = /\/\/[x\s*/\\]*$/.exec(code.slice(line, end));
    const opening = code.startsWith('*/', end - 2) ? code.lastIndexOf('/*', end - 3) : -1;
    if (opening !== -1) end = opening;
    else if (comment !== null) end = line + comment.index;
    else return last;
  }
  return '';
}

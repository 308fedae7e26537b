import type { Reading } from './reading.ts';

/** Lines that belong together: between blank lines. `end` is the line after the last. */
interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The code in lines that have no fences: what is left when paragraphs of prose are cut off at both ends.
 *
 * Only what neither reads nor parses as code is cut, so a program with a mistake is never shortened by its mistake.
 */
export async function withoutProse(
  lines: readonly string[],
  {
    path,
    reading,
    keepsStart = false,
  }: { readonly path: string; readonly reading: Reading; readonly keepsStart?: boolean },
): Promise<string> {
  const paragraphs = paragraphsOf(lines);
  let first = 0;
  let last = paragraphs.length;
  const isProse = async (paragraph: Paragraph | undefined): Promise<boolean> =>
    paragraph !== undefined &&
    readsAsProse(paragraph.text) &&
    reading.mayTry(paragraph.text.length) &&
    (await reading.outline(paragraph.text, path)).faults.length > 0;
  while (!keepsStart && first < last && (await isProse(paragraphs[first]))) first += 1;
  while (first < last && (await isProse(paragraphs[last - 1]))) last -= 1;
  const start = keepsStart ? 0 : (paragraphs[first]?.start ?? 0);
  return dedented(lines.slice(start, first < last ? paragraphs[last - 1]?.end : start)).join('\n');
}

function paragraphsOf(lines: readonly string[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start: number | undefined;
  for (let line = 0; line <= lines.length; line += 1) {
    const isBlank = (lines[line] ?? '').trim() === '';
    if (!isBlank) start ??= line;
    else if (start !== undefined) {
      paragraphs.push({ start, end: line, text: lines.slice(start, line).join('\n') });
      start = undefined;
    }
  }
  return paragraphs;
}

/** Sentences, headings and list items, judged by their punctuation. */
function readsAsProse(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  if (words < 3) return false;
  const outsideCode = text.replace(/`[^`\n]*`/g, '');
  const marks = outsideCode.match(/[{}[\]();=<>_\\|&$@]/g)?.length ?? 0;
  return marks < words / 2 && !/[{;,([]\s*$/.test(text.slice(-200));
}

/** Takes away what every line that is not blank is indented by. */
function dedented(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return Number.isFinite(common) && common > 0 ? lines.map((line) => line.slice(common)) : lines;
}

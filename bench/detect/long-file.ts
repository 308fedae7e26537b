import { type SampleProject, corpusSample } from './corpus-sample.ts';

/** Lines of the file before which there is little but declarations and comments. */
const FIRST_LINE = 30_000;

/** About `lines` lines of C in one file: a stretch of the longest file that there is, up to the end of a function. */
export function longFile(lines: number): SampleProject {
  const files = corpusSample('c', Number.POSITIVE_INFINITY).flatMap(({ files }) => files);
  const [longest] = files.toSorted((a, b) => b.text.length - a.text.length);
  const all = (longest?.text ?? '').split('\n');
  const from = all.indexOf('}', FIRST_LINE) + 1;
  const to = all.indexOf('}', from + lines - 1) + 1;
  if (to <= from) throw new Error(`There is no file of ${FIRST_LINE + lines} lines.`);
  const text = all.slice(from, to).join('\n');
  return { name: 'long-file', files: [{ path: 'long.c', text }], lines: to - from };
}

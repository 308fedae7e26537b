import type { Span } from '#core/finding.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { visible } from './visible.ts';

/** One line of code as a report shows it. */
export interface FrameLine {
  /** Counts from 1. */
  readonly number: number;
  /** On one line, with nothing unseen in it and tabs as spaces; cut around the mark when it is long. */
  readonly text: string;
  /** The part of `text` that the span covers; absent for lines around it. `start` counts from 0. */
  readonly mark?: { readonly start: number; readonly length: number };
}

export interface FrameOptions {
  /** Lines before and after the span. */
  readonly context: number;
  /** Most lines of the span itself; the rest is left out. */
  readonly maxMarked: number;
  /** Columns for the text of a line. */
  readonly width: number;
}

const TAB = '    ';
const CUT = '…';
const MIN_WIDTH = 20;

/** Shows code around spans. Splits each file once, because a report may hold thousands of findings of one file. */
export function frameMaker(files: SourceFiles): (span: Span, options: FrameOptions) => readonly FrameLine[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const split = new Map<string, readonly string[]>();
  const linesOf = (path: string): readonly string[] => {
    const known = split.get(path) ?? (texts.get(path) ?? '').split(/\r\n|\r|\n/);
    split.set(path, known);
    return known;
  };
  return (span, options) => (texts.has(span.path) ? frame(linesOf(span.path), span, options) : []);
}

function frame(lines: readonly string[], span: Span, options: FrameOptions): readonly FrameLine[] {
  const lastMarked = Math.min(span.endLine, span.startLine + options.maxMarked - 1);
  const first = Math.max(1, span.startLine - options.context);
  const last = Math.min(lines.length, lastMarked + (lastMarked === span.endLine ? options.context : 0));
  const frameLines: FrameLine[] = [];
  for (let number = first; number <= last; number += 1) {
    const line = lines[number - 1] ?? '';
    const isMarked = number >= span.startLine && number <= lastMarked;
    frameLines.push(isMarked ? markedLine(line, number, span, options.width) : plainLine(line, number, options.width));
  }
  // An empty last line is only the line break that the file ends with.
  return frameLines.at(-1)?.text === '' && frameLines.at(-1)?.mark === undefined ? frameLines.slice(0, -1) : frameLines;
}

function plainLine(line: string, number: number, width: number): FrameLine {
  const room = Math.max(MIN_WIDTH, width);
  const text = shown(line.slice(0, room + 1));
  return { number, text: text.length > room ? `${text.slice(0, room - 1)}${CUT}` : text };
}

function markedLine(line: string, number: number, span: Span, width: number): FrameLine {
  const indent = line.length - line.trimStart().length;
  const from = Math.min(line.length, number === span.startLine ? Math.max(0, span.startColumn - 1) : indent);
  const to = Math.max(from, Math.min(line.length, number === span.endLine ? span.endColumn - 1 : line.length));
  const room = Math.max(MIN_WIDTH, width);
  // Spelling out makes text longer, never shorter: a stretch of `room` characters is always enough to look at.
  const begin = from + 1 > room ? Math.max(0, from - Math.floor(room / 3)) : 0;
  const lead = begin > 0 ? CUT : '';
  const before = lead + shown(line.slice(begin, from));
  const text = before + shown(line.slice(from, Math.min(to, from + room))) + shown(line.slice(to, to + room));
  const cut = text.length > room ? `${text.slice(0, room - 1)}${CUT}` : text;
  const start = Math.min(before.length, cut.length);
  const length = Math.max(1, Math.min(shown(line.slice(from, Math.min(to, from + room))).length, cut.length - start));
  return { number, text: cut, mark: { start, length } };
}

function shown(text: string): string {
  return visible(text).replaceAll('\t', TAB);
}

import { visibleLine } from '#engine/reports/visible.ts';
import type { DetectorEvaluation } from './evaluation.ts';
import { COLUMNS, evaluationNotes, evaluationRows } from './evaluation-rows.ts';

const NUMBERS = new Set<string>(['vulnerable', 'secure', 'unscored', 'seconds']);

/** As a table on a terminal. */
export function evaluationTable(evaluation: DetectorEvaluation): string {
  const rows = [COLUMNS, ...evaluationRows(evaluation)];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return NUMBERS.has(COLUMNS[column] ?? '') ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  return `${[...lines, '', ...evaluationNotes(evaluation), headLine(evaluation)].join('\n')}\n`;
}

/** As Markdown. */
export function evaluationMarkdown(evaluation: DetectorEvaluation): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const notes = evaluationNotes(evaluation).map((note) => `- ${escaped(note)}`);
  return `${[
    `# Detectors on ${escaped(visibleLine(evaluation.set))}`,
    '',
    escaped(headLine(evaluation)),
    '',
    row(COLUMNS),
    row(COLUMNS.map(() => '---')),
    ...evaluationRows(evaluation).map(row),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ].join('\n')}\n`;
}

function headLine({ set, samples, minConfidence, relations }: DetectorEvaluation): string {
  const related = relations === undefined ? '' : `, relations of ${visibleLine(relations)}`;
  return `${visibleLine(set)}: ${samples} samples, findings of at least ${minConfidence} confidence${related}; 95 % intervals in brackets.`;
}

function escaped(text: string): string {
  return text.replace(/[\\`*_<>|[\]#&]/g, '\\$&');
}

import { visibleLine } from '../../reports/visible.ts';
import { answer } from './answer.ts';
import type { EvalReport } from './eval-report.ts';
import { outcomeText, reasonText } from './figure-text.ts';
import { figureTables, pairedTable } from './report-tables.ts';
import { LIMITS, planFacts, unscoredReasons } from './report-facts.ts';

const LONGEST = 300;

/** A report as Markdown. Figures are in the HTML page and the folder of figures; here are their numbers. */
export function markdownReport(report: EvalReport): string {
  return [
    `# Evaluation ${inline(report.runId)}`,
    '## Answer',
    ...answer(report).map((sentence) => `- ${inline(sentence)}`),
    '## What was compared',
    table(
      ['', ''],
      planFacts(report).map(([name, value]) => [name, value]),
    ),
    '## Unscored',
    unscoredText(report),
    '## Figures',
    ...figuresText(report),
    '## Paired tests',
    pairedText(report),
    '## Samples',
    samplesText(report),
    '## Known limits',
    ...LIMITS.map((limit) => `- ${inline(limit)}`),
  ]
    .join('\n\n')
    .replaceAll(/\n\n(?=- )/g, '\n')
    .replaceAll(/(^#.*)\n(?=- )/gm, '$1\n\n')
    .concat('\n');
}

function figuresText(report: EvalReport): readonly string[] {
  return figureTables(report).flatMap(({ title, unit, head, rows }) => [
    `### ${inline(title)} (${unit})`,
    table(head, rows),
  ]);
}

function pairedText(report: EvalReport): string {
  const paired = pairedTable(report);
  if (paired === undefined) return 'No two strategies have scores for the same samples.';
  return table(paired.head, paired.rows);
}

function unscoredText({ summary }: EvalReport): string {
  const reasons = unscoredReasons(summary);
  if (reasons.length === 0) return 'Every cell has a score for security.';
  return table(
    ['reason', 'cells'],
    reasons.map(([reason, count]) => [reason, String(count)]),
  );
}

function samplesText({ samples, others, total, security }: EvalReport): string {
  const shown = [...samples.map(({ result }) => result), ...others];
  if (shown.length === 0) return 'There are none.';
  const left =
    total > shown.length ? `\n\n${String(total - shown.length)} more are in \`samples.csv\` of the tables.` : '';
  return `${table(
    ['dataset', 'sample', 'model', 'strategy', 'repeat', 'security', 'why', 'session'],
    shown.map((result) => [
      ...[result.dataset, result.sampleId, result.model, result.strategy, String(result.repeat)],
      ...[outcomeText(result, security), reasonText(result, security), result.sessionId],
    ]),
  )}${left}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map((row) => line(row.map(inline)))].join('\n');
}

/** One line that shows the text and does nothing else: no markup, no HTML, no link, no call of a person. */
export function inline(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return (
    visibleLine(cut.trim())
      .replace(/[\\`*_{}[\]<>#|&~$]/g, '\\$&')
      .replaceAll('://', '\\://')
      .replace(/\bwww\./gi, (address) => `${address.slice(0, -1)}\\.`)
      // A person is called by an @ that follows no letter; an address of mail has a dot behind it.
      .replace(/(?<!\w)@|@(?=[\w\\-]*\.)/g, '<span>@</span>')
      .replace(/^[-+=]/, '\\$&')
  );
}

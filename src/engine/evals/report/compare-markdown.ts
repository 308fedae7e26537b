import type { PlanDifferences, RunComparison } from './compare-runs.ts';
import { intervalText, pText, valueText } from './figure-text.ts';
import { inline } from './markdown-report.ts';

/** Two runs side by side, as Markdown. */
export function compareMarkdown(
  { comparisons, changed, changedInAll, unpaired }: RunComparison,
  { judging, other }: PlanDifferences,
): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(inline).join(' | ')} |`;
  const tests = comparisons.map((one) =>
    row([
      ...[
        one.dataset,
        one.model,
        ...one.strategies,
        String(one.n),
        String(one.onlyFirstPasses),
        String(one.onlySecondPasses),
      ],
      ...[valueText(one.difference.value, 'share'), intervalText(one.difference, 'share'), pText(one.pCorrected)],
    ]),
  );
  const lines = changed.map(({ result, passesIn }) =>
    row([result.dataset, result.sampleId, result.model, result.strategy, String(result.repeat), `the ${passesIn} run`]),
  );
  const differing = [...judging.map((name) => `${name} (scores mean different things)`), ...other];
  return [
    '# Two runs',
    differing.length === 0 ? 'The plans agree.' : `The plans differ in: ${differing.join(', ')}.`,
    comparisons.length === 0
      ? 'The runs have no scored cell in common.'
      : `| dataset | condition | first | second | n | only first | only second | first less second | 95 % interval | p corrected |\n|${' --- |'.repeat(10)}\n${tests.join('\n')}`,
    '## What changed',
    lines.length === 0
      ? 'No sample passes in one of the runs only.'
      : `| dataset | sample | model | strategy | repeat | passes only in |\n|${' --- |'.repeat(6)}\n${lines.join('\n')}`,
    `${String(changedInAll)} changed, ${String(changed.length)} of them shown; ${String(unpaired)} cells are scored in one run only.`,
    '',
  ].join('\n\n');
}

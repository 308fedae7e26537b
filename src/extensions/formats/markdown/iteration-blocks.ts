import type { SourceFiles } from '#core/source-file.ts';
import { formatCost, formatUsage } from '#engine/reports/amounts.ts';
import { describeTests } from '#engine/reports/behaviour-text.ts';
import { diffFiles } from '#engine/reports/diff.ts';
import type { IterationFacts } from '#engine/reports/iteration-facts.ts';
import type { SessionFacts } from '#engine/reports/summary.ts';
import { code, fenced, inline, table } from './markdown-text.ts';

const BAR_WIDTH = 40;

/** One row per iteration. */
export function iterationTable({ iterations, best }: SessionFacts): string {
  return table(
    ['Iteration', 'Kind', 'Score', 'Findings', 'Decision', 'Tokens', 'Cost'],
    iterations.map((iteration) => [
      `${iteration.iteration}${iteration === best ? ' (result)' : ''}`,
      iteration.kind,
      iteration.ledger === undefined ? 'unknown' : String(iteration.ledger.score),
      foundBy(iteration),
      `${decision(iteration)}${whyOf(iteration)}`,
      formatUsage(iteration.spent.usage),
      formatCost(iteration.spent.cost),
    ]),
  );
}

/** The score as bars, longest for the worst: shorter is better, none is the goal. `undefined` when nothing was scored. */
export function scoreChart({ iterations }: SessionFacts): string | undefined {
  const scored = iterations.flatMap(({ iteration, ledger, isAccepted }) =>
    ledger === undefined ? [] : [{ iteration, score: ledger.score, isAccepted: isAccepted === true }],
  );
  if (scored.length === 0) return undefined;
  const worst = Math.max(1, ...scored.map(({ score }) => Math.abs(score)));
  const rows = scored.map(({ iteration, score, isAccepted }) => {
    const bar = (isAccepted ? '█' : '░').repeat(Math.round((Math.abs(score) / worst) * BAR_WIDTH));
    return `iteration ${String(iteration).padStart(2)} ${String(score).padStart(5)} ${bar}`.trimEnd();
  });
  return fenced([...rows, '', '█ accepted   ░ rolled back or open   0 is the goal'].join('\n'), 'text');
}

/** What the detectors reported in each iteration, one line per finding: what a fix removed is seen nowhere else. */
function foundList({ outcomes }: IterationFacts): string {
  return outcomes
    .flatMap(({ findings }) => findings)
    .map(({ cwes, severity, span, message, detector }) => {
      const place = code(`${span.path}:${span.startLine}`);
      return `- ${inline(cwes[0] ?? 'no CWE')}, ${severity}, at ${place}: ${inline(message)} (${inline(detector)})`;
    })
    .join('\n');
}

/** What each accepted fix changed, and why the others were rolled back. */
export function changeBlocks({ iterations, started }: SessionFacts): readonly string[] {
  let before: SourceFiles = started.task.files;
  return iterations.flatMap((iteration) => {
    const { isAccepted, files, faults } = iteration;
    const heading = `### Iteration ${iteration.iteration}: ${decision(iteration)}`;
    const faultList = faults.map(
      ({ check, path, line, message }) => `- ${inline(check)} at ${code(`${path}:${line}`)}: ${inline(message)}`,
    );
    const why = whyOf(iteration).slice(2);
    const found = foundList(iteration);
    const { tests } = iteration;
    const head = [
      heading,
      ...(why === '' ? [] : [why]),
      ...(tests === undefined ? [] : [`Behaviour: ${inline(describeTests(tests))}.`]),
      ...(found === '' ? [] : [found]),
      ...(faultList.length === 0 ? [] : [faultList.join('\n')]),
    ];
    if (isAccepted !== true) return head;
    const diffs = before.length === 0 ? [] : diffFiles(before, files);
    before = files;
    return [...head, ...diffs.map(({ patch }) => fenced(patch, 'diff'))];
  });
}

function foundBy({ outcomes }: IterationFacts): string {
  if (outcomes.length === 0) return 'not looked at';
  return outcomes
    .map(({ detector, status, findings }) =>
      status === 'completed' ? `${inline(detector)} ${findings.length}` : `${inline(detector)} **${status}**`,
    )
    .join(', ');
}

function decision({ isAccepted }: IterationFacts): string {
  if (isAccepted === undefined) return 'not decided';
  return isAccepted ? 'accepted' : 'rolled back';
}

function whyOf({ problem, reason }: IterationFacts): string {
  const why = problem ?? reason;
  return why === undefined ? '' : `: ${inline(why)}`;
}

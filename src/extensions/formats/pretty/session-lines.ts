import type { FormatOptions, SessionReport } from '#engine/reports/format.ts';
import { formatCost, formatUsage, plural } from '#engine/reports/amounts.ts';
import { describeTests } from '#engine/reports/behaviour-text.ts';
import { countFindings } from '#engine/reports/finding-counts.ts';
import type { IterationFacts } from '#engine/reports/iteration-facts.ts';
import { likelihoods } from '#engine/reports/likelihood.ts';
import { describeProof } from '#engine/reports/proof-facts.ts';
import { coverageGaps } from '#engine/reports/scan-verdict.ts';
import { type SessionFacts, summariseEvents } from '#engine/reports/summary.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import { findingLines } from './finding-lines.ts';
import { type Paint, paintWith } from './paint.ts';

/** Iterations, what is left in the result, what it took, and last the verdict, which is what stays on the screen. */
export function sessionLines({ events }: SessionReport, { hasColour, width }: FormatOptions): readonly string[] {
  const facts = summariseEvents(events);
  const { started, best, findings, open, spent } = facts;
  const paint = paintWith(hasColour);
  return [
    `${paint.bold('Session')} ${visibleLine(started.sessionId)}, ${visibleLine(started.task.language)}, ${visibleLine(started.settings.model)}`,
    '',
    ...facts.iterations.flatMap((iteration) => [
      iterationLine(iteration, facts, paint),
      ...faultLines(iteration, paint),
      ...testLines(iteration, paint),
    ]),
    '',
    ...(findings.length > 0 ? [paint.bold(`Left in iteration ${best?.iteration ?? '?'}`), ''] : []),
    ...findingLines(findings, {
      files: best?.files ?? [],
      open,
      likely: likelihoods(best?.outcomes ?? []),
      paint,
      width,
    }),
    ...facts.dismissed.map(
      ({ finding, reason }) => `dismissed by a person: ${visibleLine(finding.message)} (${visibleLine(reason)})`,
    ),
    ...facts.withdrawn.map(
      ({ finding, reason }) =>
        `withdrawn by ${visibleLine(finding.detector)}: ${visibleLine(finding.message)} (${visibleLine(reason)})`,
    ),
    ...facts.proofs.map((proof) => `proof: ${visibleLine(describeProof(proof))}`),
    `Tokens: ${formatUsage(spent.usage)}${spent.repliesWithoutUsage > 0 ? ', at least' : ''}. Cost: ${formatCost(spent.cost)}. ${plural(spent.calls, 'call')}.`,
    ...facts.limits.map((detail) => `${paint.error('LIMIT')} ${visibleLine(detail)}`),
    ...gapLines(facts, paint),
    ...verdictLines(facts, paint),
  ];
}

function iterationLine(iteration: IterationFacts, { best }: SessionFacts, paint: Paint): string {
  const { ledger, isAccepted, outcomes, reason, problem } = iteration;
  const counts = countFindings(outcomes.flatMap(({ findings }) => findings)).byDetector;
  const found = counts.map(([detector, count]) => `${visibleLine(detector)} ${count}`).join(', ') || 'no findings';
  const cells = [
    `${iteration === best ? '*' : ' '} ${String(iteration.iteration).padStart(2)}`,
    iteration.kind.padEnd(8),
    `score ${ledger === undefined ? '?' : String(ledger.score)}`.padEnd(11),
    problem === undefined && outcomes.length > 0 ? found : 'not looked at',
  ];
  const decision = isAccepted === undefined ? 'not decided' : isAccepted ? 'accepted' : 'rolled back';
  const why = problem ?? reason;
  return `${cells.join('  ')}  ${decision}${why === undefined ? '' : paint.dim(`: ${visibleLine(why)}`)}`;
}

function faultLines({ faults }: IterationFacts, paint: Paint): readonly string[] {
  return faults.map(({ check, path, line, message }) =>
    paint.dim(`        ${visibleLine(check)} at ${visibleLine(path)}:${line}: ${visibleLine(message)}`),
  );
}

function testLines({ tests }: IterationFacts, paint: Paint): readonly string[] {
  return tests === undefined ? [] : [paint.dim(`        ${visibleLine(describeTests(tests))}`)];
}

function gapLines({ best, evidence }: SessionFacts, paint: Paint): readonly string[] {
  const missing = evidence
    .filter(({ status, role }) => status === 'not run' && role !== 'neither' && best !== undefined)
    .map(({ detector }) => `Detector ${detector} did not run on the result.`);
  return [...coverageGaps(best?.outcomes ?? []), ...missing].map(
    (gap) => `${paint.error('NOT CHECKED')} ${visibleLine(gap)}`,
  );
}

function verdictLines({ verdict, open }: SessionFacts, paint: Paint): readonly string[] {
  if (verdict === undefined) {
    return [`${paint.verdict('undecided', 'not finished')}: resume it with \`seccode sessions resume\`.`];
  }
  const left = open.length > 0 ? ` ${plural(open.length, 'finding')} open.` : '';
  return [
    `${paint.verdict(verdict.verdict, verdict.verdict)} (${visibleLine(verdict.stopReason)}): ${visibleLine(verdict.explanation)}${left}`,
  ];
}

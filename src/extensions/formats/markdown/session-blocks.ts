import { formatCost, formatUsage, plural } from '#engine/reports/amounts.ts';
import type { SessionReport } from '#engine/reports/format.ts';
import { likelihoods } from '#engine/reports/likelihood.ts';
import { describeProof } from '#engine/reports/proof-facts.ts';
import { type SessionFacts, summariseEvents } from '#engine/reports/summary.ts';
import { findingBlocks, withdrawnList } from './finding-blocks.ts';
import { changeBlocks, iterationTable, scoreChart } from './iteration-blocks.ts';
import { code, fenced, inline, table } from './markdown-text.ts';

/** A session: verdict, what supports it, the iterations, what is left, the changes, the result. */
export function sessionBlocks({ events, version }: SessionReport): readonly string[] {
  const facts = summariseEvents(events);
  const { started, best, findings, open, dismissed, withdrawn } = facts;
  const chart = scoreChart(facts);
  return [
    `# SecCode session ${inline(started.sessionId)}`,
    verdictLine(facts),
    ...(facts.verdict === undefined ? [] : [inline(facts.verdict.explanation)]),
    ...facts.limits.map((detail) => `**Limit reached:** ${inline(detail)}`),
    '## What supports the verdict',
    evidenceTable(facts),
    ...(facts.proofs.length === 0
      ? []
      : ['## What runs show', facts.proofs.map((proof) => `- ${inline(describeProof(proof))}`).join('\n')]),
    '## Request',
    ...(started.task.request.trim() === '' ? ['No request was given.'] : [fenced(started.task.request, 'text')]),
    '## Iterations',
    ...(facts.iterations.length === 0 ? ['None began.'] : [iterationTable(facts)]),
    ...(chart === undefined ? [] : [chart]),
    '## What is left',
    ...(findings.length === 0
      ? [best === undefined ? 'There is no result.' : 'The detectors that looked at the result report nothing.']
      : findingBlocks(findings, { files: best?.files ?? [], open, likely: likelihoods(best?.outcomes ?? []) })),
    ...(dismissed.length === 0
      ? []
      : [
          '## Dismissed by a person',
          dismissed
            .map(
              ({ finding, reason }) =>
                `- ${code(`${finding.span.path}:${finding.span.startLine}`)}: ${inline(finding.message)} Reason: ${inline(reason)}`,
            )
            .join('\n'),
        ]),
    ...(withdrawn.length === 0 ? [] : ['## Withdrawn findings', withdrawnList(withdrawn)]),
    ...(facts.iterations.length === 0 ? [] : ['## Changes', ...changeBlocks(facts)]),
    ...(best === undefined
      ? []
      : [
          '## Result',
          ...best.files.flatMap(({ path, text }) => [code(path), fenced(text, fenceName(started.task.language))]),
        ]),
    '## Tokens and money',
    spentTable(facts, version),
  ];
}

/** The language as the word behind a fence; empty when it is no plain word. */
function fenceName(language: string): string {
  return /^[a-z0-9+#-]{1,20}$/.test(language) ? language : '';
}

function verdictLine({ verdict, open }: SessionFacts): string {
  if (verdict === undefined) return '**Not finished.** There is no verdict yet.';
  return `**Verdict: ${verdict.verdict}** (stopped: ${inline(verdict.stopReason)}), ${plural(open.length, 'open finding')} in the result.`;
}

function evidenceTable({ evidence, started }: SessionFacts): string {
  const { failOn, minConfidence } = started.settings;
  return [
    table(
      ['Detector', 'Role', 'State', 'Open', 'Reported', 'Not covered'],
      evidence.map(({ detector, role, status, version, reason, open, reported, notCovered }) => [
        `${inline(detector)} ${inline(version)}`.trim(),
        role,
        status === 'completed' ? status : `**${status}**${reason === '' ? '' : `: ${inline(reason)}`}`,
        String(open),
        String(reported),
        notCovered.map(({ path, reason: why }) => `${inline(path)}: ${inline(why)}`).join('; ') || 'none',
      ]),
    ),
    '',
    `A finding is open at or above ${inline(failOn)} severity and ${inline(minConfidence)} confidence.`,
  ].join('\n');
}

function spentTable(
  { spent, started, answeredBy, startedAtMs, updatedAtMs, resumptions }: SessionFacts,
  version: string,
): string {
  const { model, reviewerModel, strategy } = started.settings;
  return table(
    ['What', 'How much'],
    [
      [
        'Tokens',
        `${formatUsage(spent.usage)}${spent.repliesWithoutUsage > 0 ? ', at least: not every reply told' : ''}`,
      ],
      ['Cost', formatCost(spent.cost)],
      ['Calls', String(spent.calls)],
      ['Model', inline(model)],
      ...(reviewerModel === undefined ? [] : [['Reviewer', inline(reviewerModel)]]),
      ['Answered by', answeredBy.map(inline).join(', ') || 'nobody'],
      ['Strategy', inline(strategy)],
      ['Began', new Date(startedAtMs).toISOString()],
      ['Last event', new Date(updatedAtMs).toISOString()],
      ...(resumptions === 0 ? [] : [['Resumed', plural(resumptions, 'time')]]),
      ['Report by', `SecCode ${inline(version)}`],
    ],
  );
}

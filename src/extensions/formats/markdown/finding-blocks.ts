import { type CweId, cweNumber } from '#core/cwe-id.ts';
import { cweName } from '#core/cwe-table.ts';
import type { Finding } from '#core/finding.ts';
import type { WithdrawnFinding } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Likelihood } from '#engine/reports/likelihood.ts';
import { isAttackSeen } from '#engine/reports/proof-facts.ts';
import { frameMaker } from '#engine/reports/code-frame.ts';
import { code, fenced, inline } from './markdown-text.ts';

const FRAME = { context: 2, maxMarked: 12, width: 160 } as const;

/** Findings in the order given, each with its code; `open` are those that decide the verdict. */
export function findingBlocks(
  findings: readonly Finding[],
  {
    files,
    open,
    likely,
  }: {
    readonly files: SourceFiles;
    readonly open: readonly Finding[];
    readonly likely: ReadonlyMap<Finding, Likelihood>;
  },
): readonly string[] {
  const frame = frameMaker(files);
  const openOnes = new Set(open);
  return findings.flatMap((finding) => {
    const words = likely.get(finding)?.words;
    const lines = frame(finding.span, FRAME);
    const digits = String(lines.at(-1)?.number ?? 0).length;
    const excerpt = lines.map(
      ({ number, text, mark }) => `${mark === undefined ? ' ' : '>'} ${String(number).padStart(digits)} | ${text}`,
    );
    return [
      `### ${place(finding)}: ${inline(finding.message)}`,
      [
        `- ${finding.severity}, ${finding.confidence} confidence${openOnes.has(finding) ? '' : ', only reported'}`,
        ...finding.cwes.map(
          (cwe) => `- [${cwe}](https://cwe.mitre.org/data/definitions/${cweNumber(cwe)}.html)${nameOf(cwe)}`,
        ),
        `- reported by ${inline(finding.detector)}, rule ${code(finding.rule)}`,
        ...(words === undefined ? [] : [`- ${inline(words)}`]),
        ...(finding.remediation === undefined ? [] : [`- to fix it: ${inline(finding.remediation)}`]),
        ...(finding.exploit === undefined
          ? []
          : [
              `- ${isAttackSeen(finding) ? 'seen in a run' : 'claimed by the model, not tried'}: ${inline(finding.exploit)}`,
            ]),
      ].join('\n'),
      ...(excerpt.length === 0 ? [] : [fenced(excerpt.join('\n'), 'text')]),
      ...(finding.flow === undefined || finding.flow.length === 0 ? [] : [flowList(finding.flow)]),
    ];
  });
}

export function withdrawnList(withdrawn: readonly WithdrawnFinding[]): string {
  return withdrawn
    .map(
      ({ finding, reason }) =>
        `- ${place(finding)}, ${inline(finding.detector)}: ${inline(finding.message)} Withdrawn: ${inline(reason)}`,
    )
    .join('\n');
}

/** `users.py:6` as code. */
export function place({ span }: Pick<Finding, 'span'>): string {
  return code(`${span.path}:${span.startLine}`);
}

function nameOf(cwe: CweId): string {
  const name = cweName(cwe);
  return name === undefined ? '' : ` ${inline(name)}`;
}

function flowList(flow: NonNullable<Finding['flow']>): string {
  return [
    'The way from source to sink:',
    '',
    ...flow.map((step, index) => `${index + 1}. ${place(step)} ${inline(step.message)}`),
  ].join('\n');
}

import type { Finding } from '#core/finding.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { type FrameLine, frameMaker } from '#engine/reports/code-frame.ts';
import type { Likelihood } from '#engine/reports/likelihood.ts';
import { isAttackSeen } from '#engine/reports/proof-facts.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import type { Paint } from './paint.ts';

export interface FindingLinesOptions {
  readonly files: SourceFiles;
  readonly open: readonly Finding[];
  /** How likely each is, where that is known. */
  readonly likely: ReadonlyMap<Finding, Likelihood>;
  readonly paint: Paint;
  readonly width: number;
}

const INDENT = '    ';

/** Findings in reading order as lines, with a heading for each file. */
export function findingLines(findings: readonly Finding[], options: FindingLinesOptions): readonly string[] {
  const { files, open, likely, paint, width } = options;
  const frame = frameMaker(files);
  const openOnes = new Set(open);
  let heading: string | undefined;
  return findings.flatMap((finding) => {
    const isNewFile = heading !== finding.span.path;
    heading = finding.span.path;
    const digits = String(finding.span.endLine + 1).length;
    const frameWidth = width - INDENT.length - digits - '> '.length - ' | '.length;
    const words = likely.get(finding)?.words;
    const lines = frame(finding.span, { context: 0, maxMarked: 3, width: frameWidth });
    return [
      ...(isNewFile ? [paint.bold(visibleLine(finding.span.path))] : []),
      `  ${headline(finding, paint)}${openOnes.has(finding) ? '' : paint.dim(' (only reported)')}`,
      ...lines.flatMap((line) => frameLines(line, digits, finding, paint)),
      ...(words === undefined ? [] : [`${INDENT}${paint.dim(visibleLine(words))}`]),
      ...(finding.remediation === undefined
        ? []
        : [`${INDENT}${paint.dim('fix:')} ${visibleLine(finding.remediation)}`]),
      ...(finding.exploit === undefined
        ? []
        : [
            `${INDENT}${paint.dim(isAttackSeen(finding) ? 'seen in a run:' : 'claimed by the model:')} ${visibleLine(finding.exploit)}`,
          ]),
      '',
    ];
  });
}

/** `path:line:col severity CWE-89 message [detector rule]` */
export function headline({ span, severity, cwes, message, detector, rule }: Finding, paint: Paint): string {
  const place = `${visibleLine(span.path)}:${span.startLine}:${span.startColumn}`;
  const [cwe] = cwes;
  return [
    place,
    paint.severity(severity, severity),
    ...(cwe === undefined ? [] : [cwe]),
    visibleLine(message),
    paint.dim(`[${visibleLine(detector)} ${visibleLine(rule)}]`),
  ].join(' ');
}

function frameLines(
  { number, text, mark }: FrameLine,
  digits: number,
  { severity }: Finding,
  paint: Paint,
): readonly string[] {
  const gutter = paint.dim(`${String(number).padStart(digits)} |`);
  const code = `${INDENT}${gutter} ${text}`.trimEnd();
  if (mark === undefined) return [code];
  const carets = ' '.repeat(mark.start) + paint.severity(severity, '^'.repeat(mark.length));
  return [code, `${INDENT}${paint.dim(`${' '.repeat(digits)} |`)} ${carets}`];
}

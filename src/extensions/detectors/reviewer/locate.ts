import { parseCweId } from '#core/cwe-id.ts';
import { isKnownCwe } from '#core/cwe-table.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { ReportedFinding } from '#engine/detection/detector.ts';
import type { AnsweredFinding } from './answer.ts';

/** A model's finding put in its place in the code, or why it has none. */
export type Located =
  | { readonly finding: ReportedFinding }
  | { readonly finding: ReportedFinding; readonly doubt: string };

/** How far from the line it names a quote may stand: models miscount. */
const REACH = 8;

/**
 * Ties a finding to the line that it quotes.
 *
 * A quote that is not in the code, a missing attack or a missing weakness name makes it doubtful: the model says it saw
 * something, but not what or where.
 */
export function locate(answered: AnsweredFinding, files: SourceFiles): Located | undefined {
  const meant = files.find(({ path }) => path === answered.path.trim()) ?? (files.length === 1 ? files[0] : undefined);
  const file = meant ?? files[0];
  if (file === undefined) return undefined;
  const lines = file.text.split('\n');
  const quoted = squeeze(answered.quote.replace(/^\s*\d+\|/, ''));
  const hits = quoted === '' ? [] : lines.flatMap((line, index) => (isQuoteOf(quoted, squeeze(line)) ? index + 1 : []));
  const nearest = hits.toSorted((a, b) => Math.abs(a - answered.line) - Math.abs(b - answered.line))[0];
  const isFound = nearest !== undefined && (Math.abs(nearest - answered.line) <= REACH || hits.length === 1);
  const line = isFound ? nearest : Math.min(Math.max(1, answered.line), lines.length);
  const content = lines[line - 1] ?? '';
  const named = parseCweId(answered.cwe) ?? parseCweId(`CWE-${answered.cwe.trim()}`);
  const cwe = named !== undefined && isKnownCwe(named) ? named : undefined;
  const finding: ReportedFinding = {
    rule: cwe ?? 'unnamed',
    cwes: cwe === undefined ? [] : [cwe],
    severity: answered.severity,
    confidence: answered.confidence,
    span: {
      path: file.path,
      startLine: line,
      startColumn: content.length - content.trimStart().length + 1,
      endLine: line,
      endColumn: Math.max(content.trimEnd().length, content.length - content.trimStart().length) + 1,
    },
    message: answered.weakness.trim() || 'The reviewing model gave no description.',
    ...(answered.attack.trim() === '' ? {} : { exploit: answered.attack.trim() }),
    ...(answered.fix.trim() === '' ? {} : { remediation: answered.fix.trim() }),
  };
  if (meant === undefined) return { finding, doubt: 'It names a file that is not there.' };
  if (!isFound) return { finding, doubt: 'The line that it quotes is not in the code.' };
  if (finding.exploit === undefined) return { finding, doubt: 'It does not say how an attacker gets there.' };
  if (cwe === undefined) return { finding, doubt: 'It names no weakness that MITRE lists.' };
  return { finding };
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Models cut long lines short and leave out a trailing comma; a few characters are no quote. */
function isQuoteOf(quote: string, line: string): boolean {
  return line === quote || (quote.length >= 8 && line.includes(quote)) || (line.length >= 8 && quote.includes(line));
}

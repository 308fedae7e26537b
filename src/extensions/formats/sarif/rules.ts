import type { ReportingDescriptor } from 'sarif';
import { cweNumber, type CweId } from '#core/cwe-id.ts';
import { cweName } from '#core/cwe-table.ts';
import type { Finding } from '#core/finding.ts';
import { CONFIDENCES, type Confidence, type Severity, worse } from '#core/severity.ts';
import { sarifSeverity } from '#engine/reports/levels.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import { markdownText } from './message.ts';

const PRECISIONS: Readonly<Record<Confidence, string>> = { high: 'high', medium: 'medium', low: 'low' };

/** The id of a finding's rule; a model may have made the name up. */
export function ruleId({ rule }: Finding): string {
  return visibleLine(rule);
}

/** A description of each rule that reported something, in the order of their ids. */
export function rulesOf(findings: readonly Finding[]): readonly ReportingDescriptor[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = ruleId(finding);
    const same = byRule.get(id) ?? [];
    same.push(finding);
    byRule.set(id, same);
  }
  return [...byRule].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, same]) => ruleOf(id, same));
}

/** Severity differs between findings of one rule; the rule itself takes the worst, each result has its own level. */
function ruleOf(id: string, findings: readonly Finding[]): ReportingDescriptor {
  const severity = findings.map((finding) => finding.severity).reduce<Severity>(worse, 'info');
  const confidence = findings.map((finding) => finding.confidence).reduce(surer, 'low');
  const cwes = [...new Set(findings.flatMap((finding) => finding.cwes))];
  const remedies = [...new Set(findings.flatMap(({ remediation }) => remediation ?? []))].slice(0, 1);
  const { level, securitySeverity } = sarifSeverity(severity);
  const [main] = cwes;
  const title = main === undefined ? `Rule ${id}.` : `${nameOf(main)} (rule ${id}).`;
  const full = cwes.length === 0 ? `Rule ${id} names no weakness of MITRE's list.` : `${cwes.map(nameOf).join('; ')}.`;
  return {
    id,
    name: pascalCase(`${findings[0]?.detector ?? ''} ${id}`),
    shortDescription: { text: title },
    fullDescription: { text: full },
    ...(main !== undefined && { helpUri: linkOf(main) }),
    help: {
      text: [...remedies, ...cwes.map((cwe) => `${nameOf(cwe)}: ${linkOf(cwe)}`), `Rule ${id}.`].join('\n'),
      markdown: [
        ...remedies.map(markdownText),
        ...cwes.map((cwe) => `[${nameOf(cwe)}](${linkOf(cwe)})`),
        `Rule ${markdownText(id)}.`,
      ].join('\n\n'),
    },
    defaultConfiguration: { level },
    properties: {
      tags: ['security', ...cwes.map((cwe) => `external/cwe/cwe-${String(cweNumber(cwe)).padStart(3, '0')}`)],
      precision: PRECISIONS[confidence],
      'security-severity': securitySeverity,
    },
  };
}

/** SARIF wants a name that differs from the id and is one word: `RuffS608`, `ReviewerSqlInjection`. */
function pascalCase(text: string): string {
  return text
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, 100);
}

function nameOf(cwe: CweId): string {
  const name = cweName(cwe);
  return name === undefined ? cwe : `${cwe}: ${name}`;
}

function linkOf(cwe: CweId): string {
  return `https://cwe.mitre.org/data/definitions/${cweNumber(cwe)}.html`;
}

function surer(a: Confidence, b: Confidence): Confidence {
  return CONFIDENCES.indexOf(a) >= CONFIDENCES.indexOf(b) ? a : b;
}

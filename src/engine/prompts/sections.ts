import type { Finding } from '#core/finding.ts';
import type { Guidance } from '../guidance/guidance.ts';
import { fixFor } from '../guidance/find-guidance.ts';
import type { Language } from '../syntax/language.ts';

/** A headed part of a prompt; nothing at all when it is empty. */
export function section(title: string, body: string): string {
  return body.trim() === '' ? '' : `## ${title}\n\n${body.trim()}`;
}

/** Joins the parts that are there, a blank line between. */
export function joinSections(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** A list with a dash per item. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** One weakness per item: where, what, how an attacker gets there, and what the detector advises. */
export function showFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ span, cwes, severity, message, exploit, remediation }, index) => {
      const where = `${span.path}, line ${lines(span)}`;
      const what = [cwes[0] ?? 'no CWE', severity].join(', ');
      return [
        `${String(index + 1)}. ${where} (${what}): ${message}`,
        ...(exploit === undefined ? [] : [`   How it is reached: ${exploit}`]),
        ...(remediation === undefined ? [] : [`   Advice: ${remediation}`]),
      ].join('\n');
    })
    .join('\n');
}

/** Tests that fail, and what is wanted of them; nothing when none does. */
export function showFailures(failures: readonly string[] = []): string {
  return failures.length === 0
    ? ''
    : `${bullets(failures)}\n\nThey were made from the task, not from the program. Make them pass, and break none that passes.`;
}

/** What the fixer needs to know of each weakness, in the language at hand. */
export function showGuidance(guidance: readonly Guidance[], language: Language): string {
  return guidance
    .map((entry) => {
      const traps = entry.traps.length === 0 ? '' : `\nNot a fix: ${entry.traps.join(' ')}`;
      const own = fixFor(entry, language.id, language.kin);
      const inLanguage = own === entry.fixed.general ? '' : `\nIn ${language.title}: ${own}`;
      return `### ${entry.cwe}: ${entry.title}\n${entry.what} ${entry.exploited}\nFix: ${entry.fixed.general}${inLanguage}${traps}`;
    })
    .join('\n\n');
}

function lines({ startLine, endLine }: Finding['span']): string {
  return startLine === endLine ? String(startLine) : `${String(startLine)} to ${String(endLine)}`;
}

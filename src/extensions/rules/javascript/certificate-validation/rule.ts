import type { ModuleFacts } from '#engine/analysis/facts.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';

/** Settings that turn the check off when they are false. */
const CHECKS: ReadonlySet<string> = new Set(['rejectUnauthorized', 'strictSSL', 'checkServerIdentity']);

export const rule: Rule = {
  id: 'javascript/certificate-validation',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-295'],
  title: 'Certificate not checked',
  severity: 'high',
  rationale: 'Without the check anyone on the way can answer in the name of the server, read everything and change it.',
  remediation: 'Leave the check on, and pass a private authority with the option ca.',
  references: [
    'https://cwe.mitre.org/data/definitions/295.html',
    'https://nodejs.org/api/tls.html#tlsconnectoptions-callback',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const node of walk(facts.module.body)) {
      if (node.kind === 'record') {
        for (const { key, value } of node.entries) {
          if (key?.kind === 'literal' && typeof key.value === 'string') checkSetting(key.value, value, report);
        }
      } else if (node.kind === 'assign') {
        for (const target of node.targets)
          if (target.kind !== 'name') checkSetting(lastName(target), node.value, report);
      }
    }
    checkIdentity(facts, report);
  },
};

function checkSetting(name: string, value: Expression, report: Report): void {
  if (name === 'NODE_TLS_REJECT_UNAUTHORIZED') {
    if (value.kind === 'literal' && String(value.value) === '0')
      report(value.at, {
        message: 'NODE_TLS_REJECT_UNAUTHORIZED turns off the check of every certificate.',
        confidence: 'high',
      });
    return;
  }
  if (!CHECKS.has(name) || value.kind !== 'literal' || value.value !== false) return;
  report(value.at, {
    message: `The setting '${name}' turns off the check of certificates.`,
    confidence: 'high',
    ...(name !== 'checkServerIdentity' && { fix: [{ at: value.at, newText: 'true' }] }),
  });
}

/** `checkServerIdentity: () => undefined` accepts every name. */
function checkIdentity(facts: ModuleFacts, report: Report): void {
  for (const node of walk(facts.module.body)) {
    if (node.kind !== 'record') continue;
    for (const { key, value } of node.entries) {
      if (key?.kind !== 'literal' || key.value !== 'checkServerIdentity' || value.kind !== 'function') continue;
      const { body } = value.function;
      if (
        body.every(
          (statement) =>
            statement.kind === 'return' &&
            (statement.value === undefined ||
              statement.value.kind === 'literal' ||
              (statement.value.kind === 'name' && statement.value.name === 'undefined')),
        )
      )
        report(value.at, {
          message: 'Every name of a server is accepted, whatever its certificate says.',
          confidence: 'high',
        });
    }
  }
}

import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import { outerNames } from '#engine/analysis/judges/outer-names.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const ACCESS: ReadonlySet<string> = new Set([
  'admin',
  'authenticated',
  'authorized',
  'authorised',
  'logged',
  'login',
  'access',
  'superuser',
  'root',
  'permission',
  'allowed',
  'verified',
  'privileged',
]);

export const rule: Rule = {
  id: 'python/external-variable-init',
  languages: ['python'],
  cwes: ['CWE-454', 'CWE-488'],
  title: 'Rights of one caller kept for all',
  severity: 'high',
  rationale: 'A global variable belongs to every request of the process: after one sign-in everybody is signed in.',
  remediation: "Keep what one caller may do in that caller's session.",
  references: ['https://cwe.mitre.org/data/definitions/454.html', 'https://cwe.mitre.org/data/definitions/488.html'],
  stage: 'stable',

  check: (facts, report) => {
    const declared = new Set(
      facts.assignments.flatMap(({ within, property }) => (within === undefined ? [property] : [])),
    );
    for (const { target, property, value, at, within } of facts.assignments) {
      if (target.kind !== 'name' || within === undefined || isConstant(value, false) || isConstant(value, null))
        continue;
      if (!identifierWords(property).some((word) => ACCESS.has(word))) continue;
      const isGlobal = outerNames(facts, within.function).global.has(property);
      const isDeclared = declared.has(property);
      const decides = isConstant(value, true) || value.taints.some(({ kind }) => kind === 'remote');
      if (!isGlobal || !isDeclared || !decides) continue;
      report(at, { message: `'${property}' is set for every caller at once.`, confidence: 'medium' });
    }
  },
};

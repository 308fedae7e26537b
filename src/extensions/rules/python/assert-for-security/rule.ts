import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const ACCESS: ReadonlySet<string> = new Set([
  'admin',
  'authenticated',
  'authorized',
  'authorised',
  'permission',
  'permissions',
  'superuser',
  'staff',
  'password',
  'token',
  'signature',
  'csrf',
  'owner',
  'logged',
  'role',
  'allowed',
]);

export const rule: Rule = {
  id: 'python/assert-for-security',
  languages: ['python'],
  cwes: ['CWE-617'],
  title: 'Access decided by an assertion',
  severity: 'medium',
  rationale: 'Python started with -O leaves assertions out, and the check with them.',
  remediation: 'Test with if and raise an exception.',
  references: [
    'https://cwe.mitre.org/data/definitions/617.html',
    'https://docs.python.org/3/reference/simple_stmts.html#the-assert-statement',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path) || nodesOf(facts, 'assert').length === 0) return;
    for (const { function: made, route } of facts.functions) {
      if (/^test|^assert/.test(made.name)) continue;
      for (const node of walk(made.body, { intoFunctions: false })) {
        if (node.kind !== 'assert' || node.test.kind === 'name') continue;
        const words = identifierWords(facts.textAt(node.test.at));
        const isAccess =
          words.some((word) => ACCESS.has(word)) && !words.includes('isinstance') && !words.includes('none');
        if (!isAccess) continue;
        report(node.at, {
          message: 'The check is an assertion, which Python leaves out when it optimises.',
          confidence: route === undefined ? 'low' : 'medium',
        });
      }
    }
  },
};

import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

/** Parts of a site that are for few. */
const GUARDED = /admin|manage|internal|actuator|console|config|users?\/delete/i;

export const rule: Rule = {
  id: 'java/missing-authentication',
  languages: ['java'],
  cwes: ['CWE-306', 'CWE-862'],
  title: 'Access without signing in',
  severity: 'high',
  rationale: 'Whoever reaches the address can use what is meant for those who signed in.',
  remediation: 'Demand authentication for everything, and list what is open to all.',
  references: [
    'https://cwe.mitre.org/data/definitions/306.html',
    'https://cwe.mitre.org/data/definitions/862.html',
    'https://docs.spring.io/spring-security/reference/servlet/authorization/authorize-http-requests.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const node of nodesOf(facts, 'call')) {
      const { callee } = node;
      if (callee.kind !== 'member' || callee.property !== 'permitAll') continue;
      const matched = callee.object;
      if (matched.kind !== 'call' || matched.callee.kind !== 'member') continue;
      const { property } = matched.callee;
      if (property === 'anyRequest') {
        report(node.at, { message: 'Every request is let in without signing in.', confidence: 'medium' });
      } else if (/Matchers$/.test(property)) {
        const guarded = matched.arguments.map(({ value }) => textOf(value)).find((text) => GUARDED.test(text));
        if (guarded !== undefined)
          report(node.at, { message: `'${guarded}' is let in without signing in.`, confidence: 'high' });
      }
    }
  },
};

function textOf(value: Expression): string {
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : '';
}

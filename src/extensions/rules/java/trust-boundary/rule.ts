import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { definitionOf } from '#engine/analysis/judges/surroundings.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'java/trust-boundary',
  languages: ['java'],
  cwes: ['CWE-501'],
  title: 'Unchecked data in the session',
  severity: 'medium',
  rationale: 'Code that reads the session takes what is in it for checked.',
  remediation: 'Check the value before it is put into the session.',
  references: [
    'https://cwe.mitre.org/data/definitions/501.html',
    'https://owasp.org/www-community/vulnerabilities/Trust_Boundary_Violation',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const sink of facts.sinks) {
      if (sink.kind !== 'session' || sink.path !== facts.module.path || isLookedUp(facts, sink)) continue;
      const finding = flowFinding(sink, { remote: 'medium' }, (what) => `The session is given ${what} as it was sent.`);
      if (finding !== undefined) report(sink.at, finding);
    }
  },
};

/** What the program found by a value of the request is its own: `users.find(name).getId()`. */
function isLookedUp(facts: ModuleFacts, { call, argumentAt, value }: SinkFact): boolean {
  const argument = call?.arguments.find((one) => one.argument.value.at === argumentAt)?.argument.value;
  const made = argument === undefined ? undefined : definitionOf(facts, argument);
  return (
    value.name === undefined &&
    made?.kind === 'call' &&
    made.callee.kind === 'member' &&
    /^(?:get|is|find|load|lookup)(?:[A-Z]|$)/.test(made.callee.property)
  );
}

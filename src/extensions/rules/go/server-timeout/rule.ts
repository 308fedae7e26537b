import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/server-timeout',
  languages: ['go'],
  cwes: ['CWE-400', 'CWE-770'],
  title: 'Server without time limits',
  severity: 'low',
  rationale: 'Clients that send one byte a minute keep connections open until there are none left for others.',
  remediation: 'Serve with an http.Server that has ReadHeaderTimeout, ReadTimeout and WriteTimeout.',
  references: [
    'https://cwe.mitre.org/data/definitions/400.html',
    'https://cwe.mitre.org/data/definitions/770.html',
    'https://pkg.go.dev/net/http#Server',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const setLater = facts.assignments.some(({ property }) => /^Read(?:Header)?Timeout$/.test(property));
    for (const call of facts.calls) {
      const name = calleeName(call);
      if (name === 'net/http.Server' && call.expression.isNew === true) {
        if (setLater || call.arguments.length === 0 || call.has('ReadTimeout', 'ReadHeaderTimeout')) continue;
        report(call.at, { message: 'The server waits for requests without a time limit.', confidence: 'medium' });
      } else if (/^net\/http\.ListenAndServe(?:TLS)?$/.test(name)) {
        report(call.at, { message: 'The server waits for requests without a time limit.', confidence: 'low' });
      }
    }
  },
};

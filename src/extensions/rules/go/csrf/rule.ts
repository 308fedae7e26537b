import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/csrf',
  languages: ['go'],
  cwes: ['CWE-352'],
  title: 'Sign-in that another site can start',
  severity: 'medium',
  rationale: 'With a state that is always the same, another site can sign its visitor in to an account of its own.',
  remediation:
    'Draw a new state for each sign-in with crypto/rand, keep it in the session and compare it in the callback.',
  references: [
    'https://cwe.mitre.org/data/definitions/352.html',
    'https://pkg.go.dev/golang.org/x/oauth2#Config.AuthCodeURL',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (!calleeName(call).endsWith('.AuthCodeURL') || call.argument(0)?.isFixed !== true) continue;
      report(call.at, { message: 'The state of the sign-in is the same for everyone.', confidence: 'high' });
    }
  },
};

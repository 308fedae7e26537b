import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';

const REQUESTS = /^requests\.(?:get|post|put|patch|delete|head|options|request)$/;
const ENDLESS =
  /^(?:httpx\.(?:get|post|put|patch|delete|head|options|request|Client|AsyncClient)|requests\.\w+|urllib\.request\.urlopen)$/;

export const rule: Rule = {
  id: 'python/request-timeout',
  languages: ['python'],
  cwes: ['CWE-1088'],
  title: 'Request without a timeout',
  severity: 'low',
  rationale: 'A server that never answers keeps the program waiting for ever.',
  remediation: 'Give every request a timeout.',
  references: [
    'https://cwe.mitre.org/data/definitions/1088.html',
    'https://requests.readthedocs.io/en/latest/user/advanced/#timeouts',
  ],
  stage: 'experimental',

  check: ({ calls }, report) => {
    for (const call of calls) {
      const name = calleeName(call);
      if (call.hasSpread) continue;
      const isLeftOut = REQUESTS.test(name) && !call.has('timeout');
      const isOff = ENDLESS.test(name) && isConstant(call.argument('timeout'), null);
      if (!isLeftOut && !isOff) continue;
      report(call.at, { message: 'The request waits for an answer without a limit.', confidence: 'medium' });
    }
  },
};

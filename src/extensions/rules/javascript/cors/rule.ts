import type { CallFact, FunctionFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/cors',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-942', 'CWE-346'],
  title: 'Replies readable by every site',
  severity: 'medium',
  rationale: 'A site that is allowed to read the replies reads them in the name of whoever visits it.',
  remediation: 'Allow a fixed list of origins.',
  references: [
    'https://cwe.mitre.org/data/definitions/942.html',
    'https://cwe.mitre.org/data/definitions/346.html',
    'https://developer.mozilla.org/docs/Web/HTTP/Guides/CORS',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      if (calleeName(call) === 'cors' || calleeName(call) === '@koa/cors') {
        const options = call.argument(0)?.fields;
        const origin = options?.get('origin');
        const isOpen = isConstant(origin, true) || textOf(origin) === '*';
        if (!isOpen) continue;
        const withCredentials = isConstant(options?.get('credentials'), true);
        report(call.at, {
          message: withCredentials
            ? 'Every site may read replies that are made with cookies.'
            : 'Every site may read the replies.',
          confidence: withCredentials ? 'high' : 'low',
        });
        continue;
      }
      checkHeader(facts, call, report);
    }
  },
};

function checkHeader(facts: ModuleFacts, call: CallFact, report: Parameters<NonNullable<Rule['check']>>[1]): void {
  if (!/^(?:set|setHeader|header|append)$/.test(lastName(call.expression.callee))) return;
  if (!/^access-control-allow-origin$/i.test(textOf(call.argument(0)) ?? '')) return;
  const withCredentials = allowsCredentials(facts, call.within);
  const taint = mainTaint(openTaints(call.argument(1), 'header'), ['remote']);
  if (taint !== undefined) {
    report(call.at, {
      message: `The origin that may read the reply is ${taint.what}: any.`,
      confidence: withCredentials ? 'high' : 'medium',
      taint,
    });
  } else if (textOf(call.argument(1)) === '*') {
    report(call.at, { message: 'Every site may read the reply.', confidence: withCredentials ? 'medium' : 'low' });
  }
}

function allowsCredentials(facts: ModuleFacts, within: FunctionFact | undefined): boolean {
  return facts.calls.some(
    (call) =>
      call.within === within &&
      /^access-control-allow-credentials$/i.test(textOf(call.argument(0)) ?? '') &&
      String(call.argument(1)?.constant?.value) === 'true',
  );
}

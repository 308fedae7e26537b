import { calleeName } from '#engine/analysis/judges/callee-name.ts';
import { isConstant, textOf } from '#engine/analysis/judges/constant-of.ts';
import type { ModuleFacts } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/cors',
  languages: ['python'],
  cwes: ['CWE-942'],
  title: 'Every site may read responses',
  severity: 'medium',
  rationale: 'With credentials allowed for every origin, any page that a user opens reads their data.',
  remediation: 'List the origins that may read responses.',
  references: [
    'https://cwe.mitre.org/data/definitions/942.html',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const name = calleeName(call);
      const isMiddleware =
        name.endsWith('.add_middleware') &&
        /CORSMiddleware$/.test(call.argument(0)?.name ?? facts.textAt(call.arguments[0]?.argument.value.at ?? call.at));
      if (!isMiddleware && !/(?:^|\.)(?:CORS|cross_origin|CORSMiddleware)$/.test(name)) continue;
      const origins = call.argument('origins', 'allow_origins');
      const isAny =
        isEverywhere(origins) ||
        (!isMiddleware &&
          !call.has('origins', 'allow_origins', 'resources') &&
          !call.hasSpread &&
          !name.endsWith('Middleware'));
      const hasCredentials = isConstant(call.argument('supports_credentials', 'allow_credentials'), true);
      if (!isAny) continue;
      report(call.at, {
        message: hasCredentials
          ? 'Every site may read responses with the credentials of its visitors.'
          : 'Every site may read responses.',
        confidence: hasCredentials ? 'high' : 'low',
      });
    }
    for (const { property, value, at } of facts.assignments) {
      if (/^access-control-allow-origin$/i.test(property)) {
        const isReflected = value.taints.some(({ kind }) => kind === 'remote');
        if (!isReflected && textOf(value) !== '*') continue;
        report(at, {
          message: isReflected
            ? 'The origin of the request is allowed, whatever it is.'
            : 'Every site may read responses.',
          confidence: isReflected && allowsCredentials(facts) ? 'high' : isReflected ? 'medium' : 'low',
        });
      } else if (/^CORS_(?:ALLOW_ALL_ORIGINS|ORIGIN_ALLOW_ALL)$/.test(property) && isConstant(value, true)) {
        report(at, {
          message: 'Every site may read responses.',
          confidence: allowsCredentials(facts) ? 'high' : 'medium',
        });
      }
    }
  },
};

function isEverywhere(origins: Value | undefined): boolean {
  if (textOf(origins) === '*') return true;
  return [...(origins?.fields?.values() ?? [])].some((origin) => textOf(origin) === '*');
}

function allowsCredentials({ codeText }: ModuleFacts): boolean {
  return /access-control-allow-credentials|CORS_ALLOW_CREDENTIALS\s*=\s*True/i.test(codeText);
}

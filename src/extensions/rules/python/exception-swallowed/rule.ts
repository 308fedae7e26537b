import { lastName } from '#engine/analysis/judges/written-name.ts';
import { walk } from '#engine/analysis/judges/walk.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Statement } from '#engine/analysis/ir.ts';

const SECURITY: ReadonlySet<string> = new Set([
  'verify',
  'authenticate',
  'authorize',
  'authorise',
  'login',
  'decrypt',
  'validate',
  'signature',
  'permission',
  'setuid',
  'setgid',
  'chmod',
  'certificate',
  'password',
  'token',
]);

export const rule: Rule = {
  id: 'python/exception-swallowed',
  languages: ['python'],
  cwes: ['CWE-703', 'CWE-390'],
  title: 'Exception swallowed',
  severity: 'low',
  rationale: 'After a failure that nobody sees the program goes on as if the step had been done.',
  remediation: 'Catch the exceptions that are expected, and record or raise the others.',
  references: ['https://cwe.mitre.org/data/definitions/703.html', 'https://cwe.mitre.org/data/definitions/390.html'],
  stage: 'stable',

  check: ({ handlers }, report) => {
    for (const { handler, tried } of handlers) {
      if (!isEmpty(handler.body) || !isBroad(handler.types.map(lastName))) continue;
      report(handler.at, {
        message: 'Every exception is caught, and nothing is done about it.',
        confidence: concernsSecurity(tried) ? 'medium' : 'low',
      });
    }
  },
};

function isEmpty(body: readonly Statement[]): boolean {
  return body.every(
    (statement) =>
      statement.kind === 'continue' ||
      (statement.kind === 'evaluate' && statement.value.kind === 'literal') ||
      (statement.kind === 'block' && isEmpty(statement.body)),
  );
}

function isBroad(types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => type === 'Exception' || type === 'BaseException');
}

function concernsSecurity(tried: readonly Statement[]): boolean {
  for (const node of walk(tried, { intoFunctions: false })) {
    if (node.kind === 'call' && identifierWords(lastName(node.callee)).some((word) => SECURITY.has(word))) return true;
  }
  return false;
}

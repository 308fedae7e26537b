import type { Expression } from '#engine/analysis/ir.ts';
import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'javascript/information-exposure',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-532', 'CWE-200'],
  title: 'Secret in a log',
  severity: 'medium',
  rationale: 'Logs are read by more people, kept longer and copied further than the secret may be.',
  remediation: 'Leave the secret out of the log.',
  references: ['https://cwe.mitre.org/data/definitions/532.html', 'https://cwe.mitre.org/data/definitions/200.html'],
  stage: 'stable',
  sinks: ['log'],

  checkSink: (sink, report) => {
    const argument = sink.call?.expression.arguments.find(({ value }) => value.at.start === sink.argumentAt.start)?.value;
    const secret = argument && secretIn(argument);
    if (secret !== undefined) report({ message: `The log contains '${secret}'.`, confidence: 'medium' });
  },
};

function secretIn(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'name':
    case 'member': {
      const name = lastName(expression);
      const kind = secretKind(name);
      return kind === 'password' || (kind === 'key' && !/salt/i.test(name)) || kind === 'secret' ? name : undefined;
    }
    case 'binary':
      return secretIn(expression.left) ?? secretIn(expression.right);
    case 'template':
      return expression.parts.map(secretIn).find((name) => name !== undefined);
    default:
      return undefined;
  }
}

import { secretKind } from '#engine/analysis/judges/secret-name.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'javascript/information-exposure',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-532', 'CWE-200'],
  title: 'Secret in a log or a reply',
  severity: 'medium',
  rationale: 'Logs and replies are read by more people, kept longer and copied further than the secret may be.',
  remediation: 'Leave the secret out.',
  references: ['https://cwe.mitre.org/data/definitions/532.html', 'https://cwe.mitre.org/data/definitions/200.html'],
  stage: 'stable',
  sinks: ['log', 'response'],

  checkSink: (sink, report) => {
    if (sink.kind === 'response') {
      if (sink.value.name === 'process.env')
        report({ message: 'The reply contains the whole environment of the program.', confidence: 'high' });
      return;
    }
    const secret = [sink.value, ...holesOf(sink.value).map(({ value }) => value)]
      .map(secretName)
      .find((name) => name !== undefined);
    if (secret !== undefined) report({ message: `The log contains '${secret}'.`, confidence: 'medium' });
  },
};

/** What the value is called, when the name says that it is secret. */
function secretName(value: Value): string | undefined {
  if (value.constant !== undefined || value.origin?.kind === 'call') return undefined;
  const name = valueName(value);
  const kind = secretKind(name);
  return kind === 'password' || (kind === 'key' && !/salt/i.test(name)) || kind === 'secret' ? name : undefined;
}

import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/code-injection',
  languages: ['go'],
  cwes: ['CWE-94', 'CWE-470', 'CWE-1336'],
  title: 'Code injection',
  severity: 'critical',
  rationale: 'An interpreter, a template or a loaded module does whatever the text says that it is given.',
  remediation: 'Choose from code of your own by the value, and give values to scripts and templates as data.',
  references: [
    'https://cwe.mitre.org/data/definitions/94.html',
    'https://cwe.mitre.org/data/definitions/470.html',
    'https://cwe.mitre.org/data/definitions/1336.html',
  ],
  stage: 'stable',
  sinks: ['code', 'reflection', 'template'],

  checkSink: (sink, report) => {
    const { kind } = sink;
    const finding = flowFinding(
      sink,
      kind === 'code' && sink.value.parts !== undefined ? { remote: 'high', parameter: 'medium' } : { remote: 'high' },
      (what) =>
        kind === 'template'
          ? `The text of the template contains ${what}.`
          : kind === 'reflection'
            ? `The method that is called is chosen by ${what}.`
            : `The code that is run contains ${what}.`,
    );
    if (finding === undefined) return;
    const cwe = kind === 'template' ? 'CWE-1336' : kind === 'reflection' ? 'CWE-470' : 'CWE-94';
    report({ ...finding, cwes: [cwe] });
  },
};

import type { Rule } from '#engine/analysis/rule.ts';
import { unsafeWork } from './handlers.ts';

export const rule: Rule = {
  id: 'cpp/signal-handler',
  languages: ['cpp'],
  cwes: ['CWE-479', 'CWE-828'],
  title: 'Streams, locks or containers in a signal handler',
  severity: 'medium',
  rationale:
    'A signal may come in the middle of an allocation or while the lock is held, and what the handler does then finds everything half changed.',
  remediation: 'Set a flag of type volatile sig_atomic_t in the handler, and do the work in the main program.',
  references: [
    'https://cwe.mitre.org/data/definitions/479.html',
    'https://cwe.mitre.org/data/definitions/828.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/MSC54-CPP.+A+signal+handler+must+be+a+plain+old+function',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const { what, handler, at } of unsafeWork(facts))
      report(at, {
        message: `The signal handler '${handler}' comes to ${what} here, which is not safe in it.`,
        confidence: 'medium',
      });
  },
};

import type { Rule } from '#engine/analysis/rule.ts';
import { keptPointers } from './kept-pointer.ts';
import { releasedAgain } from './released-again.ts';

export const rule: Rule = {
  id: 'cpp/double-release',
  languages: ['cpp'],
  cwes: ['CWE-415', 'CWE-416'],
  title: 'Memory of an object that is given back twice',
  severity: 'high',
  rationale: 'What is given back twice damages the lists of the allocator, and may be used to run code.',
  remediation: 'Set the pointer to nullptr where it is given back or handed over, or let a unique_ptr own it.',
  references: [
    'https://cwe.mitre.org/data/definitions/415.html',
    'https://cwe.mitre.org/data/definitions/416.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/MEM50-CPP.+Do+not+access+freed+memory',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const { field, at } of keptPointers(facts))
      report(at, {
        message: `The object that is moved from keeps '${field}', and its destructor gives it back once more.`,
        confidence: 'high',
      });
    for (const { field, by, at } of releasedAgain(facts))
      report(at, {
        message: `'${field}' was given back, and '${by}' gives it back again.`,
        confidence: 'high',
      });
  },
};

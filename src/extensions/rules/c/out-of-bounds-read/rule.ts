import { beyondContainer } from '#engine/analysis/judges/container-limit.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { reportFaults, type WeaknessesOf, weaknessTable } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/out-of-bounds-read',
  languages: ['c', 'cpp'],
  cwes: ['CWE-125', 'CWE-126', 'CWE-127', 'CWE-170', 'CWE-193', 'CWE-196'],
  title: 'Read outside of memory',
  severity: 'high',
  rationale: 'A read past the end of memory shows other data, passwords among it, or ends the program.',
  remediation: 'Check the index or the length against the size of the memory before the read.',
  references: [
    'https://cwe.mitre.org/data/definitions/125.html',
    'https://cwe.mitre.org/data/definitions/126.html',
    'https://cwe.mitre.org/data/definitions/127.html',
    'https://cwe.mitre.org/data/definitions/170.html',
    'https://cwe.mitre.org/data/definitions/193.html',
    'https://cwe.mitre.org/data/definitions/196.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessesOf);
    if (facts.module.language !== 'cpp') return;
    for (const loop of nodesOf(facts, 'loop')) {
      const beyond = beyondContainer(loop);
      if (beyond?.isWrite === false)
        report(beyond.at, {
          message: `The last round of the loop is one behind the end of '${beyond.container}'.`,
          cwes: ['CWE-125', 'CWE-193'],
          confidence: 'high',
        });
    }
  },
};

const plain = weaknessTable({
  'read-beyond': ['CWE-126', 'CWE-125'],
  'read-before': ['CWE-127', 'CWE-125'],
  'loose-bound': ['CWE-193', 'CWE-125'],
  unterminated: ['CWE-170', 'CWE-125'],
});

const weaknessesOf: WeaknessesOf = (fault) =>
  fault.kind === 'read-before' && fault.isSignLost === true ? ['CWE-127', 'CWE-125', 'CWE-196'] : plain(fault);

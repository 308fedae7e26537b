import { beyondContainer } from '#engine/analysis/judges/container-limit.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import { reportFaults, type WeaknessesOf } from '#engine/analysis/memory/report-faults.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { boundWrite } from './bound-write.ts';

export const rule: Rule = {
  id: 'c/out-of-bounds-write',
  languages: ['c', 'cpp'],
  cwes: ['CWE-787', 'CWE-121', 'CWE-122', 'CWE-124', 'CWE-120', 'CWE-119', 'CWE-193', 'CWE-196'],
  title: 'Write outside of memory',
  severity: 'critical',
  rationale: 'A write past the end of memory changes other data, and lets an attacker run code of their own.',
  remediation: 'Check the index or the length against the size of the memory before the write.',
  references: [
    'https://cwe.mitre.org/data/definitions/787.html',
    'https://cwe.mitre.org/data/definitions/121.html',
    'https://cwe.mitre.org/data/definitions/122.html',
    'https://cwe.mitre.org/data/definitions/124.html',
    'https://cwe.mitre.org/data/definitions/120.html',
    'https://cwe.mitre.org/data/definitions/119.html',
    'https://cwe.mitre.org/data/definitions/193.html',
    'https://cwe.mitre.org/data/definitions/196.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    reportFaults(facts, report, weaknessesOf, boundWrite);
    if (facts.module.language !== 'cpp') return;
    for (const loop of nodesOf(facts, 'loop')) {
      const beyond = beyondContainer(loop);
      if (beyond?.isWrite === true)
        report(beyond.at, {
          message: `The last round of the loop is one behind the end of '${beyond.container}'.`,
          cwes: ['CWE-787', 'CWE-193'],
          confidence: 'high',
        });
    }
  },
};

const weaknessesOf: WeaknessesOf = ({ kind, storage, isSignLost }) => {
  const place = storage === 'stack' ? 'CWE-121' : storage === 'heap' ? 'CWE-122' : 'CWE-787';
  if (kind === 'write-beyond') return [place, 'CWE-787'];
  if (kind === 'unlimited-text') return [place, 'CWE-120', 'CWE-787'];
  if (kind !== 'write-before') return undefined;
  return isSignLost === true ? ['CWE-124', 'CWE-787', 'CWE-196'] : ['CWE-124', 'CWE-787'];
};

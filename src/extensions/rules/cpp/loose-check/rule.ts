import { declaredNames, outerDeclarations } from '#engine/analysis/judges/declared-names.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { shortAsks } from './asked-bytes.ts';
import { behindAllocations } from './behind-allocation.ts';
import { looseSums } from './loose-sums.ts';
import { oneTooMany } from './one-too-many.ts';

export const rule: Rule = {
  id: 'cpp/loose-check',
  languages: ['cpp'],
  cwes: ['CWE-193', 'CWE-125', 'CWE-787', 'CWE-805', 'CWE-131'],
  title: 'Test that lets more through than there is',
  severity: 'high',
  rationale: 'A test that asks for less than is used afterwards reads or changes what stands behind the memory.',
  remediation:
    'Compare the place together with the length, and with the number of bytes that is used, before the access.',
  references: [
    'https://cwe.mitre.org/data/definitions/193.html',
    'https://cwe.mitre.org/data/definitions/125.html',
    'https://cwe.mitre.org/data/definitions/787.html',
    'https://cwe.mitre.org/data/definitions/805.html',
    'https://cwe.mitre.org/data/definitions/131.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/CTR50-CPP.+Guarantee+that+container+indices+and+iterators+are+within+the+valid+range',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const outer = outerDeclarations(facts);
    for (const { function: one } of facts.functions) {
      for (const { asked, used, at } of shortAsks(one))
        report(at, {
          message: `${used} bytes from the cursor on are used, and only ${asked} were asked for.`,
          confidence: 'high',
        });
      for (const { name, at } of behindAllocations(facts, one))
        report(at, {
          message: `'${shown(name)}' has room for fewer items: this is the one behind the last.`,
          cwes: ['CWE-131', 'CWE-193', 'CWE-787'],
          confidence: 'high',
        });
      const declared = declaredNames(facts, one, outer);
      for (const { compared, forgotten, at } of looseSums(one, declared))
        report(at, {
          message: `'${shown(compared)}' was compared with the size, but not together with '${shown(forgotten)}'.`,
          confidence: 'medium',
        });
      for (const { index, array, at } of oneTooMany(one, declared))
        report(at, {
          message: `'${shown(index)}' may be as large as '${shown(array)}' has items, which is one behind the last.`,
          confidence: 'high',
        });
    }
  },
};

function shown(path: string): string {
  return path.replace(/^\*this\.|^\*/, '');
}

import { declaredNames, outerDeclarations } from '#engine/analysis/judges/declared-names.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { forgottenWays } from './forgotten-ways.ts';
import { takenIn } from './taken.ts';

export const rule: Rule = {
  id: 'cpp/unreleased-resource',
  languages: ['cpp'],
  cwes: ['CWE-772', 'CWE-401'],
  title: 'Way out on which something taken is not given back',
  severity: 'medium',
  rationale: 'A program that runs long, or is made to take this way often, runs out of memory, descriptors or slots.',
  remediation: 'Let an object give it back in its destructor, or give it back on every way out.',
  references: [
    'https://cwe.mitre.org/data/definitions/772.html',
    'https://cwe.mitre.org/data/definitions/401.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/ERR57-CPP.+Do+not+leak+resources+when+handling+exceptions',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const outer = outerDeclarations(facts);
    for (const { function: one } of facts.functions)
      for (const taken of takenIn(one, declaredNames(facts, one, outer))) {
        if (taken.released.length === 0 && !taken.isMemory) continue;
        for (const at of forgottenWays(one, taken))
          report(at, {
            message: `The function is left without giving back '${taken.name}', which '${taken.by}' has given.`,
            confidence: 'medium',
          });
      }
  },
};

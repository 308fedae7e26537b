import type { ModuleFacts } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Taint } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/unsafe-reflection',
  languages: ['python'],
  cwes: ['CWE-470'],
  title: 'Choice of code by a name from outside',
  severity: 'high',
  rationale:
    'A name from outside that selects a module, a function or an attribute can select one that was never meant.',
  remediation: 'Look the name up in a dictionary of what is allowed.',
  references: [
    'https://cwe.mitre.org/data/definitions/470.html',
    'https://docs.python.org/3/library/functions.html#getattr',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of reflections(facts)) {
      const outside = surestTaint(sink.taints, { remote: 'high' });
      if (outside === undefined || seen.has(sink.at.start)) continue;
      seen.add(sink.at.start);
      report(sink.at, {
        message: `${atBeginning(outside.taint.what)} decides what '${sink.call === undefined ? sink.callee : methodName(sink.call)}' gets hold of.`,
        confidence: outside.confidence,
        taint: outside.taint,
      });
    }
    for (const { object, index, at } of facts.indexes) {
      if (object.name === undefined || !NAMESPACES.test(object.name)) continue;
      const outside = surestTaint(index.taints.filter(isHarmful), { remote: 'high' });
      if (outside === undefined || seen.has(at.start)) continue;
      seen.add(at.start);
      report(at, {
        message: `${atBeginning(outside.taint.what)} decides which name of the program is looked up.`,
        confidence: outside.confidence,
        taint: outside.taint,
      });
    }
  },
};

/** Dictionaries of all names of a module or an object. */
const NAMESPACES = /^(?:globals|locals|vars)\(\)$|^sys\.modules$|(?:^|\.)__dict__$|^__builtins__$/;

function isHarmful({ safeFor }: Taint): boolean {
  return safeFor !== 'all' && !safeFor.includes('reflection');
}

function reflections({ sinks }: ModuleFacts): ModuleFacts['sinks'] {
  return sinks.filter(({ kind }) => kind === 'reflection');
}

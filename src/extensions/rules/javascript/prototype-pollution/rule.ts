import type { SinkFact } from '#engine/analysis/facts.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import type { Report, Rule } from '#engine/analysis/rule.ts';
import { deepWrites } from './deep-writes.ts';
import { isGuarded } from './key-guard.ts';
import { nestedWrites } from './nested-writes.ts';

export const rule: Rule = {
  id: 'javascript/prototype-pollution',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-1321', 'CWE-915'],
  title: 'Prototype pollution',
  severity: 'high',
  rationale:
    "Through the key '__proto__' a write lands in the prototype that every object shares, and changes the whole program.",
  remediation:
    "Skip the keys '__proto__', 'constructor' and 'prototype', or keep the data in a Map or in objects without a prototype.",
  references: [
    'https://cwe.mitre.org/data/definitions/1321.html',
    'https://cwe.mitre.org/data/definitions/915.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const fact of facts.functions) {
      for (const write of deepWrites(fact.function)) {
        if (seen.has(write.at.start) || isGuarded(facts, fact, write)) continue;
        seen.add(write.at.start);
        report(write.at, {
          message: `A key that is not checked leads from '${write.object}' into inner objects, which are written to.`,
          confidence: 'medium',
        });
      }
    }
    for (const { at, fact, write } of nestedWrites(facts)) {
      if (seen.has(at.start) || (fact !== undefined && isGuarded(facts, fact, write))) continue;
      seen.add(at.start);
      report(at, {
        message: `Two keys that are not checked lead into '${write.object}', which is written to.`,
        confidence: 'medium',
      });
    }
    for (const sink of facts.sinks)
      if (sink.kind === 'prototype' && sink.path === facts.module.path) reportMerge(sink, report);
  },
};

/** Data of a request merged by a library function: safe in its latest versions only. */
function reportMerge(sink: SinkFact, report: Report): void {
  const taint = mainTaint(sink.taints, ['remote']);
  if (taint === undefined || !isDeep(sink)) return;
  report(sink.argumentAt, {
    message: `The keys that '${sink.callee}' writes are those of ${taint.what}.`,
    confidence: 'medium',
    taint,
  });
}

function isDeep(sink: SinkFact): boolean {
  return sink.callee !== 'jQuery.extend' || sink.call?.argument(0)?.constant?.value === true;
}

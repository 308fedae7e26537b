import { flowFinding } from '#engine/analysis/judges/flow-finding.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'go/nosql-injection',
  languages: ['go'],
  cwes: ['CWE-943'],
  title: 'NoSQL injection',
  severity: 'high',
  rationale: 'A filter that a stranger writes may hold operators or code, and then matches whatever he wants.',
  remediation: 'Build the filter in code and put values into it as texts and numbers only.',
  references: ['https://cwe.mitre.org/data/definitions/943.html'],
  stage: 'stable',
  sinks: ['nosql'],

  checkSink: (sink, report) => {
    const value = codeIn(sink.value, 0);
    if (value === undefined) return;
    const sources = new Set(value.taints.map(({ source }) => source));
    const finding = flowFinding(
      { ...sink, taints: sink.taints.filter(({ source }) => sources.has(source)) },
      { remote: 'high', parameter: value === sink.value ? 'low' : 'medium' },
      (what) => `The filter of the query is made of ${what}.`,
    );
    if (finding !== undefined) report(finding);
  },
};

/** Operators whose value is run as code. */
const CODE = /^\$(?:where|function|accumulator|expr)$/;

/** The part of a filter that is read as more than a value: the whole of one that is not written here, or code in it. */
function codeIn(value: Value, depth: number): Value | undefined {
  if (value.fields === undefined || depth > 4) return depth === 0 ? value : undefined;
  for (const [key, item] of value.fields) {
    if (CODE.test(key) && textOf(item) === undefined) return item;
    const below = codeIn(item, depth + 1);
    if (below !== undefined) return below;
  }
  return undefined;
}

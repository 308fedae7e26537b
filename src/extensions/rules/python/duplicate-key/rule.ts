import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Expression } from '#engine/analysis/ir.ts';
import type { Rule } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'python/duplicate-key',
  languages: ['python'],
  cwes: ['CWE-462'],
  title: 'Key given twice',
  severity: 'low',
  rationale: 'The second value replaces the first one without a word.',
  remediation: 'Remove one of the entries, or give them different keys.',
  references: [
    'https://cwe.mitre.org/data/definitions/462.html',
    'https://docs.python.org/3/reference/expressions.html#dictionary-displays',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const node of nodesOf(facts, 'record')) {
      if (node.entries.length < 2) continue;
      const seen = new Map<string, Expression>();
      for (const { key, value } of node.entries) {
        if (key?.kind !== 'literal') continue;
        const id = `${typeof key.value} ${key.form ?? ''} ${String(key.value)}`;
        const before = seen.get(id);
        seen.set(id, value);
        if (before === undefined) continue;
        report(key.at, {
          message: `The key '${String(key.value)}' stands in the dictionary twice.`,
          confidence: facts.textAt(before.at) === facts.textAt(value.at) ? 'low' : 'medium',
        });
      }
    }
  },
};

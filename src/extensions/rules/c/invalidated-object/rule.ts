import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { TypeName } from '#engine/analysis/ir.ts';
import { changedWhileWalked } from './changed-while-walked.ts';
import { danglingViews } from './dangling-view.ts';
import { outlivedCaptures } from './outlived-capture.ts';
import { staleUses } from './stale-reference.ts';
import { usesAfterMove } from './use-after-move.ts';

export const rule: Rule = {
  id: 'c/invalidated-object',
  languages: ['cpp'],
  cwes: ['CWE-416', 'CWE-825'],
  title: 'Object used after it was moved from, or iterator after its container has changed',
  severity: 'high',
  rationale: 'What is there by then is not what was: memory that was given back, or a value that nobody has said.',
  remediation:
    'Give the variable a new value before it is used, and go on with the iterator that erase or insert gives.',
  references: [
    'https://cwe.mitre.org/data/definitions/416.html',
    'https://cwe.mitre.org/data/definitions/825.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/CTR51-CPP.+Use+valid+references%2C+pointers%2C+and+iterators+to+reference+elements+of+a+container',
  ],
  stage: 'stable',

  check: (facts, report) => {
    if (facts.module.language !== 'cpp') return;
    const fields = new Map<string, TypeName | undefined>();
    for (const { class: one } of nodesOf(facts, 'class'))
      for (const field of one.body) if (field.kind === 'declare') fields.set(field.name, field.type);
    for (const { function: one } of facts.functions) {
      for (const { name, at } of usesAfterMove(one))
        report(at, { message: `'${name}' is used after it was moved from.`, confidence: 'medium' });
      for (const { name, at } of danglingViews(facts, one))
        report(at, {
          message: `'${name}' shows a text that is gone at the end of the statement.`,
          confidence: 'high',
        });
      for (const { name, container, method, at } of staleUses(one, fields))
        report(at, {
          message: `'${name}' is used after '${method}' has changed '${container}', which it leads into.`,
          confidence: 'medium',
        });
      for (const { names, at } of outlivedCaptures(facts, one))
        report(at, {
          message: `The function that outlives its caller holds ${names} by reference.`,
          confidence: 'medium',
        });
    }
    for (const kind of ['loop', 'for-each'] as const) {
      for (const loop of nodesOf(facts, kind)) {
        const change = changedWhileWalked(loop);
        if (change !== undefined)
          report(change.at, {
            message: `'${change.method}' changes '${change.container}' while the loop goes over it, and the loop goes on.`,
            confidence: 'medium',
          });
      }
    }
  },
};

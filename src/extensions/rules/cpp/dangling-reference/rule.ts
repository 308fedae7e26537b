import type { IrFunction } from '#engine/analysis/ir.ts';
import { declaredNames, outerDeclarations } from '#engine/analysis/judges/declared-names.ts';
import { nodesOf } from '#engine/analysis/judges/nodes-of.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import { erasedByKey } from './erased-key.ts';
import { ownCalls } from './own-calls.ts';
import { returnedLocals } from './returned-local.ts';
import { staleItems } from './stale-items.ts';
import { usedAfterDeleteThis } from './used-after-delete-this.ts';
import { viewsOfResults } from './view-of-result.ts';
import { walkedWhileCalled } from './walked-while-called.ts';

export const rule: Rule = {
  id: 'cpp/dangling-reference',
  languages: ['cpp'],
  cwes: ['CWE-416', 'CWE-562', 'CWE-825'],
  title: 'Reference or view of something that is gone',
  severity: 'high',
  rationale: 'What is read there belongs to somebody else by then, or to nobody.',
  remediation: 'Copy or move what has to live on, and walk over a copy of a list that the called functions may change.',
  references: [
    'https://cwe.mitre.org/data/definitions/416.html',
    'https://cwe.mitre.org/data/definitions/562.html',
    'https://cwe.mitre.org/data/definitions/825.html',
    'https://wiki.sei.cmu.edu/confluence/display/cplusplus/EXP54-CPP.+Do+not+access+an+object+outside+of+its+lifetime',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const outer = outerDeclarations(facts);
    const own = ownCalls(facts);
    const callers = new Map<string, IrFunction[]>();
    for (const { function: one } of facts.functions) {
      const same = callers.get(one.name);
      if (same === undefined) callers.set(one.name, [one]);
      else same.push(one);
    }
    for (const { function: one } of facts.functions) {
      const declared = declaredNames(facts, one, outer);
      for (const { name, at } of returnedLocals(facts, one, declared))
        report(at, {
          message: name.includes(' ')
            ? `A reference to ${name} is returned.`
            : `What is returned leads to '${name}', which ends with the function.`,
          confidence: 'high',
        });
      for (const { name, container, at } of staleItems(one, declared, own))
        report(at, {
          message: `'${name}' is an item of '${shown(container)}', which has taken it out or moved it by then.`,
          confidence: 'medium',
        });
      for (const { container, method, changer, at } of walkedWhileCalled(facts, one, own, callers))
        report(at, {
          message: `The loop goes over '${shown(container)}', and '${method}' may call '${changer}', which changes it.`,
          confidence: 'medium',
        });
      for (const at of usedAfterDeleteThis(one))
        report(at, { message: 'The object may have deleted itself before its field is used.', confidence: 'medium' });
      for (const { name, made, at } of viewsOfResults(one, own))
        report(at, {
          message: `'${name}' shows what '${made}' has made, which is gone at the end of the statement.`,
          confidence: 'high',
        });
    }
    for (const loop of nodesOf(facts, 'loop')) {
      const erased = erasedByKey(loop);
      if (erased !== undefined)
        report(erased.at, {
          message: `The iterator of the loop leads to what is erased from '${erased.container}', and the loop goes on from it.`,
          confidence: 'high',
        });
    }
  },
};

function shown(path: string): string {
  return path.replace(/^\*this\.|^\*/, '');
}

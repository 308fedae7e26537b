import type { CallFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/mass-assignment',
  languages: ['python'],
  cwes: ['CWE-915'],
  title: 'Attributes chosen by a request',
  severity: 'medium',
  rationale: 'A request that names the attributes it sets can set those that were never meant for it, such as a role.',
  remediation: 'Name the attributes that a request may set, one by one.',
  references: [
    'https://cwe.mitre.org/data/definitions/915.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const outside = surestTaint(chosen(call).filter(isHarmful), { remote: 'medium' });
      if (outside === undefined) continue;
      report(call.expression.at, {
        message: `${atBeginning(outside.taint.what)} chooses the attributes that '${methodName(call)}' sets.`,
        confidence: outside.confidence,
        taint: outside.taint,
      });
    }
  },
};

/** What decides over the names of attributes in this call. */
function chosen(call: CallFact): readonly Taint[] {
  const name = methodName(call);
  if (name === 'setattr' && call.expression.callee.kind === 'name') return call.argument(1)?.taints ?? [];
  const { callee } = call.expression;
  if (name === 'update' && callee.kind === 'member' && writtenName(callee.object).endsWith('__dict__')) {
    return call.argument(0)?.taints ?? [];
  }
  if (!isModel(name, writtenName(callee))) return [];
  return call.arguments
    .filter(({ argument, value }) => argument.isRecord === true && isWhole(value))
    .flatMap(({ value }) => value.taints);
}

/** A class, or a manager of its objects. */
function isModel(name: string, written: string): boolean {
  return (
    /^[A-Z][a-z]\w*$/.test(name) ||
    (/^(?:create|update|get_or_create|update_or_create|insert|filter)$/.test(name) &&
      /objects|query|model/i.test(written))
  );
}

/** A record whose keys the code does not list. */
function isWhole({ form, isClosed }: Value): boolean {
  return !(form === 'record' && isClosed === true);
}

function isHarmful({ safeFor }: Taint): boolean {
  return safeFor !== 'all' && !safeFor.includes('mass-assignment');
}

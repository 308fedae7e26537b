import type { CallFact } from '#engine/analysis/facts.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { prefixOf } from '#engine/analysis/judges/constant-of.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/search-path',
  languages: ['c', 'cpp'],
  cwes: ['CWE-426', 'CWE-427'],
  title: 'Program looked for in a changeable path',
  severity: 'medium',
  rationale:
    'A library or a program that is named without its folder is looked for in folders that somebody else may fill.',
  remediation: 'Name the folder of what is loaded or run.',
  references: [
    'https://cwe.mitre.org/data/definitions/426.html',
    'https://cwe.mitre.org/data/definitions/427.html',
    'https://wiki.sei.cmu.edu/confluence/pages/viewpage.action?pageId=87152177',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const call of facts.calls) {
      const finding = judge(call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

/** An environment that is handed on was there before. */
const CHANGEABLE: Trust = { remote: 'high', local: 'medium', file: 'medium', parameter: 'low' };
const VARIABLE = /^(?:PATH|LD_LIBRARY_PATH|LD_PRELOAD|DYLD_LIBRARY_PATH)$/;

function judge(call: CallFact): RuleFinding | undefined {
  const name = methodName(call);
  if (call.expression.callee.kind !== 'name') return undefined;
  const first = textOf(call.argument(0)) ?? '';
  if (name === 'dlopen' && /^\.{1,2}\//.test(prefixOf(call.argument(0)))) {
    return {
      message: `'${first}' is looked for in the folder where the program happens to be started.`,
      confidence: 'medium',
    };
  }
  if (/^LoadLibrary[AW]?$/.test(name) && first !== '' && !/[\\/]/.test(first)) {
    return {
      message: `'${first}' is looked for in several folders, the current one among them.`,
      confidence: 'medium',
    };
  }
  const path = name === 'putenv' || name === '_putenv' ? prefixOf(call.argument(0)).split('=')[0] : '';
  const named = name === 'setenv' ? first : path;
  const changed = name === 'setenv' ? call.argument(1) : call.argument(0);
  const given =
    named !== undefined && VARIABLE.test(named) ? surestTaint(changed?.taints ?? [], CHANGEABLE) : undefined;
  if (given !== undefined) {
    return {
      message: `${atBeginning(given.taint.what)} decides what '${named ?? ''}' holds.`,
      confidence: given.confidence,
      taint: given.taint,
    };
  }
  const pair: readonly (string | undefined)[] =
    name === 'putenv' ? first.split('=', 2) : name === 'setenv' ? [first, textOf(call.argument(1))] : [];
  const [variable, value] = pair;
  if (variable === undefined || value === undefined || !VARIABLE.test(variable)) return undefined;
  if (!value.split(':').some((folder) => folder === '.' || folder === '')) return undefined;
  return { message: `'${variable}' names the current folder.`, confidence: 'medium' };
}

import type { CallFact, ModuleFacts } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { isObedientProgram } from '#engine/analysis/judges/obedient-program.ts';
import { isTestPath } from '#engine/analysis/judges/test-path.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

/** What looks at a value. */
const LOOKS = /valid|sanit|check|allow|startsWith|matches|matcher|charAt|permitted|known|verify/i;
/** Parameters that somebody else fills. */
const GIVEN =
  /'(?:\w*(?:url|repo|repository|remote|address|branch|ref|rev|revision|tag|commit|file|fileName|filename|name|pattern|query|path|host))'$/i;

export const rule: Rule = {
  id: 'java/argument-injection',
  languages: ['java'],
  cwes: ['CWE-88'],
  title: 'Argument injection',
  severity: 'high',
  rationale:
    'A value that begins with a hyphen is an option to the program, and some options write files or run commands.',
  remediation: 'Put `--` before the value or refuse values that begin with a hyphen.',
  references: ['https://cwe.mitre.org/data/definitions/88.html'],
  stage: 'stable',

  check: (facts, report) => {
    if (isTestPath(facts.module.path)) return;
    for (const call of facts.calls) {
      const finding = judge(facts, call);
      if (finding !== undefined) report(call.at, finding);
    }
  },
};

function judge(facts: ModuleFacts, call: CallFact): RuleFinding | undefined {
  const { callee } = call.expression;
  const isStart = /^(?:ProcessBuilder|exec|command|execute)$/.test(
    callee.kind === 'member' ? callee.property : lastName(callee),
  );
  if (!isStart) return undefined;
  const words = wordsOf(call);
  const program = textOf(words[0]);
  if (program === undefined || !isObedientProgram(program) || mentions(facts, call.within, LOOKS)) return undefined;
  for (const word of words.slice(1)) {
    const text = textOf(word);
    if (text === '--' || text === '--end-of-options') return undefined;
    const taint = text === undefined && word.parts === undefined ? sourceOf(word) : undefined;
    const before = words[words.indexOf(word) - 1];
    // The value of an option is its value, whatever it begins with.
    if (taint === undefined || (before !== words[0] && isValueTaking(textOf(before)))) continue;
    return {
      message: `${atBeginning(taint.what)} may be an option to '${program}'.`,
      confidence: taint.kind === 'remote' ? 'high' : 'medium',
      taint,
    };
  }
  return undefined;
}

function isValueTaking(option: string | undefined): boolean {
  return (
    option !== undefined &&
    /^-(?:[A-Za-z]|-[\w-]+)$/.test(option) &&
    !/^--(?:oneline|quiet|verbose|bare|depth)$/.test(option)
  );
}

/** The words of the command: the arguments, or the items of the list or array that holds them. */
function wordsOf({ arguments: given }: CallFact): readonly Value[] {
  return given.flatMap(({ value }) =>
    value.fields === undefined ? [value] : value.isClosed === true ? [...value.fields.values()] : [],
  );
}

function sourceOf({ taints }: Value): Taint | undefined {
  return taints.find(
    ({ kind, what, safeFor }) =>
      safeFor !== 'all' &&
      !safeFor.includes('argument') &&
      !safeFor.includes('shell') &&
      (kind === 'remote' || (kind === 'parameter' && GIVEN.test(what))),
  );
}

import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { textOf } from '#engine/analysis/judges/constant-of.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { isObedientProgram } from '#engine/analysis/judges/obedient-program.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'go/argument-injection',
  languages: ['go'],
  cwes: ['CWE-88'],
  title: 'Argument injection',
  severity: 'high',
  rationale:
    'A value that begins with a hyphen is an option to the program, and some options write files or run commands.',
  remediation: 'Put `--` before the value or refuse values that begin with a hyphen.',
  references: ['https://cwe.mitre.org/data/definitions/88.html'],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'argument' || seen.has(sink.at.start)) continue;
      const finding = judge(sink) ?? judgeAddress(facts, sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

function judge({ call, callee, value, taints }: SinkFact): RuleFinding | undefined {
  if (call === undefined) return undefined;
  const position = callee.endsWith('CommandContext') ? 1 : 0;
  const program = textOf(call.argument(position));
  if (program === undefined || !isObedientProgram(program)) return undefined;
  // The value of an option, or behind the end of options.
  const index = call.arguments.findIndex((one) => one.value === value);
  const before = call.arguments.slice(position + 1, index).map((one) => textOf(one.value) ?? '');
  if (before.includes('--') || before.at(-1)?.startsWith('-') === true) return undefined;
  const [first] = value.parts ?? [];
  if (value.fields !== undefined || (typeof first === 'string' && first !== '')) return undefined;
  const outside = surestTaint(taints, { remote: 'medium' });
  if (outside === undefined) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} may be an option to '${program}', which '${methodName(call)}' starts.`,
    confidence: outside.confidence,
    taint: outside.taint,
  };
}

/** Programs that fetch: an address or a branch that begins with a hyphen makes them run a command. */
const FETCHES = /^(?:.*\/)?(?:git|hg|svn)$/;

/** A parameter that names an address or a branch, given to a program that fetches where nothing looks at it. */
function judgeAddress(facts: ModuleFacts, { call, callee, value, taints, within }: SinkFact): RuleFinding | undefined {
  if (call === undefined || mentions(facts, within, /valid|sanitize|check|allow|HasPrefix|Match|Parse/i))
    return undefined;
  const position = callee.endsWith('CommandContext') ? 1 : 0;
  const program = textOf(call.argument(position));
  if (program === undefined || !FETCHES.test(program) || value.fields !== undefined || value.parts !== undefined)
    return undefined;
  const index = call.arguments.findIndex((one) => one.value === value);
  const before = call.arguments.slice(position + 1, index).map((one) => textOf(one.value) ?? '');
  if (before.includes('--') || before.includes('--end-of-options') || before.at(-1)?.startsWith('-') === true)
    return undefined;
  const taint = taints.find(
    ({ kind, what }) => kind === 'parameter' && /'\w*(?:url|repo|remote|address|branch|ref|rev|revision)'$/i.test(what),
  );
  if (taint === undefined) return undefined;
  return {
    message: `${atBeginning(taint.what)} may be an option to '${program}', which '${methodName(call)}' starts.`,
    confidence: 'medium',
    taint,
  };
}

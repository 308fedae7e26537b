import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule, RuleFinding, TextEdit } from '#engine/analysis/rule.ts';

export const rule: Rule = {
  id: 'c/format-string',
  languages: ['c', 'cpp'],
  cwes: ['CWE-134'],
  title: 'Format string from outside',
  severity: 'high',
  rationale: 'A format that others write can read and overwrite memory with `%x` and `%n`.',
  remediation: 'Write the format as a literal and pass the text as an argument: `printf("%s", text)`.',
  references: [
    'https://cwe.mitre.org/data/definitions/134.html',
    'https://wiki.sei.cmu.edu/confluence/display/c/FIO30-C.+Exclude+user+input+from+format+strings',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'format' || seen.has(sink.at.start)) continue;
      const finding = judge(facts, sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      report(sink.at, finding);
    }
  },
};

const TRUST: Trust = { remote: 'high', local: 'high', environment: 'high', file: 'medium', parameter: 'medium' };

function judge(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  const { call } = sink;
  if (call === undefined || sink.path !== facts.module.path) return undefined;
  const callee = methodName(call);
  const position = call.arguments.findIndex(({ argument }) => argument.value.at.start === sink.argumentAt.start);
  const isLast = position === call.arguments.length - 1;
  const outside = surestTaint(sink.taints, TRUST);
  // `vsnprintf(line, …, format, arguments); fprintf(out, line);`: what the arguments were is in it.
  const maker = isLast ? sink.value.traits.find((trait) => MAKERS.test(trait)) : undefined;
  if (outside === undefined && maker !== undefined)
    return { message: `What '${maker}' made is the format of '${callee}'.`, confidence: 'medium', fix: asText(sink) };
  // A wrapper of the v… family, or one that passes arguments on, is given its format by the program.
  const isWrapper = callee.startsWith('v') || !isLast;
  if (outside === undefined || (outside.taint.kind === 'parameter' && isWrapper)) return undefined;
  const fix = isLast ? asText(sink) : [];
  return {
    message: `${atBeginning(outside.taint.what)} is the format of '${callee}', or a part of it.`,
    confidence: outside.confidence,
    taint: outside.taint,
    ...(fix.length > 0 && { fix }),
  };
}

/** Put together from a list of arguments that only callers know. */
const MAKERS = /^v(?:s|sn|as)w?printf(?:_s)?$/;

function asText({ argumentAt }: SinkFact): readonly TextEdit[] {
  return [{ at: { start: argumentAt.start, end: argumentAt.start }, newText: '"%s", ' }];
}

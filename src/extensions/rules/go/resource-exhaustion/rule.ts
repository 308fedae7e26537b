import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { calleeName, methodName } from '#engine/analysis/judges/callee-name.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';

const LIMITS =
  /^(?:MaxBytesReader|MaxBytesHandler|LimitReader|LimitedReader|CopyN|BodyLimit|MaxRequestBodySize|ContentLength)$/;
/** Limits of middleware, which hold for handlers that do not name them. */
const FOR_ALL = /^(?:MaxBytes(?:Reader|Handler)|\w*BodyLimit|MaxRequestBodySize|ContentLength)$/;
const UNPACKS =
  /^(?:compress\/)?(?:gzip|zlib|flate|bzip2|lzw)\.New\w*Reader\(\)|^archive\/zip\.File\.Open\(\)|^archive\/tar\.Reader$/;

export const rule: Rule = {
  id: 'go/resource-exhaustion',
  languages: ['go'],
  cwes: ['CWE-770', 'CWE-400', 'CWE-409', 'CWE-789'],
  title: 'Use of memory that a stranger decides',
  severity: 'medium',
  rationale: 'One request that is large enough takes all the memory, and the program is gone for everyone.',
  remediation: 'Limit what is read with http.MaxBytesReader or io.LimitReader, and compare sizes with a limit.',
  references: [
    'https://cwe.mitre.org/data/definitions/770.html',
    'https://cwe.mitre.org/data/definitions/400.html',
    'https://cwe.mitre.org/data/definitions/409.html',
    'https://cwe.mitre.org/data/definitions/789.html',
    'https://pkg.go.dev/net/http#MaxBytesReader',
  ],
  stage: 'stable',

  check: (facts, report) => {
    for (const sink of facts.sinks) {
      const finding =
        sink.kind === 'size' ? judgeSize(facts, sink) : sink.kind === 'resource' ? judge(facts, sink) : undefined;
      if (finding !== undefined) report(sink.at, finding);
    }
    for (const call of facts.calls) {
      const name = calleeName(call);
      const position = name === 'io.Copy' ? 1 : name === 'io.ReadAll' || name === 'io/ioutil.ReadAll' ? 0 : -1;
      const from = position < 0 ? undefined : call.argument(position);
      if (from === undefined || !UNPACKS.test(from.name ?? '') || mentions(facts, call.within, LIMITS)) continue;
      report(call.at, {
        message: 'What is unpacked may be of any size.',
        confidence: 'medium',
        cwes: ['CWE-409'],
      });
    }
  },
};

/** A limit in the function itself, or one that is set for a whole server. */
function isLimited(facts: ModuleFacts, within: SinkFact['within']): boolean {
  return mentions(facts, within, LIMITS) || mentions(facts, undefined, FOR_ALL);
}

function judge(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  const { within } = sink;
  const callee = sink.call === undefined ? sink.callee : methodName(sink.call);
  if (callee === 'Repeat' || callee === 'Sleep') return judgeSize(facts, sink);
  const body = sink.taints.find(({ kind, what }) => kind === 'remote' && /body|uploaded/.test(what));
  if (body === undefined || callee === 'Copy' || isLimited(facts, within)) return undefined;
  return {
    message: `${atBeginning(body.what)} is read as a whole, whatever its size.`,
    confidence: 'medium',
    taint: body,
    cwes: ['CWE-770', 'CWE-400'],
  };
}

/** A number out of a request that nothing compares with a limit. */
function judgeSize(facts: ModuleFacts, { taints, within, call, callee }: SinkFact): RuleFinding | undefined {
  const outside = surestTaint(taints, { remote: 'high' });
  if (outside === undefined) return undefined;
  const isLimited = facts.compares.some(
    ({ expression, left, right, within: around }) =>
      around === within &&
      /^[<>]/.test(expression.operator) &&
      [left, right].some((side) => side.taints.some(({ source }) => source === outside.taint.source)),
  );
  if (isLimited || mentions(facts, within, /^(?:min|clamp|Min)$/)) return undefined;
  return {
    message: `${atBeginning(outside.taint.what)} decides how much '${call === undefined ? callee : methodName(call)}' makes.`,
    confidence: outside.confidence,
    taint: outside.taint,
    cwes: ['CWE-789', 'CWE-770'],
  };
}

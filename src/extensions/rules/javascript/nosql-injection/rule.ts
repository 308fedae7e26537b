import { receiverName } from '#engine/analysis/judges/receiver-name.ts';
import type { CallFact, SinkFact } from '#engine/analysis/facts.ts';
import { describeValue } from '#engine/analysis/judges/flow-finding.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

/** Parts of a request that a parser makes objects of: `?name[$ne]=x`. */
const OBJECTS = /body|query string|payload/;
/** Methods that only collections have; `find` and `update` are methods of lists and of many other things. */
const COMMON = /^\*\.(?:find|update|remove|count|exists|where|distinct)$/;

export const rule: Rule = {
  id: 'javascript/nosql-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-943'],
  title: 'NoSQL injection',
  severity: 'high',
  rationale:
    "A value that is an object, such as {'$ne': null}, changes the meaning of a filter and matches every record.",
  remediation: "Turn the value into text or check its type before it goes into a filter, or wrap it in {'$eq': value}.",
  references: [
    'https://cwe.mitre.org/data/definitions/943.html',
    'https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/07-Input_Validation_Testing/05.6-Testing_for_NoSQL_Injection',
  ],
  stage: 'stable',
  sinks: ['nosql'],

  checkSink: (sink, report) => {
    const { value, call } = sink;
    const where = value.fields?.get('$where');
    if (where !== undefined) {
      const hole = holesOf(where).find((one) => !isInert(one.value, 'code'));
      const taint = mainTaint(hole?.value.taints ?? where.taints);
      if (hole === undefined && taint === undefined) return;
      report({
        message: `The code of '$where' contains ${hole === undefined ? describeValue(where) : describeValue(hole.value)}.`,
        confidence: taint?.kind === 'remote' ? 'high' : 'medium',
        ...(taint !== undefined && { taint }),
      });
      return;
    }
    if (call === undefined || value.function !== undefined || (COMMON.test(sink.callee) && !isCollection(call))) return;
    const taint = openTaint(value, 0);
    if (taint === undefined) return;
    report({
      message: `The filter of '${lastName(call.expression.callee)}' contains ${taint.what}, which may be an object.`,
      confidence: confidenceOf(sink, taint),
      taint,
    });
  },
};

function confidenceOf({ value }: SinkFact, taint: Taint): 'high' | 'medium' {
  return value.form === 'record' && OBJECTS.test(taint.what) ? 'high' : 'medium';
}

/** A request's part that is a value of the filter as it came. */
function openTaint(value: Value, depth: number): Taint | undefined {
  if (depth > 3 || value.isNumeric === true) return undefined;
  if (value.fields !== undefined && value.form === 'record') {
    for (const [key, inner] of value.fields) {
      if (key === '$eq') continue;
      const taint = openTaint(inner, depth + 1);
      if (taint !== undefined) return taint;
    }
    return undefined;
  }
  // Text that was put together is text, and so is what most calls give.
  if (value.parts !== undefined || value.origin?.kind === 'call' || value.origin?.kind === 'template') return undefined;
  const open = openTaints(value, 'nosql').filter(({ what }) => OBJECTS.test(what));
  return mainTaint(open, ['remote']);
}

/** Whether the receiver looks like a collection: a model by its capital letter, or what a database gave. */
function isCollection(call: CallFact): boolean {
  const receiver = call.receiver;
  const name = receiverName(call);
  return (
    /^[A-Z][a-z]/.test(name) ||
    /mongo|collection|model/i.test(receiver?.name ?? '') ||
    /collection|model|repo|users|^db$|coll$/i.test(name)
  );
}

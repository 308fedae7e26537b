import type { Rule } from '#engine/analysis/rule.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'python/nosql-injection',
  languages: ['python'],
  cwes: ['CWE-943'],
  title: 'Injection into a query of a document database',
  severity: 'high',
  rationale: 'A value that is an object may hold operators such as $ne or $where, which change what the query asks.',
  remediation: 'Turn the value into a text with str, or compare it with $eq.',
  references: [
    'https://cwe.mitre.org/data/definitions/943.html',
    'https://www.mongodb.com/docs/manual/faq/fundamentals/#how-does-mongodb-address-sql-or-query-injection-',
  ],
  stage: 'stable',
  sinks: ['nosql'],

  checkSink: ({ value, taints, call, callee }, report) => {
    // A text that is put together carries whatever is put into it; a record only what its values may hold.
    const isText = value.parts !== undefined;
    const outside = surestTaint(taints, { remote: 'high', ...(isText ? { parameter: 'medium' } : {}) });
    if (outside === undefined || (!isText && !carriesOperators(value, outside.taint))) return;
    report({
      message: `${atBeginning(outside.taint.what)} becomes part of the query of '${call === undefined ? callee : methodName(call)}'.`,
      confidence: outside.confidence,
      taint: outside.taint,
    });
  },
};

/** A body may be any structure; a field of a form is a text, which hurts only as a script or as the query itself. */
function carriesOperators(value: Value, { what }: Taint): boolean {
  if (what === 'the body of the request' || value.form !== 'record') return true;
  return value.fields?.has('$where') === true || value.fields?.has('$function') === true;
}

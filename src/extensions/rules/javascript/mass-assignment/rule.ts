import { receiverName } from '#engine/analysis/judges/receiver-name.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { CallFact } from '#engine/analysis/facts.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'javascript/mass-assignment',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-915'],
  title: 'Mass assignment',
  severity: 'medium',
  rationale: 'A request that names more fields than the form has sets them too: its role, its owner, its price.',
  remediation: 'Take the fields that may be set from the request one by one.',
  references: [
    'https://cwe.mitre.org/data/definitions/915.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['mass-assignment'],

  checkSink: (sink, report) => {
    const { call, value } = sink;
    if (call === undefined || !isWholeBody(value) || !isRecord(call)) return;
    const taint = mainTaint(sink.taints, ['remote']);
    if (taint === undefined) return;
    report({
      message: `Every field of ${taint.what} is written by '${lastName(call.expression.callee)}'.`,
      confidence: 'medium',
      taint,
    });
  },
};

/** The body itself, or a copy that spreads it. */
function isWholeBody({ origin, name }: Value): boolean {
  if (/(?:Request|Context\.request)\.(?:body|payload)$/.test(name ?? '')) return true;
  if (origin?.kind === 'member') return origin.property === 'body';
  return (
    origin?.kind === 'record' &&
    origin.entries.some(({ key, value }) => {
      const spread = value.kind === 'spread' ? value.value : value;
      return key === undefined && spread.kind === 'member' && spread.property === 'body';
    })
  );
}

/** Whether what is written to is a record of a database, or one that came from it. */
function isRecord(call: CallFact): boolean {
  const method = lastName(call.expression.callee);
  if (method === 'assign' || method === 'extend') return /^[a-z]/.test(lastName(call.expression.arguments[0]?.value));
  if (call.expression.isNew === true || /^(?:findByIdAndUpdate|findOneAndUpdate|insertOne|updateOne)$/.test(method))
    return true;
  if (method === 'create') return !/^(?:Object|axios|document|stripe|http|api|client)$/i.test(receiverName(call));
  return /^[A-Z]/.test(receiverName(call)) || /model|repo|collection|prisma|users?$/i.test(receiverName(call));
}

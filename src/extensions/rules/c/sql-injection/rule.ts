import type { SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { surestTaint, type Trust } from '#engine/analysis/judges/surest-taint.ts';
import { isSqlText, openSqlHoles } from '#engine/analysis/judges/sql-text.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Taint } from '#engine/analysis/value.ts';

export const rule: Rule = {
  id: 'c/sql-injection',
  languages: ['c', 'cpp'],
  cwes: ['CWE-89'],
  title: 'SQL injection',
  severity: 'critical',
  rationale: 'Whoever controls a part of the text of an SQL statement controls the whole statement.',
  remediation:
    'Keep the text of the statement constant and bind the values: sqlite3_bind_text, PQexecParams, mysql_stmt_bind_param.',
  references: ['https://cwe.mitre.org/data/definitions/89.html', 'https://www.sqlite.org/c3ref/bind_blob.html'],
  stage: 'stable',

  sinks: ['sql'],
  checkSink: (sink, report) => {
    const finding = judge(sink);
    if (finding !== undefined) report(finding);
  },
};

const TRUST: Trust = { remote: 'high', local: 'high', environment: 'high' };

function judge(sink: SinkFact): RuleFinding | undefined {
  // `exec`, `query` and `execute` are methods of much that is no database.
  if (sink.callee.startsWith('*.') && !isSqlText(sink.value)) return undefined;
  const callee = sink.call === undefined ? sink.callee : methodName(sink.call);
  const holes = openSqlHoles(sink.value).filter((hole) => !hole.isQuoted || hole.value.taints.some(isUnescaped));
  // An escaped text ends no quotes; where there are none it need not.
  const taints = sink.taints.filter(
    (taint) =>
      isUnescaped(taint) || holes.some(({ value }) => value.taints.some(({ source }) => source === taint.source)),
  );
  const outside = surestTaint(taints, TRUST);
  if (outside !== undefined && (sink.value.parts === undefined || holes.length > 0)) {
    return {
      message: `${atBeginning(outside.taint.what)} becomes part of the SQL text that '${callee}' runs.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  // A statement that a caller passes as a whole is the caller's.
  const hole = holes.find(({ position, value }) => position === 'value' && value.taints.length > 0);
  const given = hole === undefined ? undefined : surestTaint(taints, { parameter: 'medium', file: 'medium' });
  if (given === undefined) return undefined;
  return {
    message: `${atBeginning(given.taint.what)} becomes part of the SQL text that '${callee}' runs.`,
    confidence: given.confidence,
    taint: given.taint,
  };
}

function isUnescaped({ safeFor }: Taint): boolean {
  return safeFor !== 'all' && !safeFor.includes('sql-quoted');
}

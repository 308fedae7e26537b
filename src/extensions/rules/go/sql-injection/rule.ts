import type { ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { mentions } from '#engine/analysis/judges/names-within.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { isSqlText, openSqlHoles } from '#engine/analysis/judges/sql-text.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import { bindValues } from './bind-values.ts';
import { listedConditions } from './conditions.ts';

export const rule: Rule = {
  id: 'go/sql-injection',
  languages: ['go'],
  cwes: ['CWE-89'],
  title: 'SQL injection',
  severity: 'critical',
  rationale: 'Whoever controls a part of the text of an SQL statement controls the whole statement.',
  remediation: 'Keep the text of the statement constant and pass the values as arguments of the call.',
  references: ['https://cwe.mitre.org/data/definitions/89.html', 'https://go.dev/doc/database/sql-injection'],
  stage: 'stable',

  check: (facts, report) => {
    const seen = new Set<number>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'sql' || seen.has(sink.at.start)) continue;
      const finding = judge(sink) ?? judgeOrder(facts, sink);
      if (finding === undefined) continue;
      seen.add(sink.at.start);
      const fix = sink.call === undefined ? undefined : bindValues(facts, sink.call, sink.argumentAt);
      report(sink.at, fix === undefined ? finding : { ...finding, fix });
    }
    for (const at of listedConditions(facts)) {
      if (seen.has(at.start)) continue;
      seen.add(at.start);
      report(at, { message: 'A condition of the statement has a value put into it as text.', confidence: 'medium' });
    }
  },
};

/** Methods that take a piece of a statement: a condition, an order. */
const PIECES =
  /\.(?:Where|Or|And|Not|Order|OrderBy|Group|GroupBy|Having|Joins?|LeftJoin|RightJoin|InnerJoin|From|Columns?|Prefix|Suffix|Expr|Select|Table|Pluck|First|Find|Take|Last|Delete)$/;

function judge({ value, taints, callee, call }: SinkFact): RuleFinding | undefined {
  if (value.isFixed === true || value.form === 'record' || value.form === 'object') return undefined;
  const isPiece = PIECES.test(callee);
  // A piece of a statement shows nothing of SQL; the table has looked at what it is given to.
  const isTyped = isPiece || !callee.startsWith('*.');
  if (!isTyped && !isSqlText(value)) return undefined;
  const method = call === undefined ? callee : methodName(call);
  const holes = openSqlHoles(value).filter((hole) => !isInert(hole.value, 'sql'));
  const outside = surestTaint(taints, { remote: 'high', local: 'medium' });
  if (outside !== undefined && (value.parts === undefined ? isTyped : holes.length > 0)) {
    return {
      message: `${atBeginning(outside.taint.what)} becomes part of the SQL text that '${method}' runs.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  const hole = holes.find(({ position, value: inner }) => position === 'value' || (isPiece && inner.taints.length > 0));
  if (hole === undefined || value.parts === undefined) return undefined;
  const [taint] = hole.value.taints;
  return {
    message: `The SQL text that '${method}' runs has a value put into it as text.`,
    confidence: 'medium',
    ...(taint === undefined ? {} : { taint }),
  };
}

/** A parameter that names the order, put behind ORDER BY where nothing looks at it: callers pass on what was asked for. */
function judgeOrder(facts: ModuleFacts, { value, callee, call, within }: SinkFact): RuleFinding | undefined {
  if (value.parts === undefined || value.isFixed === true || !isSqlText(value)) return undefined;
  if (mentions(facts, within, /allow|valid|permit|whitelist|sanitize|quote|escape|safe/i)) return undefined;
  for (const { before, value: inner } of openSqlHoles(value)) {
    if (!/\border\s+by\s+(?:[\w.,·]+\s*)*$/i.test(before.slice(-100)) || isInert(inner, 'sql')) continue;
    const taint = inner.taints.find(
      ({ kind, what }) => kind === 'parameter' && /'\w*(?:sort|order|column|field|dir)\w*'$/i.test(what),
    );
    if (taint === undefined) continue;
    return {
      message: `${atBeginning(taint.what)} becomes part of the SQL text that '${call === undefined ? callee : methodName(call)}' runs.`,
      confidence: 'medium',
      taint,
    };
  }
  return undefined;
}

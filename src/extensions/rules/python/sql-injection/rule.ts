import type { CallFact, ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import type { Place } from '#engine/analysis/ir.ts';
import { atBeginning } from '#engine/analysis/judges/beginning.ts';
import { methodName } from '#engine/analysis/judges/callee-name.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { isSqlText, isWholeStatement, openSqlHoles } from '#engine/analysis/judges/sql-text.ts';
import { refusesText } from '#engine/analysis/judges/refuses-text.ts';
import { surestTaint } from '#engine/analysis/judges/surest-taint.ts';
import { lastName, writtenName } from '#engine/analysis/judges/written-name.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';
import { bindValues } from './bind-values.ts';

/** A project function with one of these words in its name runs the statement that it is given. */
const RUNS_SQL: ReadonlySet<string> = new Set(
  'execute executemany exec query queries sql select fetch fetchone fetchall raw db cursor insert delete update scalar mogrify run call'.split(
    ' ',
  ),
);
/** Objects whose methods are about a database, whatever they are called. */
const DATABASES: ReadonlySet<string> = new Set(
  'db database conn connection cursor cur sql sqlite mysql postgres pg engine dao'.split(' '),
);
/** What such a function may be called and only handles text. */
const ONLY_TEXT: ReadonlySet<string> = new Set(
  'log debug info warn warning error print write append format join exception message assert encode strip replace split parse'.split(
    ' ',
  ),
);

export const rule: Rule = {
  id: 'python/sql-injection',
  languages: ['python'],
  cwes: ['CWE-89'],
  title: 'SQL injection',
  severity: 'critical',
  rationale: 'Whoever controls a part of the text of an SQL statement controls the whole statement.',
  remediation: 'Keep the text of the statement constant and pass the values as parameters.',
  references: [
    'https://cwe.mitre.org/data/definitions/89.html',
    'https://peps.python.org/pep-0249/#paramstyle',
    'https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const known = new Set<CallFact>();
    const seen = new Set<number>();
    const reportOnce = (at: Place, finding: RuleFinding | undefined): void => {
      if (finding === undefined || seen.has(at.start)) return;
      seen.add(at.start);
      report(at, finding);
    };
    for (const sink of facts.sinks) {
      if (sink.kind !== 'sql') continue;
      if (sink.call !== undefined) known.add(sink.call);
      if (!isGuarded(facts, sink)) reportOnce(sink.at, judgeSink(facts, sink));
    }
    for (const call of facts.calls) if (!known.has(call)) reportOnce(call.expression.at, judgeCall(call));
  },
};

/** Whether every hole stands between quotes that its value was refused for. */
function isGuarded(facts: ModuleFacts, { value, within }: SinkFact): boolean {
  const holes = openSqlHoles(value);
  return (
    holes.length > 0 &&
    holes.every(
      (hole) =>
        hole.isQuoted &&
        hole.value.taints.length > 0 &&
        refusesText(facts, within, hole.value.taints, quoteOf(hole.before)),
    )
  );
}

function quoteOf(before: string): string {
  return before.lastIndexOf('"') > before.lastIndexOf("'") ? '"' : "'";
}

function judgeSink(facts: ModuleFacts, sink: SinkFact): RuleFinding | undefined {
  const { call } = sink;
  const callee = call === undefined ? sink.callee : methodName(call);
  const finding = judge(sink.value, sink.taints, callee, !sink.callee.startsWith('*.') || sink.callee === '*.extra');
  if (finding === undefined || call === undefined || callee !== 'execute' || !sink.callee.startsWith('db.'))
    return finding;
  const fix = bindValues(facts, call);
  return fix === undefined ? finding : { ...finding, fix };
}

/** A call of something unknown with a text that is SQL by its words. */
function judgeCall(call: CallFact): RuleFinding | undefined {
  const callee = methodName(call);
  const words = identifierWords(callee);
  if (words.some((word) => ONLY_TEXT.has(word)) || /(?:Error|Exception|Warning)$/.test(callee)) return undefined;
  const isAboutSql = runsSql(call, words);
  for (const { value } of call.arguments) {
    if (value.parts === undefined || !(isAboutSql ? isSqlText(value) : isWholeStatement(value))) continue;
    const finding = judge(
      value,
      value.taints.filter(({ safeFor }) => safeFor !== 'all' && !safeFor.includes('sql')),
      callee,
      true,
    );
    if (finding !== undefined) return finding;
  }
  return undefined;
}

function runsSql({ expression: { callee }, arguments: given }: CallFact, words: readonly string[]): boolean {
  if (words.some((word) => RUNS_SQL.has(word))) return true;
  const owner = callee.kind === 'member' ? identifierWords(lastName(callee.object)) : [];
  return owner.some((word) => DATABASES.has(word)) || given.some(({ value }) => value.name?.startsWith('db.') === true);
}

function judge(given: Value, reached: readonly Taint[], callee: string, runsOnlySql: boolean): RuleFinding | undefined {
  // A pair of a text and its values that is passed as one.
  const value = given.form === 'tuple' || given.form === 'list' ? (given.fields?.get('0') ?? given) : given;
  const taints =
    value === given ? reached : reached.filter(({ source }) => value.taints.some((taint) => taint.source === source));
  if (!runsOnlySql && !isSqlText(value)) return undefined;
  if (isBuiltByLibrary(value)) return undefined;
  const holes = openSqlHoles(value);
  const outside = surestTaint(taints, { remote: 'high', local: 'medium' });
  if (outside !== undefined && (value.parts === undefined || holes.length > 0)) {
    return {
      message: `${atBeginning(outside.taint.what)} becomes part of the SQL text that '${callee}' runs.`,
      confidence: outside.confidence,
      taint: outside.taint,
    };
  }
  const hole = holes.find(({ position }) => position === 'value');
  if (hole === undefined || (!runsOnlySql && !isSqlText(value))) return undefined;
  const [taint] = hole.value.taints;
  return {
    message: `The SQL text that '${callee}' runs has a value put into it as text.`,
    confidence: 'medium',
    ...(taint === undefined ? {} : { taint }),
  };
}

/** A statement that a query builder made binds its values. */
function isBuiltByLibrary({ parts, origin }: Value): boolean {
  if (parts !== undefined || origin?.kind !== 'call') return false;
  return /(?:^|\.)(?:select|insert|update|delete|where|filter|filter_by|values|order_by|limit|join|group_by|returning|SQL|Composed|and_|or_)$/.test(
    writtenName(origin.callee),
  );
}

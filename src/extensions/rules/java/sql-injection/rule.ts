import type { Confidence } from '#core/severity.ts';
import type { CallFact, FunctionFact, ModuleFacts, SinkFact } from '#engine/analysis/facts.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { describeValue } from '#engine/analysis/judges/flow-finding.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import { openConditionHole } from '#engine/analysis/judges/sql-condition.ts';
import { isSqlText, openSqlHoles, type SqlHole } from '#engine/analysis/judges/sql-text.ts';
import { holesOf } from '#engine/analysis/judges/text-holes.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import type { Report, Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Taint, Value } from '#engine/analysis/value.ts';

/** Methods that nothing but SQL is given to, whatever they are called on. */
const CERTAIN =
  /\.(?:executeQuery|executeUpdate|executeLargeUpdate|prepareStatement|prepareCall|nativeSQL|createNativeQuery|createSQLQuery|createQuery|rawQuery|execSQL|queryFor\w+|addBatch|batchUpdate)$/;

/** Names of what is a piece of SQL already, made elsewhere. */
const PIECES =
  /^(?:clauses?|columns?|conditions?|fields|filters?|fragment|joins?|order|placeholders?|predicate|query|schema|sql|statement|tables?|where|alias|prefix|suffix|marks)$/;

/** MyBatis puts `${name}` into the text as it is. */
const RAW_PLACE = /\$\{[^}]{1,100}\}/;

export const rule: Rule = {
  id: 'java/sql-injection',
  languages: ['java'],
  cwes: ['CWE-89', 'CWE-564'],
  title: 'SQL injection',
  severity: 'critical',
  rationale: 'Whoever controls a part of the SQL text controls the whole statement.',
  remediation: 'Keep the SQL text constant and bind the values with a PreparedStatement.',
  references: [
    'https://cwe.mitre.org/data/definitions/89.html',
    'https://cwe.mitre.org/data/definitions/564.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html',
  ],
  stage: 'stable',

  check: (facts, report) => {
    const found = new Set<FunctionFact | undefined>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'sql' || sink.path !== facts.module.path) continue;
      const finding = judge(sink);
      if (finding === undefined) continue;
      found.add(sink.within);
      report(sink.at, finding);
    }
    const joined = joinedNames(facts);
    for (const call of facts.calls) {
      const finding = found.has(call.within) ? undefined : judgeListed(call, joined);
      if (finding !== undefined) report(call.at, finding);
    }
    checkMappers(facts, report);
  },
};

function judge(sink: SinkFact): RuleFinding | undefined {
  const method = lastName(sink.call?.expression.callee);
  const { value } = sink;
  if (isSqlText(value)) return findingIn(value, method, sink.taints);
  const taint = mainTaint(openTaints(value, 'sql'), ['remote', 'local']);
  if (taint === undefined || (!CERTAIN.test(sink.callee) && !/^java\.sql\.|Jdbc/.test(sink.call?.names[0] ?? '')))
    return undefined;
  // Without words of its own, the text as a whole comes from outside.
  if (holesOf(value).length > 0) return undefined;
  return { message: `The SQL text passed to '${method}' is ${taint.what}.`, confidence: 'high', taint };
}

/** Names of lists of which a statement is made. */
const LIST = /where|cond|clause|filter|predicate|criteria|restrict|sql|query|^(?:parts|ands|ors|sets)$/i;

/** `conditions.add("name = '" + name + "'")`: what is joined later shows no more what it was put together of. */
function judgeListed(call: CallFact, joined: ReadonlySet<string>): RuleFinding | undefined {
  const { callee } = call.expression;
  const [given] = call.arguments;
  if (callee.kind !== 'member' || callee.property !== 'add' || given === undefined) return undefined;
  const list = lastName(callee.object);
  const hole = LIST.test(list) || joined.has(list) ? openConditionHole(given.value) : undefined;
  if (hole === undefined) return undefined;
  const taint = mainTaint(hole.value.taints);
  return {
    message: `A condition of the statement contains ${describeValue(hole.value)}.`,
    confidence: taint?.kind === 'remote' ? 'high' : 'medium',
    ...(taint !== undefined && { taint }),
  };
}

/** Lists that are joined to one text: `String.join(" AND ", list)`. */
function joinedNames(facts: ModuleFacts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { expression } of facts.calls) {
    const { callee, arguments: given } = expression;
    if (callee.kind !== 'member' || callee.property !== 'join') continue;
    for (const { value } of given) if (value.kind === 'name' || value.kind === 'member') names.add(lastName(value));
  }
  return names;
}

/** The finding for the hole that is worst. */
function findingIn(text: Value, method: string, taints: readonly Taint[]): RuleFinding | undefined {
  let best: { readonly hole: SqlHole; readonly confidence: Confidence } | undefined;
  for (const hole of openSqlHoles(text)) {
    const confidence = confidenceIn(hole);
    if (confidence === undefined) continue;
    if (best === undefined || RANK[confidence] > RANK[best.confidence]) best = { hole, confidence };
  }
  if (best === undefined) return undefined;
  const own = mainTaint(best.hole.value.taints);
  // What fills the hole may come from a caller, and through it from outside.
  const outer = own?.kind === 'parameter' ? mainTaint(taints, ['remote', 'local']) : undefined;
  const taint = outer ?? own;
  return {
    message: `The SQL text passed to '${method}' contains ${outer?.what ?? describeValue(best.hole.value)}.`,
    confidence: outer === undefined ? best.confidence : 'high',
    ...(taint !== undefined && { taint }),
  };
}

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** How sure it is that what fills the hole changes the statement; `undefined`: it does not. */
function confidenceIn({ value, position, isQuoted }: SqlHole): Confidence | undefined {
  if (isInert(value, 'sql')) return undefined;
  const taint = mainTaint(openTaints(value, 'sql'));
  if (taint?.kind === 'remote' || taint?.kind === 'local') return 'high';
  if (taint?.kind === 'environment' || taint?.kind === 'error') return 'low';
  if (isQuoted) return 'medium';
  if (position !== 'value') return 'low';
  return isPiece(value) ? 'low' : 'medium';
}

function isPiece({ origin }: Value): boolean {
  if (origin?.kind === 'call')
    return /^(?:join|repeat|collect|build|to|get|generate|make|create)/.test(lastName(origin.callee));
  if (origin?.kind === 'conditional' || origin?.kind === 'binary') return true;
  return identifierWords(lastName(origin)).some((word) => PIECES.test(word));
}

/** `@Select("… ${name} …")` of MyBatis. */
function checkMappers(facts: ModuleFacts, report: Report): void {
  for (const call of facts.callsOf(
    ...['Select', 'Insert', 'Update', 'Delete'].map((name) => `org.apache.ibatis.annotations.${name}`),
  )) {
    const text = call.argument(0)?.constant?.value;
    const texts =
      typeof text === 'string'
        ? [text]
        : [...(call.argument(0)?.fields?.values() ?? [])].map((item) => String(item.constant?.value ?? ''));
    const [place] = RAW_PLACE.exec(texts.join(' ')) ?? [];
    if (place === undefined || /order|sort|table|column|schema/i.test(place)) continue;
    report(call.at, {
      message: `The mapper puts '${place.slice(2, -1)}' into the SQL text as it is.`,
      confidence: 'medium',
    });
  }
}

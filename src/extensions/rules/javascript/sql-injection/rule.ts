import { receiverName } from '#engine/analysis/judges/receiver-name.ts';
import { valueName } from '#engine/analysis/judges/value-name.ts';
import type { Confidence } from '#core/severity.ts';
import type { SinkFact } from '#engine/analysis/facts.ts';
import { describeValue } from '#engine/analysis/judges/flow-finding.ts';
import { identifierWords } from '#engine/analysis/judges/identifier-words.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { openSqlHoles, isSqlText, type SqlHole } from '#engine/analysis/judges/sql-text.ts';
import { holesOf, wordsWithBlanks } from '#engine/analysis/judges/text-holes.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import type { Rule } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';

/** Methods whose text is SQL without a doubt; the others are asked to look like it. */
const CERTAIN: ReadonlySet<string> = new Set([
  '*.$executeRawUnsafe',
  '*.$queryRawUnsafe',
  '*.fromRaw',
  '*.groupByRaw',
  '*.havingRaw',
  '*.joinRaw',
  '*.orderByRaw',
  '*.orWhereRaw',
  '*.whereRaw',
]);

/** Methods that take a condition instead of a statement. */
const CONDITIONS: ReadonlySet<string> = new Set(['*.where', '*.andWhere', '*.orWhere', '*.orderBy']);

const CONDITION = /[\w.`"\]]\s*(?:=|<|>|!=|\blike\b|\bin\b|\bbetween\b|\bis\b)/i;

/** Names of what is a piece of SQL already, made elsewhere. */
const PIECES: ReadonlySet<string> = new Set([
  'clause', 'clauses', 'column', 'columns', 'cols', 'condition', 'conditions', 'fields', 'filter', 'filters', 'from', 'fragment', 'join',
  'joins', 'limit', 'order', 'orderby', 'placeholder', 'placeholders', 'predicate', 'query', 'schema', 'select', 'set', 'sets', 'sql',
  'statement', 'table', 'tables', 'tablename', 'values', 'where', 'wheres', 'alias', 'db', 'database', 'prefix', 'suffix', 'returning',
]);

export const rule: Rule = {
  id: 'javascript/sql-injection',
  languages: ['javascript', 'typescript'],
  cwes: ['CWE-89'],
  title: 'SQL injection',
  severity: 'critical',
  rationale: 'Whoever controls a part of the SQL text controls the whole statement.',
  remediation: 'Keep the SQL text constant and pass the values as parameters.',
  references: [
    'https://cwe.mitre.org/data/definitions/89.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Query_Parameterization_Cheat_Sheet.html',
  ],
  stage: 'stable',
  sinks: ['sql'],

  checkSink: (sink, report) => {
    const text = statementOf(sink.value);
    const method = lastName(sink.call?.expression.callee);
    if (!isStatement(sink.callee, text)) {
      const whole = holesOf(text).length === 0 ? mainTaint(text.taints, ['remote']) : undefined;
      if (whole === undefined || !takesWhole(sink)) return;
      report({ message: `The SQL text passed to '${method}' is ${whole.what}.`, confidence: 'high', taint: whole });
      return;
    }
    let best: { readonly hole: SqlHole; readonly confidence: Confidence } | undefined;
    for (const hole of openSqlHoles(text)) {
      const confidence = confidenceIn(hole);
      if (confidence === undefined) continue;
      if (best === undefined || RANK[confidence] > RANK[best.confidence]) best = { hole, confidence };
    }
    if (best === undefined) return;
    const taint = mainTaint(best.hole.value.taints);
    report({
      message: `The SQL text passed to '${method}' contains ${describeValue(best.hole.value)}.`,
      confidence: best.confidence,
      ...(taint !== undefined && { taint }),
    });
  },
};

const RANK: Readonly<Record<Confidence, number>> = { low: 0, medium: 1, high: 2 };

/** The text itself, or the one in an object of options: `{ sql: … }`, `{ text: … }`. */
function statementOf(value: Value): Value {
  return value.fields?.get('sql') ?? value.fields?.get('text') ?? value.fields?.get('query') ?? value;
}

function isStatement(callee: string, text: Value): boolean {
  if (CERTAIN.has(callee)) return true;
  const isCondition = CONDITIONS.has(callee);
  if (isCondition || callee === '*.raw' || callee === '*.literal')
    return (!isCondition && isSqlText(text)) || CONDITION.test(wordsWithBlanks(text));
  return isSqlText(text);
}

/** Whether text from outside as the whole argument is SQL: many functions are called `get` or `run`. */
function takesWhole(sink: SinkFact): boolean {
  const name = sink.call?.names[0] ?? '';
  const written = sink.call === undefined ? '' : receiverName(sink.call);
  return (
    name.startsWith('db.Connection') ||
    (/^\*\.(?:query|execute|raw|queryAsync)$/.test(sink.callee) && /^(?:db|conn|connection|pool|client|knex|sequelize|database|mysql|sql|pg)$/i.test(written))
  );
}

/** How sure it is that what fills the hole changes the statement; `undefined`: it does not. */
function confidenceIn({ value, position, before, ...hole }: SqlHole): Confidence | undefined {
  if (isInert(value, 'sql')) return undefined;
  const taint = mainTaint(openTaints(value, 'sql'));
  if (taint?.kind === 'remote') return 'high';
  const isQuoted = hole.isQuoted || /(?:[=<>(,]|\blike)\s*["'][^"']*$/i.test(before);
  if (isOwnText(value) || (position !== 'value' && !isQuoted)) return 'low';
  return isQuoted || !isPiece(value) ? 'medium' : 'low';
}

/** Settings and what the program knows of itself. */
function isOwnText(value: Value): boolean {
  return value.taints.length > 0 && value.taints.every(({ kind }) => kind === 'environment' || kind === 'error');
}

function isPiece(value: Value): boolean {
  const { origin } = value;
  if (origin?.kind === 'call') return /^(?:join|map|repeat|fill|build|to|get|generate|make|create|raw)/.test(lastName(origin.callee));
  if (origin?.kind === 'conditional' || origin?.kind === 'template' || origin?.kind === 'binary') return true;
  return identifierWords(lastName(origin)).some((word) => PIECES.has(word));
}

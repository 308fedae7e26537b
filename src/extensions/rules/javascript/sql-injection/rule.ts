import { receiverName } from '#engine/analysis/judges/receiver-name.ts';
import type { Confidence } from '#core/severity.ts';
import type { CallFact, SinkFact } from '#engine/analysis/facts.ts';
import { describeValue } from '#engine/analysis/judges/flow-finding.ts';
import { identifierWords } from '#engine/analysis/identifier-words.ts';
import { isInert } from '#engine/analysis/judges/inert-value.ts';
import { mainTaint } from '#engine/analysis/judges/main-taint.ts';
import { openSqlHoles, isSqlText, type SqlHole } from '#engine/analysis/judges/sql-text.ts';
import { holesOf, wordsWithBlanks } from '#engine/analysis/judges/text-holes.ts';
import { lastName } from '#engine/analysis/judges/written-name.ts';
import { openTaints } from '#engine/analysis/judges/open-taints.ts';
import type { Rule, RuleFinding } from '#engine/analysis/rule.ts';
import type { Value } from '#engine/analysis/value.ts';
import { bindValues } from './bind-values.ts';

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
  'clause',
  'clauses',
  'column',
  'columns',
  'cols',
  'condition',
  'conditions',
  'fields',
  'filter',
  'filters',
  'from',
  'fragment',
  'join',
  'joins',
  'limit',
  'order',
  'orderby',
  'placeholder',
  'placeholders',
  'predicate',
  'query',
  'schema',
  'select',
  'set',
  'sets',
  'sql',
  'statement',
  'table',
  'tables',
  'tablename',
  'values',
  'where',
  'wheres',
  'alias',
  'db',
  'database',
  'prefix',
  'suffix',
  'returning',
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

  check: (facts, report) => {
    const known = new Set<CallFact>();
    for (const sink of facts.sinks) {
      if (sink.kind !== 'sql' || sink.path !== facts.module.path) continue;
      if (sink.call !== undefined) known.add(sink.call);
      const finding = judgeSink(sink);
      if (finding === undefined) continue;
      const fix = sink.call === undefined ? [] : bindValues(facts, sink.call);
      report(sink.at, { ...finding, ...(fix.length > 0 && { fix }) });
    }
    // Projects have functions of their own that run what they are given.
    for (const call of facts.calls) {
      const method = lastName(call.expression.callee);
      if (known.has(call) || method === '') continue;
      if (
        !RUNNING.test(`${receiverName(call)}.${method}`) ||
        NOT_RUNNING.test(method) ||
        call.names.some((name) => NOT_RUNNING.test(name))
      )
        continue;
      for (const { value } of call.arguments) {
        const text = statementOf(value);
        const finding = text.parts !== undefined && isSqlText(text) ? findingIn(text, method) : undefined;
        if (finding === undefined || finding.confidence === 'low') continue;
        report(call.at, finding);
        break;
      }
    }
  },
};

function judgeSink(sink: SinkFact): RuleFinding | undefined {
  const text = statementOf(sink.value);
  const method = lastName(sink.call?.expression.callee);
  if (isStatement(sink.callee, text)) return findingIn(text, method);
  const whole = holesOf(text).length === 0 ? mainTaint(text.taints, ['remote']) : undefined;
  if (whole === undefined || !takesWhole(sink)) return undefined;
  return { message: `The SQL text passed to '${method}' is ${whole.what}.`, confidence: 'high', taint: whole };
}

/** What functions and objects that run SQL are called. */
const RUNNING = /sql|query|exec|run|db|database|fetch|select|statement|rows|conn|pool|record/i;

/** Functions that keep, show or change a text and do not run it. */
const NOT_RUNNING =
  /^(?:console|logger|winston|assert|expect|chai)\b|Error$|^(?:push\w*|build\w*|unshift|append|concat|add|join|log|debug|info|warn|error|trace|write|send|json|end|equal|deepEqual|strictEqual|ok|is|it|describe|test|replace|format|split|String|html|text|prompt|alert|confirm|set|setItem|resolve|reject|next|emit|then|cb|callback|done|print|printf|return|fail|throws|includes|indexOf|match|trim|stringify|create|h|createElement)$/i;

/** The finding for the hole that is worst. */
function findingIn(text: Value, method: string): RuleFinding | undefined {
  let best: { readonly hole: SqlHole; readonly confidence: Confidence } | undefined;
  for (const hole of openSqlHoles(text)) {
    const confidence = confidenceIn(hole);
    if (confidence === undefined) continue;
    if (best === undefined || RANK[confidence] > RANK[best.confidence]) best = { hole, confidence };
  }
  if (best === undefined) return undefined;
  const taint = mainTaint(best.hole.value.taints);
  return {
    message: `The SQL text passed to '${method}' contains ${describeValue(best.hole.value)}.`,
    confidence: best.confidence,
    ...(taint !== undefined && { taint }),
  };
}

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
    (/^\*\.(?:query|execute|raw|queryAsync)$/.test(sink.callee) &&
      /^(?:db|conn|connection|pool|client|knex|sequelize|database|mysql|sql|pg)$/i.test(written))
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
  if (origin?.kind === 'call')
    return /^(?:join|map|repeat|fill|build|to|get|generate|make|create|raw)/.test(lastName(origin.callee));
  if (origin?.kind === 'conditional' || origin?.kind === 'template' || origin?.kind === 'binary') return true;
  return identifierWords(lastName(origin)).some((word) => PIECES.has(word));
}

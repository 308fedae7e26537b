import type { ComprehensionClause, Expression, RecordEntry } from '#engine/analysis/ir.ts';
import { Field, Kind } from './grammar-kinds.ts';
import {
  after,
  type ExpressionRule,
  expressionFrom,
  fieldOf,
  isExpression,
  kindOf,
  type Lowering,
  lowerExpression,
  lowerExpressions,
  lowerFirst,
  placeOf,
  unknownAt,
} from './lowering.ts';

/** Lists, tuples, sets, dictionaries, slices, and comprehensions of them. */
export const collectionRules: Readonly<Record<string, ExpressionRule>> = {
  list: sequence('list'),
  list_pattern: sequence('list'),
  set: sequence('set'),
  tuple: sequence('tuple'),
  tuple_pattern: lowerTuplePattern,
  expression_list: sequence('tuple'),
  pattern_list: sequence('tuple'),
  list_splat: lowerSpread,
  list_splat_pattern: lowerSpread,
  splat_pattern: lowerSpread,
  splat_type: lowerSpread,
  dictionary_splat: lowerSpread,
  dictionary_splat_pattern: lowerSpread,
  dictionary: lowerRecord,
  dict_pattern: lowerRecord,
  slice: lowerSlice,
  list_comprehension: comprehension('list'),
  set_comprehension: comprehension('set'),
  dictionary_comprehension: comprehension('record'),
  generator_expression: comprehension('generator'),
};

function sequence(form: 'list' | 'tuple' | 'set'): ExpressionRule {
  return (lowering, node) => ({
    kind: 'sequence',
    form,
    items: lowerExpressions(lowering, node),
    at: placeOf(lowering, node),
  });
}

/** In a `case`, brackets around one pattern only group. */
function lowerTuplePattern(lowering: Lowering, node: number): Expression {
  const items = lowerExpressions(lowering, node);
  const [only] = items;
  const isGroup =
    items.length === 1 &&
    only !== undefined &&
    !has(lowering, node, Kind.comma) &&
    has(lowering, node, Kind.casePattern);
  return isGroup ? only : { kind: 'sequence', form: 'tuple', items, at: placeOf(lowering, node) };
}

function has(lowering: Lowering, node: number, kind: number): boolean {
  const end = after(lowering, node);
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) === kind) return true;
  }
  return false;
}

function lowerSpread(lowering: Lowering, node: number): Expression {
  return { kind: 'spread', value: lowerFirst(lowering, node), at: placeOf(lowering, node) };
}

function lowerRecord(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  const entries: RecordEntry[] = [];
  let key: Expression | undefined;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    const kind = kindOf(lowering, child);
    const field = fieldOf(lowering, child);
    if (kind === Kind.pair) entries.push(lowerPair(lowering, child));
    else if (kind === Kind.dictionarySplat || kind === Kind.splatPattern) {
      entries.push({ value: lowerFirst(lowering, child) });
    } else if (field === Field.key && isExpression(lowering, child)) key = lowerExpression(lowering, child);
    else if (field === Field.value && key !== undefined) {
      entries.push({ key, value: lowerExpression(lowering, child) });
      key = undefined;
    }
  }
  return { kind: 'record', entries, at: placeOf(lowering, node) };
}

function lowerPair(lowering: Lowering, node: number): Required<RecordEntry> {
  const [key, value] = lowerExpressions(lowering, node);
  return { key: key ?? unknownAt(lowering, node), value: value ?? unknownAt(lowering, node) };
}

function lowerSlice(lowering: Lowering, node: number): Expression {
  const end = after(lowering, node);
  const bounds: (Expression | undefined)[] = [undefined, undefined, undefined];
  let position = 0;
  for (let child = node + 1; child < end; child = after(lowering, child)) {
    if (kindOf(lowering, child) === Kind.colon) position += 1;
    else if (isExpression(lowering, child)) bounds[position] = lowerExpression(lowering, child);
  }
  const [lower, upper, step] = bounds;
  return {
    kind: 'slice',
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
    ...(step === undefined ? {} : { step }),
    at: placeOf(lowering, node),
  };
}

interface OpenClause extends ComprehensionClause {
  readonly conditions: Expression[];
}

function comprehension(form: 'list' | 'set' | 'record' | 'generator'): ExpressionRule {
  return (lowering, node) => {
    const end = after(lowering, node);
    const clauses: OpenClause[] = [];
    let key: Expression | undefined;
    let element: Expression | undefined;
    for (let child = node + 1; child < end; child = after(lowering, child)) {
      const kind = kindOf(lowering, child);
      if (kind === Kind.forClause) clauses.push(lowerClause(lowering, child));
      else if (kind === Kind.ifClause) clauses.at(-1)?.conditions.push(lowerFirst(lowering, child));
      else if (kind === Kind.pair) ({ key, value: element } = lowerPair(lowering, child));
      else if (element === undefined && isExpression(lowering, child)) element = lowerExpression(lowering, child);
    }
    element ??= unknownAt(lowering, node);
    const at = placeOf(lowering, node);
    return { kind: 'comprehension', form, clauses, ...(key === undefined ? {} : { key }), element, at };
  };
}

function lowerClause(lowering: Lowering, node: number): OpenClause {
  const end = after(lowering, node);
  const left = expressionFrom(lowering, node + 1, end);
  if (left >= end) return { target: unknownAt(lowering, node), iterable: unknownAt(lowering, node), conditions: [] };
  const target = lowerExpression(lowering, left);
  const items = lowerExpressions(lowering, node, after(lowering, left));
  const [first] = items;
  const last = items.at(-1);
  if (first === undefined || last === undefined) return { target, iterable: unknownAt(lowering, node), conditions: [] };
  const at = { start: first.at.start, end: last.at.end };
  const iterable: Expression = items.length === 1 ? first : { kind: 'sequence', form: 'tuple', items, at };
  return { target, iterable, conditions: [] };
}

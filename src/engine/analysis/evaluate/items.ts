import type { Taint, Value } from '../value.ts';
import { joinTaints, joinValues, UNKNOWN } from './make-value.ts';

/** Key of an item whose position or key is not known. */
export const ANY_KEY = '*';
/** Items of one collection that are told apart; a table of data has thousands. */
export const MOST_ITEMS = 200;

/** The item at a constant position or key. A missing one of a closed collection is nothing. */
export function itemAt(collection: Value, key: string): Value {
  const { fields } = collection;
  if (fields !== undefined) {
    const at = /^-\d+$/.test(key) && collection.form !== 'record' ? String(fields.size + Number(key)) : key;
    const found = fields.get(at);
    if (found !== undefined) return found;
    if (collection.isClosed === true) return { ...UNKNOWN, isFixed: true };
    const other = fields.get(ANY_KEY);
    if (other !== undefined) return other;
  }
  return {
    ...UNKNOWN,
    ...partOf(collection, 'item'),
    taints: narrowed(collection, `[${key}]`),
    ...(collection.isFixed === true ? { isFixed: true } : {}),
  };
}

/** Any item: what all of them together may be. */
export function anyItem(collection: Value): Value {
  const { fields } = collection;
  if (typeof collection.constant?.value === 'string') return { ...UNKNOWN, isFixed: true };
  let joined: Value | undefined;
  if (fields !== undefined) {
    for (const item of fields.values()) joined = joined === undefined ? item : joinValues(joined, item);
    if (collection.isClosed === true) return joined ?? { ...UNKNOWN, isFixed: true };
  }
  const other: Value = {
    ...UNKNOWN,
    ...partOf(collection, 'item'),
    taints: narrowed(collection, '[]'),
    ...(collection.name === undefined ? {} : { name: `${collection.name}[]` }),
    ...(collection.isFixed === true ? { isFixed: true } : {}),
  };
  return joined === undefined ? other : joinValues(joined, other);
}

/** Marks what is read out of something computed. */
export function partOf({ traits, part, taints }: Value, kind: 'item' | 'member'): Pick<Value, 'part'> {
  return taints.length > 0 && (traits.length > 0 || part !== undefined) ? { part: kind } : {};
}

/** Deepest part of an object that is told apart as a source of its own. */
const MOST_NARROWINGS = 3;

/**
 * The sources of a part of an object: each part is a source of its own, so that a test of `form['a']` says nothing of
 * `form['b']`. What was computed from a source stays that source: a test of `urlparse(address).host` speaks of `address`.
 */
export function narrowed({ taints, traits, origin }: Value, part: string): readonly Taint[] {
  if (taints.length === 0 || part.length > 60) return taints;
  const own = origin === undefined ? undefined : `:${String(origin.at.start)}`;
  return taints.map((taint) => {
    const isDerived = traits.length > 0 && (own === undefined || !taint.source.endsWith(own));
    if (isDerived || taint.source.split('\u0001').length > MOST_NARROWINGS) return taint;
    return { ...taint, source: `${taint.source}\u0001${part}` };
  });
}

/** The collection with one item set. */
export function withItem(collection: Value | undefined, key: string, item: Value): Value {
  const before = collection ?? UNKNOWN;
  if (key !== ANY_KEY && (before.fields?.size ?? 0) >= MOST_ITEMS && before.fields?.has(key) !== true) {
    return withItem(before, ANY_KEY, item);
  }
  const fields = new Map(before.fields);
  const known = key === ANY_KEY ? fields.get(ANY_KEY) : undefined;
  fields.set(key, known === undefined ? item : joinValues(known, item));
  return collectionOf(before, fields, before.isClosed === true && key !== ANY_KEY);
}

/** The collection with other items. What is known of the whole is known of the items, unless it has others. */
export function collectionOf(before: Value, fields: ReadonlyMap<string, Value>, isClosed: boolean): Value {
  const {
    constant: _constant,
    parts: _parts,
    isFixed: _fixed,
    isClosed: _closed,
    parameter: _parameter,
    ...rest
  } = before;
  let taints: readonly Taint[] = isClosed ? [] : before.taints;
  let areFixed = true;
  for (const item of fields.values()) {
    taints = joinTaints(taints, item.taints);
    areFixed &&= item.isFixed === true;
  }
  return {
    ...rest,
    taints,
    fields,
    form: before.form ?? 'object',
    ...(areFixed && isClosed ? { isFixed: true } : {}),
    ...(isClosed ? { isClosed } : {}),
  };
}

import type { Operation } from '../framework.ts';
import type { Value } from '../value.ts';
import { formatBraces, formatPercent } from './fold.ts';
import { ANY_KEY, anyItem, collectionOf, itemAt, MOST_ITEMS, narrowed, withItem } from './items.ts';
import { kindsWithout } from './kinds-without.ts';
import { constantValue, joinValues, madeSafe, mixedValue, NUMBER, textValue, UNKNOWN } from './make-value.ts';

/** What a built-in call gives, and what becomes of the object it is called on. */
export interface Operated {
  readonly result: Value;
  readonly receiver?: Value;
}

export interface OperationInput {
  readonly receiver: Value | undefined;
  readonly positional: readonly Value[];
  readonly named: (name: string) => Value | undefined;
  /** Everything that is given, mixed. */
  readonly mixed: Value;
}

/** Carries out a built-in call on values. */
export function operate(operation: Operation, input: OperationInput): Operated {
  const { receiver, positional, mixed } = input;
  const [first, second] = positional;
  const subject = receiver ?? first ?? UNKNOWN;
  switch (operation) {
    case 'same':
      return { result: same(subject) };
    case 'number':
      return { result: numberOf(first ?? receiver) };
    case 'length':
      return { result: lengthOf(first ?? receiver) };
    case 'fresh':
      return { result: UNKNOWN };
    case 'text-format':
      // A template that is not known still takes up what it is given.
      if (subject.constant === undefined && subject.parts === undefined) return { result: mixed };
      return {
        result: formatBraces(subject, receiver === undefined ? positional.slice(1) : positional, input.named, mixed),
      };
    case 'text-percent':
      return {
        result: formatPercent(
          subject,
          rowOf(receiver === undefined ? positional.slice(1) : positional, { ...UNKNOWN, form: 'tuple' }, 'tuple'),
        ),
      };
    case 'format-value': {
      const specification = positional[1]?.constant?.value;
      return {
        result:
          typeof specification === 'string' && /[bcdeEfFgGnoxX%]$/.test(specification) && first?.constant === undefined
            ? NUMBER
            : (first ?? UNKNOWN),
      };
    }
    case 'text-join':
      // `str.join(separator, list)` has no receiver.
      return {
        result: receiver === undefined ? joined(second ?? UNKNOWN, subject) : joined(first ?? UNKNOWN, receiver),
      };
    case 'list-join':
      return { result: joined(subject, first ?? constantValue(',')) };
    case 'text-concat':
      return { result: textValue([subject, ...(receiver === undefined ? positional.slice(1) : positional)]) };
    case 'text-append':
      return {
        result: NUMBER,
        receiver: {
          ...textValue([receiver ?? UNKNOWN, ...positional]),
          ...(receiver?.name === undefined ? {} : { name: receiver.name }),
        },
      };
    case 'path-join':
      return {
        result: textValue(
          (receiver === undefined ? positional : [receiver, ...positional]).flatMap((part, index) =>
            index === 0 ? [part] : ['/', part],
          ),
        ),
      };
    case 'text-lower':
      return { result: mapText(subject, (text) => text.toLowerCase()) };
    case 'text-upper':
      return { result: mapText(subject, (text) => text.toUpperCase()) };
    case 'text-strip':
      return {
        result:
          positional.length > (receiver === undefined ? 1 : 0)
            ? loosened(mixed, subject)
            : mapText(subject, (text) => text.trim()),
      };
    case 'text-replace':
      return { result: replaced(input, subject, true) };
    case 'text-replace-first':
      return { result: replaced(input, subject, false) };
    case 'text-split':
      return { result: split(input, subject) };
    case 'text-starts':
      return { result: tested(subject, first, (text, part) => text.startsWith(part)) };
    case 'text-ends':
      return { result: tested(subject, first, (text, part) => text.endsWith(part)) };
    case 'text-span':
      return { result: NUMBER };
    case 'pure':
    case 'restore':
    case 'each-result':
    case 'each-same':
    case 'import':
      return { result: mixed };
    default:
      return operateOnCollection(operation, input);
  }
}

function operateOnCollection(operation: Operation, { receiver, positional, mixed }: OperationInput): Operated {
  const before = receiver ?? UNKNOWN;
  const [first, second, third] = positional;
  const key = keyOf(first);
  switch (operation) {
    case 'list-append':
      return { result: UNKNOWN, receiver: positional.reduce(appended, before) };
    case 'list-extend':
      return { result: UNKNOWN, receiver: extended(before, first ?? UNKNOWN) };
    case 'list-insert':
      return { result: UNKNOWN, receiver: inserted(before, first, second ?? UNKNOWN) };
    case 'list-pop':
      return taken(before, first === undefined ? -1 : numeric(first));
    case 'list-shift':
      return taken(before, 0);
    case 'list-remove':
      return { result: UNKNOWN, receiver: loose(before) };
    case 'map-get': {
      const found = key === undefined ? anyItem(before) : itemAt(before, key);
      const isMissing = key !== undefined && before.isClosed === true && before.fields?.has(key) !== true;
      const fallback = second ?? third;
      const result = isMissing
        ? (fallback ?? constantValue(null))
        : fallback === undefined
          ? found
          : joinValues(found, fallback);
      return { result };
    }
    case 'map-set':
      return { result: before, receiver: withItem(before, key ?? ANY_KEY, second ?? UNKNOWN) };
    case 'map-get-nested': {
      const inner = keyOf(second);
      const path = key === undefined || inner === undefined ? undefined : `${key}\u0000${inner}`;
      if (path !== undefined && before.fields !== undefined) {
        const found = before.fields.get(path);
        if (found !== undefined) return { result: found };
      }
      return {
        result:
          before.fields === undefined ? { ...mixed, taints: narrowed(before, `[${path ?? ''}]`) } : anyItem(before),
      };
    }
    case 'map-set-nested': {
      const inner = keyOf(second);
      return {
        result: UNKNOWN,
        receiver: withItem(
          before,
          key === undefined || inner === undefined ? ANY_KEY : `${key}\u0000${inner}`,
          third ?? UNKNOWN,
        ),
      };
    }
    case 'map-update':
      return { result: before, receiver: updated(before, positional) };
    case 'map-values':
      return { result: { ...collectionOf(UNKNOWN, new Map([[ANY_KEY, anyItem(before)]]), false), form: 'list' } };
    case 'map-items': {
      const pair = collectionOf(
        { ...UNKNOWN, form: 'tuple' },
        new Map([
          [
            '0',
            { ...UNKNOWN, taints: before.taints, ...(before.isClosed === true ? { isFixed: true, taints: [] } : {}) },
          ],
          ['1', anyItem(before)],
        ]),
        true,
      );
      return { result: { ...collectionOf(UNKNOWN, new Map([[ANY_KEY, pair]]), false), form: 'list' } };
    }
    default:
      return { result: mixed };
  }
}

function same(value: Value): Value {
  return value;
}

function keyOf(value: Value | undefined): string | undefined {
  const constant = value?.constant?.value;
  return typeof constant === 'string' || typeof constant === 'number' ? String(constant) : undefined;
}

function numeric(value: Value): number | undefined {
  const constant = value.constant?.value;
  return typeof constant === 'number' ? constant : undefined;
}

function numberOf(value: Value | undefined): Value {
  const constant = value?.constant?.value;
  if (typeof constant === 'number') return constantValue(constant);
  if (typeof constant === 'string' && /^\s*-?\d{1,15}\s*$/.test(constant)) return constantValue(Number(constant));
  return NUMBER;
}

function lengthOf(value: Value | undefined): Value {
  if (typeof value?.constant?.value === 'string') return constantValue(value.constant.value.length);
  if (value?.isClosed === true && value.fields !== undefined) return constantValue(value.fields.size);
  return NUMBER;
}

function mapText(value: Value, change: (text: string) => string): Value {
  const constant = value.constant?.value;
  if (typeof constant === 'string') return { ...constantValue(change(constant)), taints: value.taints };
  return value;
}

/** Data stays, shape goes. */
function loosened(mixed: Value, subject: Value): Value {
  return { ...mixed, ...(subject.isFixed === true ? { isFixed: true } : {}) };
}

function replaced({ positional, receiver, mixed }: OperationInput, subject: Value, isEverywhere: boolean): Value {
  const [from, to] = receiver === undefined ? positional.slice(1) : positional;
  const text = subject.constant?.value;
  const search = from?.constant?.value;
  const substitute = to?.constant?.value;
  if (typeof text === 'string' && typeof search === 'string' && typeof substitute === 'string' && search !== '') {
    const after = isEverywhere ? text.replaceAll(search, () => substitute) : text.replace(search, () => substitute);
    return { ...constantValue(after.slice(0, 20_000)), taints: subject.taints };
  }
  const result = loosened(mixed, subject);
  // A name without slashes stays in its folder. (Without `..` it may not: what is left of `....//` is `../`.)
  const isOneName = isEverywhere && search === '/' && typeof substitute === 'string' && !substitute.includes('/');
  return isOneName ? madeSafe(result, kindsWithout('/')) : result;
}

function split({ positional, mixed }: OperationInput, subject: Value): Value {
  const text = subject.constant?.value;
  const separator = positional[0]?.constant?.value;
  if (
    typeof text === 'string' &&
    text.length < 2_000 &&
    (separator === undefined || typeof separator === 'string') &&
    separator !== ''
  ) {
    const pieces = separator === undefined ? text.trim().split(/\s+/) : text.split(separator);
    return {
      ...collectionOf(
        { ...UNKNOWN, form: 'list' },
        new Map(pieces.map((piece, index) => [String(index), constantValue(piece)])),
        true,
      ),
      taints: subject.taints,
    };
  }
  return { ...loosened(mixed, subject), form: 'list' };
}

function tested(subject: Value, part: Value | undefined, test: (text: string, part: string) => boolean): Value {
  const text = subject.constant?.value;
  const wanted = part?.constant?.value;
  return typeof text === 'string' && typeof wanted === 'string' ? constantValue(test(text, wanted)) : NUMBER;
}

/** Items with a separator between them, when the list shows them all; else one hole. */
function joined(list: Value, separator: Value): Value {
  if (list.isClosed === true && list.fields !== undefined && list.form !== 'record') {
    return textValue([...list.fields.values()].flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
  }
  const item = list.fields?.get(ANY_KEY);
  const isFixed = (list.isFixed === true || item?.isFixed === true) && separator.isFixed === true;
  return { ...mixedValue([list, separator]), ...(isFixed ? { isFixed } : {}) };
}

function loose(list: Value): Value {
  return list.fields === undefined ? list : collectionOf(list, new Map([[ANY_KEY, anyItem(list)]]), false);
}

function isRow(list: Value): boolean {
  return list.isClosed === true && list.fields !== undefined;
}

function appended(list: Value, item: Value): Value {
  return withItem({ ...list, form: list.form ?? 'list' }, isRow(list) ? String(list.fields?.size ?? 0) : ANY_KEY, item);
}

function extended(list: Value, more: Value): Value {
  if (more.isClosed === true && more.fields !== undefined) return [...more.fields.values()].reduce(appended, list);
  return withItem(loose(list), ANY_KEY, anyItem(more));
}

function rowOf(items: readonly Value[], before: Value, form: 'list' | 'tuple' = 'list'): Value {
  return collectionOf({ ...before, form }, new Map(items.map((item, index) => [String(index), item])), true);
}

function inserted(list: Value, at: Value | undefined, item: Value): Value {
  const index = at === undefined ? undefined : numeric(at);
  if (!isRow(list) || index === undefined) return withItem(loose(list), ANY_KEY, item);
  return rowOf([...(list.fields?.values() ?? [])].toSpliced(index, 0, item), list);
}

function taken(list: Value, index: number | undefined): Operated {
  if (!isRow(list) || index === undefined || list.form === 'record') return { result: anyItem(list), receiver: list };
  const items = [...(list.fields?.values() ?? [])];
  const result = items.at(index) ?? UNKNOWN;
  return { result, receiver: rowOf(items.toSpliced(index, 1), list) };
}

function updated(map: Value, sources: readonly Value[]): Value {
  return sources.reduce((before, more) => {
    const fields = new Map(before.fields);
    let isClosed = before.isClosed === true && more.isClosed === true;
    for (const [key, item] of more.fields ?? []) {
      if (fields.has(key) || fields.size < MOST_ITEMS) fields.set(key, item);
      else isClosed = false;
    }
    if (!isClosed) fields.set(ANY_KEY, anyItem(more));
    return collectionOf(before, fields, isClosed);
  }, map);
}

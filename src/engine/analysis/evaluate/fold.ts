import type { CompareExpression, Constant } from '../ir.ts';
import type { TextPart, Value } from '../value.ts';
import { ANY_KEY, anyItem, collectionOf, MOST_ITEMS } from './items.ts';
import { constantValue, joinValues, mixedValue, NUMBER, partsOf, textValue, UNKNOWN } from './make-value.ts';

const MOST_REPEATED = 2_000;

/** Whether a constant counts as true; `undefined` when the value is no constant. */
export function truthOf(value: Value): boolean | undefined {
  if (value.constant !== undefined) return Boolean(value.constant.value);
  if (value.isClosed === true && value.fields !== undefined && (value.form === 'list' || value.form === 'tuple')) {
    return value.fields.size > 0;
  }
  return undefined;
}

/** Arithmetic and text. A `+` with a text on one side makes a text; `%` on a text fills its placeholders. */
export function foldBinary(operator: string, left: Value, right: Value): Value {
  const a = left.constant;
  const b = right.constant;
  if (operator === '%' && isText(left)) return formatPercent(left, right);
  if (operator === '+') {
    if (a !== undefined && b !== undefined && typeof a.value === 'number' && typeof b.value === 'number') {
      return constantValue(a.value + b.value);
    }
    if (left.fields !== undefined && right.fields !== undefined) return concatenated(left, right);
    if (isText(left) || isText(right) || left.isNumeric !== true || right.isNumeric !== true) {
      if (left.isNumeric === true && right.isNumeric === true) return NUMBER;
      if (isText(left) || isText(right)) return textValue([left, right]);
      const mixed = mixedValue([left, right]);
      return { ...mixed, parts: [...partsOf(left), ...partsOf(right)].slice(0, 64) };
    }
    return NUMBER;
  }
  if (a !== undefined && b !== undefined) {
    const folded = foldNumbers(operator, a.value, b.value);
    if (folded !== undefined) return constantValue(folded);
  }
  if (operator === '*' && (isText(left) || left.fields !== undefined)) {
    return {
      ...mixedValue([left, right]),
      ...(left.isFixed === true && right.isFixed === true ? { isFixed: true } : {}),
    };
  }
  if (
    operator === '/' &&
    left.isNumeric !== true &&
    right.isNumeric !== true &&
    (isText(left) || isText(right) || left.name !== undefined)
  ) {
    // Path objects are joined by a slash.
    return { ...textValue([left, '/', right]), ...(left.name === undefined ? {} : { name: left.name }) };
  }
  if (operator === '-' || operator === '*' || operator === '/' || operator === '**' || operator === '//') {
    // A set difference and an operator of a class's own keep data; numbers do not.
    return left.taints.length === 0 && right.taints.length === 0 ? NUMBER : { ...mixedValue([left, right]) };
  }
  const isFixed = left.isFixed === true && right.isFixed === true;
  const mixed = mixedValue([left, right]);
  return {
    ...mixed,
    ...(isFixed ? { isFixed } : {}),
    ...(left.name !== undefined && right.name !== undefined
      ? { name: `${left.name} ${operator} ${right.name}`.slice(0, 150) }
      : {}),
    ...(left.isNumeric === true && right.isNumeric === true ? { isNumeric: true } : {}),
  };
}

function concatenated(left: Value, right: Value): Value {
  if ((left.fields?.size ?? 0) + (right.fields?.size ?? 0) > MOST_ITEMS) {
    const item = joinValues(anyItem(left), anyItem(right));
    return collectionOf({ ...mixedValue([left, right]), form: 'list' }, new Map([[ANY_KEY, item]]), false);
  }
  const fields = new Map(left.fields);
  let next = fields.size;
  for (const [key, value] of right.fields ?? []) {
    if (key === ANY_KEY) fields.set(ANY_KEY, value);
    else {
      fields.set(String(next), value);
      next += 1;
    }
  }
  return {
    ...mixedValue([left, right]),
    fields,
    form: 'list',
    ...(left.isClosed === true && right.isClosed === true ? { isClosed: true } : {}),
    ...(left.isFixed === true && right.isFixed === true ? { isFixed: true } : {}),
  };
}

function isText(value: Value): boolean {
  return typeof value.constant?.value === 'string' || value.parts !== undefined;
}

function foldNumbers(operator: string, a: Constant, b: Constant): number | string | undefined {
  if (typeof a === 'string' && typeof b === 'number' && operator === '*') {
    return a.length * b <= MOST_REPEATED && b >= 0 ? a.repeat(b) : undefined;
  }
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (operator) {
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? undefined : a / b;
    case '//':
      return b === 0 ? undefined : Math.floor(a / b);
    case '%':
      return b === 0 ? undefined : a % b;
    case '**':
      return a ** b;
    case '|':
      return Number.isSafeInteger(a) && Number.isSafeInteger(b) && a < 2 ** 31 && b < 2 ** 31 ? a | b : undefined;
    case '&':
      return Number.isSafeInteger(a) && Number.isSafeInteger(b) && a < 2 ** 31 && b < 2 ** 31 ? a & b : undefined;
    case '<<':
      return b >= 0 && b < 50 ? a * 2 ** b : undefined;
    default:
      return undefined;
  }
}

/** `undefined` when it depends on what is not known. */
export function foldCompare(operator: CompareExpression['operator'], left: Value, right: Value): boolean | undefined {
  if (operator === 'in' || operator === 'not in') {
    const isIn = foldMembership(left, right);
    return isIn === undefined ? undefined : isIn === (operator === 'in');
  }
  const a = left.constant;
  const b = right.constant;
  if (a === undefined || b === undefined) return undefined;
  const { value: x } = a;
  const { value: y } = b;
  switch (operator) {
    case '==':
    case 'is':
      return x === y;
    case '!=':
    case 'is not':
      return x !== y;
    case 'instanceof':
      return undefined;
    default:
      break;
  }
  if (typeof x !== typeof y || x === null || y === null || x === undefined || y === undefined) return undefined;
  switch (operator) {
    case '<':
      return x < y;
    case '<=':
      return x <= y;
    case '>':
      return x > y;
    case '>=':
      return x >= y;
    default:
      return undefined;
  }
}

function foldMembership(left: Value, right: Value): boolean | undefined {
  const item = left.constant?.value;
  const text = right.constant?.value;
  if (typeof item === 'string' && typeof text === 'string') return text.includes(item);
  if (left.constant === undefined || right.isClosed !== true || right.fields === undefined) return undefined;
  if (right.form === 'record') return right.fields.has(String(item));
  const items = [...right.fields.values()];
  if (items.some(({ constant }) => constant?.value === item && constant !== undefined)) return true;
  return items.every(({ constant }) => constant !== undefined) ? false : undefined;
}

/** `%s`, `%(name)s`, `%d`, and `%v` for any value; a placeholder for a number holds no text of the value. */
const PERCENT = /%(?:\((\w*)\))?[-#0 +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?([a-zA-Z%])/g;

/** Fills the placeholders of a text as C's printf does, from a sequence, a record or one value. */
export function formatPercent(format: Value, given: Value): Value {
  const parts: TextPart[] = [];
  let next = 0;
  const isRow = given.form === 'tuple' && given.fields !== undefined;
  for (const piece of partsOf(format)) {
    if (typeof piece !== 'string') {
      parts.push(piece);
      continue;
    }
    let done = 0;
    for (const match of piece.matchAll(PERCENT)) {
      const [whole, name, conversion] = match;
      parts.push(piece.slice(done, match.index));
      done = match.index + whole.length;
      if (conversion === '%') {
        parts.push('%');
        continue;
      }
      // `%.*s` takes its length from the row as well.
      if (isRow) next += whole.split('*').length - 1;
      const value =
        name !== undefined
          ? (given.fields?.get(name) ?? { ...UNKNOWN, taints: given.taints })
          : isRow
            ? (given.fields.get(String(next)) ?? { ...UNKNOWN, taints: given.taints })
            : given;
      next += 1;
      parts.push(conversion === undefined || 'sracv'.includes(conversion) ? value : asNumber(value));
    }
    parts.push(piece.slice(done));
  }
  return textValue(parts);
}

function asNumber(value: Value): Value {
  return value.constant !== undefined ? value : NUMBER;
}

const BRACES = /\{\{|\}\}|\{([^{}!:]*)(?:![rsa])?(?::([^{}]*(?:\{[^{}]*\}[^{}]*)*))?\}/g;

/** Fills `{}`, `{0}`, `{name}` and `{name.attribute}`. */
export function formatBraces(
  format: Value,
  positional: readonly Value[],
  named: (name: string) => Value | undefined,
  rest: Value,
): Value {
  const parts: TextPart[] = [];
  let next = 0;
  for (const piece of partsOf(format)) {
    if (typeof piece !== 'string') {
      parts.push(piece);
      continue;
    }
    let done = 0;
    for (const match of piece.matchAll(BRACES)) {
      const [whole, field = '', specification = ''] = match;
      parts.push(piece.slice(done, match.index));
      done = match.index + whole.length;
      if (whole === '{{' || whole === '}}') {
        parts.push(whole.charAt(0));
        continue;
      }
      const [head = '', attribute] = field.split(/[.[]/, 2);
      let value: Value;
      if (head === '') {
        value = positional[next] ?? rest;
        next += 1;
      } else value = (/^\d+$/.test(head) ? positional[Number(head)] : named(head)) ?? rest;
      if (attribute !== undefined)
        value = value.fields?.get(attribute.replace(/\]$/, '')) ?? { ...UNKNOWN, taints: value.taints };
      parts.push(/[bcdeEfFgGnoxX%]$/.test(specification) ? asNumber(value) : value);
    }
    parts.push(piece.slice(done));
  }
  return textValue(parts);
}

import type { Argument, CallExpression, Expression } from '#engine/analysis/ir.ts';

/** Functions and methods that take a format and what it is filled with. */
const FORMATS =
  /^(?:[SF]?[Pp]rintf|(?:Error|Fatal|Panic|Log|Info|Debug|Warn|Warning|Trace|Skip|Wrap|WithMessage|Append|Notice|Critical|New|Write|String)f)$/;
/** Functions that put what they are given into one text as it is. */
const PRINTS = /^F?[Pp]rint$/;

const VERB = /%[-#0 +]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:\[(\d+)\])?([a-zA-Z%])/g;

/** A call whose format is a literal gets the text that it makes: the words, and holes for what is put in. */
export function lowerFormat(callee: Expression, given: readonly Argument[], at: Expression['at']): Expression {
  const call: CallExpression = { kind: 'call', callee, arguments: given, at };
  if (callee.kind !== 'member' || given.some(({ isSpread }) => isSpread === true)) return call;
  const { property, object } = callee;
  const isFmt = object.kind === 'name' && object.name === 'fmt';
  if (isFmt && (property === 'Sprint' || property === 'Sprintln') && given.length > 0) return textOf(given, at);
  if (isFmt && PRINTS.test(property) && given.length > 2) {
    return filled(call, 1, textOf(given.slice(1), rest(given, 1, at)));
  }
  if (!FORMATS.test(property)) return call;
  const position = given.findIndex(({ value }, index) => index < 2 && isText(value));
  const format = position < 0 ? undefined : given[position]?.value;
  if (format?.kind !== 'literal' || typeof format.value !== 'string') return call;
  const text = template(format.value, format.at, given.slice(position + 1), rest(given, position, at));
  if (isFmt && property === 'Sprintf') return { ...text, at };
  return filled(call, position, text);
}

/** `fmt.Fprintf(&b, …)` fills a buffer. */
function filled(call: CallExpression, position: number, text: Expression): Expression {
  const [writer] = call.arguments;
  const isBuffer = position === 1 && writer?.value.kind === 'unary' && writer.value.operator === 'address';
  if (isBuffer && call.callee.kind === 'member' && call.callee.property.startsWith('Fprint')) {
    const object = writer.value.operand;
    return {
      kind: 'call',
      callee: { kind: 'member', object, property: 'WriteString', at: call.callee.at },
      arguments: [{ value: text }],
      at: call.at,
    };
  }
  return { ...call, arguments: [...call.arguments.slice(0, position), { value: text }] };
}

function isText(value: Expression): boolean {
  return value.kind === 'literal' && typeof value.value === 'string';
}

function rest(given: readonly Argument[], from: number, at: Expression['at']): Expression['at'] {
  return { start: given[from]?.value.at.start ?? at.start, end: given.at(-1)?.value.at.end ?? at.end };
}

function textOf(given: readonly Argument[], at: Expression['at']): Expression {
  return { kind: 'template', parts: given.map(({ value }) => value), at };
}

function template(
  format: string,
  formatAt: Expression['at'],
  given: readonly Argument[],
  at: Expression['at'],
): Expression {
  const parts: Expression[] = [];
  let done = 0;
  let next = 0;
  const words = (to: number): void => {
    if (to > done) parts.push({ kind: 'literal', value: format.slice(done, to), at: formatAt });
  };
  for (const match of format.matchAll(VERB)) {
    const [whole, index, verb = ''] = match;
    words(match.index);
    done = match.index + whole.length;
    if (verb === '%') {
      parts.push({ kind: 'literal', value: '%', at: formatAt });
      continue;
    }
    if (index !== undefined) next = Number(index) - 1;
    const value = given[next]?.value;
    next += 1;
    if (value !== undefined) parts.push(...shown(verb, value));
  }
  words(format.length);
  // What has no verb is evaluated all the same.
  for (const { value } of given.slice(Math.max(next, 0))) parts.push(value);
  return { kind: 'template', parts, at };
}

/** A value as a verb shows it: numbers hold no text, `%q` puts it between quotes. */
function shown(verb: string, value: Expression): Expression[] {
  const { at } = value;
  if ('svwT'.includes(verb)) return [value];
  if (verb !== 'q') return [{ kind: 'cast', type: { name: 'int' }, operand: value, at }];
  const callee: Expression = {
    kind: 'member',
    object: { kind: 'name', name: 'strconv', at },
    property: 'Quote',
    at,
  };
  const quoted: Expression = { kind: 'call', callee, arguments: [{ value }], at };
  return [{ kind: 'literal', value: '"', at }, quoted, { kind: 'literal', value: '"', at }];
}

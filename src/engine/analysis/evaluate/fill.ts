import type { CallFact } from '../facts.ts';
import type { Fill } from '../framework.ts';
import type { SinkKind } from '../flow-kinds.ts';
import type { Taint, Value } from '../value.ts';
import { formatPercent } from './fold.ts';
import { collectionOf } from './items.ts';
import type { Machine } from './machine.ts';
import { madeSafe, textValue, UNKNOWN } from './make-value.ts';
import { fillPointed, pointedBy } from './pointed.ts';

/** Writes what a call writes to where its arguments point, as the tables say; whether they say anything. */
export function applyFills(machine: Machine, call: CallFact, names: readonly string[]): boolean {
  const fills = machine.knowledge.fills(names);
  for (const fill of fills) {
    if (fill.when?.(call) === false) continue;
    const numbers = fill.how === 'scan' ? numbersOf(call, fill) : undefined;
    for (const [index, position] of fill.to.entries()) {
      const target = call.arguments[position];
      if (target === undefined || target.argument.value.kind === 'literal') continue;
      const filled = plain(filledWith(machine, call, fill, target.value));
      const value = numbers?.[index] === true ? numberOf(filled) : filled;
      const safe = fill.safeFor === undefined ? value : madeSafe(value, fill.safeFor);
      fillPointed(machine, target.argument.value, {
        ...safe,
        traits: [names[0] ?? ''],
        ...(fill.how === 'source' || fill.how === 'scan' ? { origin: call.expression } : {}),
      });
    }
  }
  return fills.length > 0;
}

function filledWith(machine: Machine, call: CallFact, fill: Fill, before: Value): Value {
  const { how, from, of } = fill;
  const given = (from === undefined ? undefined : call.argument(from)) ?? UNKNOWN;
  switch (how) {
    case 'copy':
      return given;
    case 'append':
      return textValue([before, given]);
    case 'format': {
      const rest = call.arguments.slice((from ?? 0) + 1).map(({ value }) => value);
      const row = new Map(rest.map((value, index) => [String(index), value]));
      return formatPercent(given, collectionOf({ ...UNKNOWN, form: 'tuple' }, row, true));
    }
    case 'unknown':
      return UNKNOWN;
    case 'scan':
      if (of !== undefined) return { ...UNKNOWN, taints: call.argument(of)?.taints ?? [] };
      return { ...UNKNOWN, taints: [outsideTaint(machine, call, fill)] };
    case 'source':
      return { ...UNKNOWN, taints: [outsideTaint(machine, call, fill)] };
  }
}

function outsideTaint(machine: Machine, { at }: CallFact, { kind = 'local', what = 'outside' }: Fill): Taint {
  const step = { path: machine.path, at, message: `Data comes from ${what}.`, before: undefined, length: 1 };
  return {
    source: `${machine.path}:${String(at.start)}`,
    kind,
    what,
    parameter: -1,
    safeFor: [],
    steps: step,
  };
}

/** Sinks that text does harm in, and no number. */
const TEXT_KINDS: readonly SinkKind[] = [
  'sql',
  'nosql',
  'shell',
  'argument',
  'code',
  'path',
  'html',
  'template',
  'url',
  'redirect',
  'header',
  'log',
  'xpath',
  'ldap',
  'xml',
  'format',
  'mail',
  'csv',
  'environment',
];

/** scanf's conversions; `%*s` is read and thrown away. */
const CONVERSION = /%(\*?)\d*(?:hh|ll|[hljztLm])?(\[\^?\]?[^\]]*\]|[a-zA-Z%])/g;

/** By position behind the format: whether a number is read, and no text. */
function numbersOf(call: CallFact, { from }: Fill): readonly boolean[] {
  const format = from === undefined ? undefined : call.argument(from)?.constant?.value;
  if (typeof format !== 'string') return [];
  const numbers: boolean[] = [];
  for (const [, star, conversion = ''] of format.matchAll(CONVERSION)) {
    if (star !== '*' && conversion !== '%') numbers.push(!/^(?:[sScC]|\[)/.test(conversion));
  }
  return numbers;
}

/** A number from outside: its size may do harm where tables say so; no text is in it. */
function numberOf({ taints }: Value): Value {
  return madeSafe({ ...UNKNOWN, taints, isNumeric: true }, TEXT_KINDS);
}

/** A copy is no longer the thing that was copied. */
function plain({ name: _name, function: _function, class: _class, test: _test, ...value }: Value): Value {
  return value;
}

/** A call that nothing is known of may write to every array that it is handed. */
export function forgetStorages(machine: Machine, call: CallFact, taints: Value['taints']): void {
  for (const { argument, value } of call.arguments) {
    if (value.isStorage !== true || (value.constant === undefined && value.parts === undefined)) continue;
    const { target } = pointedBy(argument.value);
    if (target.kind === 'name') machine.store(target, { ...UNKNOWN, taints, isStorage: true });
  }
}

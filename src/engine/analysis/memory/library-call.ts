import type { CallExpression } from '../ir.ts';
import { givenOrigin, scanInput } from './scan-input.ts';
import { checkSign } from './check-sign.ts';
import { checkOverlap } from './check-overlap.ts';
import { checkAllocation } from './check-allocation.ts';
import { checkGivenLength } from './check-given-length.ts';
import { checkAccess, checkTarget, described, reportNegative, roomOf } from './access.ts';
import { fillEmpty, forgetValues, REAL, share } from './assign.ts';
import { highest, isSurelyAbove } from './bounds.ts';
import { checkRoom, checkStart, checkTerminated, copyText } from './copy-text.ts';
import { formatLength } from './format-length.ts';
import { checkLeft } from './claimed-size.ts';
import { decodedNumber } from './decoded-number.ts';
import { constant, isConstant, type Linear, plus, shifted, symbolic, times, ZERO } from './linear.ts';
import type { Amount, MemoryCall } from './memory-call.ts';
import type { MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING, type Region } from './memory-state.ts';
import { releaseMemory, replaceMemory } from './release.ts';
import { forgetText, textLength } from './text-length.ts';
import { checkProduct } from './wrapping-size.ts';

/** Does what the table says of a call. */
export function applyCall(
  machine: MemoryMachine,
  state: MemoryState,
  known: MemoryCall,
  call: CallExpression,
  given: readonly MemoryValue[],
): MemoryValue {
  const { at } = call;
  given.forEach((value, index) => {
    if (value.kind !== 'pointer' || known.releases?.argument === index) return;
    const isRead = known.reads?.from === index || known.derefs?.includes(index) === true;
    if (!isRead) fillEmpty(state, value.region);
    const region = state.region(value.region);
    if (region !== undefined && state.isGone(region)) checkTarget(machine, state, value, at);
  });
  for (const index of known.derefs ?? []) checkPlain(machine, state, given[index], at);
  if (known.reads !== undefined) {
    const value = given[known.reads.from];
    const bytes = amountOf(machine, state, known.reads.bytes, given);
    // `send(socket, NULL, 0, 0)`
    const isNothing = value?.kind === 'null' && bytes !== undefined && isConstant(bytes) && bytes.add === 0;
    if (value !== undefined && !isNothing) checkSized(machine, state, value, bytes, at, false);
  }
  if (known.writes !== undefined) {
    const value = given[known.writes.into];
    const bytes = amountOf(machine, state, known.writes.bytes, given);
    if (value !== undefined) checkSized(machine, state, value, bytes, at, true);
    if (value?.kind === 'pointer') forgetText(state, value.region);
  }
  if (known.isForApart === true && known.reads !== undefined && known.writes !== undefined) {
    const bytes = amountOf(machine, state, known.writes.bytes, given);
    checkOverlap(machine, given[known.reads.from], given[known.writes.into], bytes, at);
  }
  if (known.fills !== undefined) fill(machine, state, known.fills, given, at);
  if (known.copiesText !== undefined) copyText(machine, state, known.copiesText, given, at);
  if (known.formats !== undefined) formatText(machine, state, known.formats, call, given);
  if (known.scans !== undefined) scanInput(machine, state, known.scans, call, given);
  if (known.receives !== undefined) receive(machine, state, known.receives, given, at);
  if (known.neverReturns === true) state.isDead = true;
  const result = resultOf(machine, state, known, call, given);
  if (known.releases !== undefined) {
    const value = given[known.releases.argument];
    if (value?.kind === 'pointer' && known.allocates !== undefined && result.kind === 'pointer') {
      replaceMemory(machine, state, value, result.region, at);
    } else if (value !== undefined) releaseMemory(machine, state, value, known.releases.family, at);
  }
  return result;
}

function checkPlain(
  machine: MemoryMachine,
  state: MemoryState,
  value: MemoryValue | undefined,
  at: CallExpression['at'],
): void {
  if (value === undefined) return;
  checkTarget(machine, state, value, at);
  checkStart(machine, state, value, at);
  checkTerminated(machine, state, value, at);
}

export function amountOf(
  machine: MemoryMachine,
  state: MemoryState,
  amount: Amount,
  given: readonly MemoryValue[],
): Linear | undefined {
  let bytes: Linear | undefined;
  if ('textOf' in amount) {
    const value = given[amount.textOf];
    bytes = value === undefined ? undefined : textLength(state, value);
  } else {
    const value = given[amount.argument];
    bytes = value?.kind === 'number' ? value.value : undefined;
    const factor = amount.times === undefined ? undefined : given[amount.times];
    if (amount.times !== undefined) {
      const product = bytes !== undefined && factor?.kind === 'number' ? times(bytes, factor.value) : undefined;
      bytes = product;
    }
  }
  return bytes === undefined ? undefined : shifted(bytes, amount.plus ?? 0);
}

/** An access of so many bytes, which somebody else may decide. */
function checkSized(
  machine: MemoryMachine,
  state: MemoryState,
  value: MemoryValue,
  bytes: Linear | undefined,
  at: CallExpression['at'],
  isWrite: boolean,
): void {
  if (bytes === undefined) {
    checkTarget(machine, state, value, at);
    return;
  }
  if (isConstant(bytes) && bytes.add < 0) {
    reportNegative(machine, at);
    return;
  }
  checkSign(machine, state, bytes, at);
  if (isWrite) checkGivenLength(machine, state, value, bytes, at);
  checkAccess(machine, state, value, { at, bytes, isWrite });
}

function fill(
  machine: MemoryMachine,
  state: MemoryState,
  fills: NonNullable<MemoryCall['fills']>,
  given: readonly MemoryValue[],
  at: CallExpression['at'],
): void {
  const value = given[fills.into];
  const byte = given[fills.byte];
  const bytes = amountOf(machine, state, fills.bytes, given);
  if (value === undefined) return;
  checkSized(machine, state, value, bytes, at, true);
  if (value.kind !== 'pointer' || bytes === undefined) return;
  forgetText(state, value.region);
  const isZero = byte?.kind === 'number' && isConstant(byte.value) && byte.value.add === 0;
  if (isZero) {
    const isWhole = isConstant(value.offset) && value.offset.add === 0;
    state.change(value.region, { text: ZERO, isUnterminated: false, ...(isWhole && { isZeroed: true }) });
  } else if (byte?.kind === 'number' && isConstant(byte.value))
    state.change(value.region, { filled: bytes, isUnterminated: true });
}

function formatText(
  machine: MemoryMachine,
  state: MemoryState,
  { into, format, limit }: NonNullable<MemoryCall['formats']>,
  call: CallExpression,
  given: readonly MemoryValue[],
): void {
  const { at } = call;
  const value = given[into];
  if (value === undefined) return;
  const target = checkTarget(machine, state, value, at);
  const written = call.arguments[format]?.value;
  const text = written?.kind === 'literal' && typeof written.value === 'string' ? written.value : undefined;
  for (const one of given.slice(format + 1))
    if (one.kind === 'null') machine.report('null-dereference', at, 'A null pointer is printed as a text.', 'medium');
  const most = limit === undefined ? undefined : given[limit];
  if (most?.kind === 'number') {
    checkLeft(machine, state, most.value, at);
    checkAccess(machine, state, value, { at, bytes: most.value, isWrite: true });
  }
  if (value.kind !== 'pointer') return;
  const room = roomOf(target, value.offset);
  if (limit === undefined && text !== undefined && target !== undefined && room !== undefined) {
    const values = given.slice(format + 1);
    const { length, open, most: longest } = formatLength(state, text, values);
    if (longest !== undefined && isConstant(room) && room.isNominal !== true && longest + 1 > room.add)
      machine.report(
        'write-beyond',
        at,
        `The numbers may have more digits than the ${described(state, room)} of '${target.name}' have room for.`,
        'medium',
        { storage: target.storage },
      );
    if (length !== undefined) checkRoom(machine, state, { target, source: undefined, room, before: ZERO, length, at });
    else {
      const unlimited = open.find((one) => {
        const own = textLength(state, one);
        return (
          own !== undefined &&
          highest(state, own) === Number.POSITIVE_INFINITY &&
          state.facts(own.symbol).isTested !== true
        );
      });
      if (unlimited !== undefined && target.storage !== 'outside' && isConstant(room))
        machine.report(
          'unlimited-text',
          at,
          `A text of any length is put into the ${described(state, room)} of '${target.name}'.`,
          'medium',
          {
            storage: target.storage,
          },
        );
    }
  }
  if (target !== undefined) forgetText(state, target.id);
}

/** Less than there is room for: what was zero before ends the text. */
function isBelowEnd(state: MemoryState, { size }: Region, offset: Linear, bytes: Linear | undefined): boolean {
  const end = bytes === undefined ? undefined : plus(offset, bytes);
  return end !== undefined && size !== undefined && isSurelyAbove(state, size, end);
}

function receive(
  machine: MemoryMachine,
  state: MemoryState,
  { into, limit, isText }: NonNullable<MemoryCall['receives']>,
  given: readonly MemoryValue[],
  at: CallExpression['at'],
): void {
  const value = given[into];
  if (value?.kind !== 'pointer') return;
  const region = state.region(value.region);
  if (region === undefined) return;
  const bytes = limit === undefined ? undefined : amountOf(machine, state, limit, given);
  if (limit === undefined) {
    if (region.storage !== 'outside')
      machine.report('unlimited-text', at, `A text of any length is read into '${region.name}'.`, 'high', {
        storage: region.storage,
      });
  } else checkSized(machine, state, value, bytes, at, true);
  const isEnded = region.isZeroed === true && isBelowEnd(state, region, value.offset, bytes);
  forgetText(state, value.region);
  state.change(value.region, { origin: 'input', isUnterminated: isText !== true && !isEnded });
  forgetValues(state, value.region);
  if (isText !== true) return;
  const symbol = `length#${value.region}`;
  state.learn(symbol, {
    low: ZERO,
    isUnsigned: true,
    origin: 'input',
    ...(bytes !== undefined && { high: shifted(bytes, -1) }),
  });
  state.change(value.region, { text: symbolic(symbol) });
}

function resultOf(
  machine: MemoryMachine,
  state: MemoryState,
  known: MemoryCall,
  call: CallExpression,
  given: readonly MemoryValue[],
): MemoryValue {
  const { allocates, findsOrNull, givesArgument, returns, range } = known;
  if (allocates !== undefined) return allocated(machine, state, known, call, given);
  if (givesArgument !== undefined) return given[givesArgument] ?? NOTHING;
  if (findsOrNull === true) {
    const searched = known.derefs?.[0] === 0 ? given[0] : undefined;
    const region = machine.newRegion(state, {
      storage: 'outside',
      name: known.callee,
      at: call.at,
      nullness: 'may-be',
      isShared: true,
      ...(searched?.kind === 'pointer' && { within: state.region(searched.region)?.within ?? searched.region }),
    });
    return { kind: 'pointer', region, offset: ZERO };
  }
  const limits = range === undefined ? {} : { low: constant(range[0]), high: constant(range[1]) };
  switch (returns) {
    case 'text-length': {
      const length = given[0] === undefined ? undefined : textLength(state, given[0]);
      return length === undefined ? NOTHING : { kind: 'number', value: length };
    }
    case 'input-number': {
      const origin = known.derefs === undefined ? 'input' : givenOrigin(state, given[0]);
      const facts = { ...limits, ...(origin !== undefined && { origin }), bits: 32 };
      return { kind: 'number', value: machine.number(state, known.callee, facts) };
    }
    case 'input-real':
      return { kind: 'number', value: machine.number(state, known.callee, REAL) };
    case 'received-count': {
      const most =
        known.receives?.limit === undefined ? undefined : amountOf(machine, state, known.receives.limit, given);
      const value = machine.number(state, 'count', {
        low: constant(-1),
        origin: 'input',
        ...(most !== undefined && { high: most, isLength: true }),
      });
      return { kind: 'number', value };
    }
    case 'received-text': {
      const region = machine.newRegion(state, {
        storage: 'outside',
        name: known.callee,
        at: call.at,
        nullness: 'may-be',
        isShared: true,
        origin: 'input',
      });
      return { kind: 'pointer', region, offset: ZERO, type: { name: 'char' } };
    }
    case 'wanted-length':
      return { kind: 'number', value: machine.number(state, known.callee, { low: constant(-1), isWanted: true }) };
    case 'decoded-number':
      return decodedNumber(machine, state, known.callee);
    case 'number':
      return { kind: 'number', value: machine.number(state, known.callee, limits) };
    default:
      return NOTHING;
  }
}

function allocated(
  machine: MemoryMachine,
  state: MemoryState,
  { allocates, callee }: MemoryCall,
  call: CallExpression,
  given: readonly MemoryValue[],
): MemoryValue {
  if (allocates === undefined) return NOTHING;
  const { at } = call;
  const asked = allocates.bytes === undefined ? undefined : amountOf(machine, state, allocates.bytes, given);
  // A negative size counts as a very large one, and fails.
  const size = asked !== undefined && isConstant(asked) && asked.add < 0 ? undefined : asked;
  if (size !== undefined) checkAllocation(machine, state, size, at);
  const written = allocates.bytes !== undefined && 'argument' in allocates.bytes ? allocates.bytes.argument : -1;
  checkProduct(
    machine,
    state,
    call,
    call.arguments.slice(written, written + 1).map(({ value }) => value),
    allocates.hasArrayForm === true,
  );
  const copied = allocates.textOf === undefined ? undefined : given[allocates.textOf];
  if (copied !== undefined) checkTarget(machine, state, copied, at);
  const text = copied === undefined ? undefined : textLength(state, copied);
  const region = machine.newRegion(state, {
    storage: allocates.isOnStack === true ? 'stack' : 'heap',
    name: callee,
    at,
    nullness: allocates.isNeverNull === true ? 'never' : 'may-be',
    ...(size !== undefined && { size }),
    ...(allocates.family !== undefined && { family: allocates.family }),
    ...(text !== undefined && { text }),
  });
  if (allocates.family === undefined && allocates.isOnStack !== true)
    share(state, { kind: 'pointer', region, offset: ZERO });
  return { kind: 'pointer', region, offset: ZERO };
}

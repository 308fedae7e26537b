import type { Place } from '../ir.ts';
import { checkAccess, checkTarget, described, reportNegative, roomOf } from './access.ts';
import { attainedHigh, highest, isSurelyAbove, isSurelyWithin } from './bounds.ts';
import { constant, isConstant, type Linear, plus, shifted, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryCall } from './memory-call.ts';
import type { MemoryState, MemoryValue, Region } from './memory-state.ts';
import { knownSum } from './sums.ts';
import { forgetText, textLength } from './text-length.ts';

type TextCopy = NonNullable<MemoryCall['copiesText']>;

/** `strcpy` and its kin. */
export function copyText(
  machine: MemoryMachine,
  state: MemoryState,
  copy: TextCopy,
  given: readonly MemoryValue[],
  at: Place,
): void {
  const [into, from] = [given[copy.into], given[copy.from]];
  if (into === undefined || from === undefined) return;
  const source = checkTarget(machine, state, from, at);
  checkStart(machine, state, from, at);
  checkTerminated(machine, state, from, at);
  const target = checkTarget(machine, state, into, at);
  if (target === undefined || into.kind !== 'pointer') return;
  keepOrigin(state, target, source, copy.appends === true);
  const before = copy.appends === true ? textLength(state, into) : ZERO;
  const length = textLength(state, from);
  const room = roomOf(target, into.offset);
  const limit = copy.limit === undefined ? undefined : given[copy.limit];
  if (copy.limit === undefined) {
    if (room !== undefined) checkRoom(machine, state, { target, source, room, before, length, at });
    remember(state, target, into, before, length, false);
    return;
  }
  if (limit?.kind !== 'number') {
    remember(state, target, into, undefined, undefined, false);
    return;
  }
  if (isConstant(limit.value) && limit.value.add < 0) {
    reportNegative(machine, at);
    return;
  }
  const isOwnLength = length !== undefined && limit.value.symbol !== undefined && limit.value.symbol === length.symbol;
  if (isOwnLength && room !== undefined && copy.isLimitOfAll !== true) {
    // The limit says how long the source is, and nothing of the target.
    checkRoom(machine, state, { target, source, room, before, length: shifted(limit.value, -1), at });
  } else checkLimit(machine, state, { copy, target, into, room, before, limit: limit.value, length, at });
  const isSurelyCut =
    copy.mayLackEnd === true && length !== undefined && isSurelyAbove(state, shifted(length, 1), limit.value);
  const isCut =
    copy.mayLackEnd === true && (length === undefined || !isSurelyWithin(state, shifted(length, 1), limit.value));
  const kept = length !== undefined && isSurelyWithin(state, length, limit.value) ? length : undefined;
  remember(state, target, into, before, kept, isCut);
  if (isSurelyCut) state.change(target.id, { isCut: true });
  if (kept === undefined && copy.appends !== true && !isCut) {
    const high = copy.isLimitOfAll === true ? shifted(limit.value, -1) : limit.value;
    state.learn(`length#${target.id}`, { low: ZERO, high, isUnsigned: true });
    state.change(target.id, { text: { symbol: `length#${target.id}`, scale: 1, add: 0 } });
  }
}

/** A copy of what somebody outside gave is of them, too. */
function keepOrigin(state: MemoryState, target: Region, source: Region | undefined, isAdded: boolean): void {
  const { origin, ...rest } = target;
  const given = source?.origin ?? (isAdded ? origin : undefined);
  if (given === origin) return;
  state.regions.set(target.id, { ...rest, ...(given !== undefined && { origin: given }) });
}

interface LimitedCopy {
  readonly copy: TextCopy;
  readonly target: Region;
  readonly into: MemoryValue;
  readonly room: Linear | undefined;
  readonly before: Linear | undefined;
  readonly limit: Linear;
  readonly length: Linear | undefined;
  readonly at: Place;
}

function checkLimit(
  machine: MemoryMachine,
  state: MemoryState,
  { copy, target, into, room, before, limit, length, at }: LimitedCopy,
): void {
  if (copy.appends !== true) {
    // A short source that is known ends the copy before the limit, unless the rest is filled up.
    const isShort = copy.mayLackEnd !== true && length !== undefined && isConstant(length);
    checkAccess(machine, state, into, { at, bytes: isShort ? shifted(length, 1) : limit, isWrite: true });
    return;
  }
  if (room === undefined) return;
  // `strncat(buffer, text, sizeof(buffer))`: what is there already takes room, too, and so does the end.
  const all = before === undefined ? shifted(limit, 1) : (plus(before, shifted(limit, 1)) ?? shifted(limit, 1));
  const isShort = length !== undefined && before !== undefined && isConstant(length) && isConstant(before);
  if (isShort && !isSurelyAbove(state, constant(before.add + length.add + 1), room)) return;
  if (isSurelyAbove(state, all, room))
    machine.report(
      'write-beyond',
      at,
      `The limit is as large as '${target.name}' itself, without the text in it.`,
      'medium',
      {
        storage: target.storage,
      },
    );
}

interface Copy {
  readonly target: Region;
  readonly source: Region | undefined;
  readonly room: Linear;
  readonly before: Linear | undefined;
  readonly length: Linear | undefined;
  readonly at: Place;
}

/** Whether a text of unknown length fits. */
export function checkRoom(machine: MemoryMachine, state: MemoryState, copy: Copy): void {
  const { target, source, room, before, length, at } = copy;
  const storage = { storage: target.storage };
  if (length !== undefined && before !== undefined) {
    const all = knownSum(state, before, shifted(length, 1));
    if (all !== undefined && isSurelyAbove(state, all, room)) {
      machine.report(
        'write-beyond',
        at,
        `The text is longer than the ${described(state, room)} of '${target.name}'.`,
        'high',
        storage,
      );
      return;
    }
    if (all !== undefined && isSurelyWithin(state, all, room)) return;
    const high = all === undefined ? undefined : attainedHigh(state, all);
    if (high !== undefined && isSurelyAbove(state, high, room)) {
      machine.report(
        'write-beyond',
        at,
        `The text may be longer than the ${described(state, room)} of '${target.name}'.`,
        'medium',
        storage,
      );
      return;
    }
  }
  const facts = state.facts(length?.symbol);
  if (facts.isTested === true || target.storage === 'outside' || length === undefined) return;
  if (highest(state, length) !== Number.POSITIVE_INFINITY || !isConstant(room)) return;
  machine.report(
    'unlimited-text',
    at,
    `A text of any length is put into the ${described(state, room)} of '${target.name}'.`,
    source?.origin === 'input' || source?.origin === 'parameter' ? 'high' : 'medium',
    storage,
  );
}

/** Looks for a text that nobody has ended. */
export function checkTerminated(machine: MemoryMachine, state: MemoryState, value: MemoryValue, at: Place): void {
  if (value.kind !== 'pointer') return;
  const region = state.region(value.region);
  if (region?.isUnterminated !== true) return;
  machine.report('unterminated', at, `The text in '${region.name}' may have no end.`, 'medium', {
    storage: region.storage,
  });
  state.change(region.id, { isUnterminated: false, isCut: false });
}

/** A text that is read from in front of its memory. */
export function checkStart(machine: MemoryMachine, state: MemoryState, value: MemoryValue, at: Place): void {
  if (value.kind !== 'pointer' || !isConstant(value.offset) || value.offset.add >= 0) return;
  checkAccess(machine, state, value, { at, bytes: constant(1), isWrite: false });
}

function remember(
  state: MemoryState,
  target: Region,
  into: MemoryValue,
  before: Linear | undefined,
  length: Linear | undefined,
  isUnterminated: boolean,
): void {
  forgetText(state, target.id);
  const isAtStart = into.kind === 'pointer' && isConstant(into.offset) && into.offset.add === 0;
  const text = before === undefined || length === undefined || !isAtStart ? undefined : knownSum(state, before, length);
  state.change(target.id, { isUnterminated, ...(text !== undefined && { text }) });
}

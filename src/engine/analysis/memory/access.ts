import type { Confidence } from '#core/severity.ts';
import type { Place } from '../ir.ts';
import { attainedHigh, attainedLow, highest, isSurelyAbove, isSurelyWithin, lowest } from './bounds.ts';
import { comparedNames } from './compared-names.ts';
import { checkEnd } from './ended-by.ts';
import type { Access } from './access-place.ts';
import { checkClaimed } from './claimed-size.ts';
import { isConstant, type Linear, plus, ZERO, nameOfSymbol } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue, Region } from './memory-state.ts';
import { knownSum } from './sums.ts';

/** Looks at one access through a pointer: is there anything, is it still there, and is it large enough. */
export function checkAccess(machine: MemoryMachine, state: MemoryState, value: MemoryValue, access: Access): void {
  const region = checkTarget(machine, state, value, access.at);
  if (region === undefined || value.kind !== 'pointer') return;
  const start = knownSum(state, value.offset, access.offset ?? ZERO);
  if (start === undefined) {
    if (region.size === undefined && access.offset !== undefined)
      checkDecoded(machine, state, region, access.offset, access);
    return;
  }
  const end = knownSum(state, start, access.bytes);
  if (region.size === undefined) {
    checkBeforeText(machine, state, region, start, access);
    checkFalling(machine, state, region, start, access);
    checkEnd(machine, state, region, access.at, access.isWrite);
    const { claimed } = region;
    if (end !== undefined && claimed !== undefined)
      checkClaimed(machine, state, { region, claimed, start, end, access });
    else checkDecoded(machine, state, region, start, access);
    return;
  }
  checkBefore(machine, state, region, start, access);
  if (end !== undefined) checkBeyond(machine, state, region, region.size, end, access);
}

/** Whether what a value points to is there; gives the region back when it makes sense to go on. */
export function checkTarget(
  machine: MemoryMachine,
  state: MemoryState,
  value: MemoryValue,
  at: Place,
): Region | undefined {
  if (value.kind === 'null') {
    machine.report('null-dereference', at, 'A null pointer is followed.', 'high');
    // The program ends there, so what comes behind is no fault of this way.
    state.isDead = true;
    return undefined;
  }
  if (value.kind !== 'pointer') return undefined;
  const region = state.region(value.region);
  if (region === undefined) return undefined;
  if (state.isGone(region)) {
    machine.report('use-after-free', at, `Memory of '${region.name}' is used after it was given back.`, 'high', {
      ...(region.releasedAt !== undefined && { since: region.releasedAt }),
    });
    return undefined;
  }
  if (region.nullness === 'is') {
    // In what is called, the null is one that a caller would have to hand over.
    const confidence = machine.frame.depth > 0 ? 'low' : 'high';
    machine.report('null-dereference', at, `'${region.name}' is followed where it is null.`, confidence);
    state.isDead = true;
    return undefined;
  }
  if (region.nullness === 'may-be') {
    machine.report('unchecked-null', at, `What '${region.name}' gives is followed without a test for null.`, 'medium', {
      since: region.at,
      from: region.name,
    });
    state.change(region.id, { nullness: 'never' });
    if (region.isNullHere === true) state.isDead = true;
  } else if (region.nullness === 'unknown' && region.trustedAt === undefined)
    state.change(region.id, { trustedAt: at, trustedIn: machine.frame.function.name });
  return region;
}

function checkBefore(machine: MemoryMachine, state: MemoryState, region: Region, start: Linear, access: Access): void {
  const low = attainedLow(state, start);
  const kind = access.isWrite ? 'write-before' : 'read-before';
  const facts = state.facts(start.symbol);
  const more = { storage: region.storage, ...(facts.isSignLost === true && { isSignLost: true }) };
  if (isSurelyAbove(state, ZERO, low)) {
    machine.report(
      kind,
      access.at,
      `The access is before the start of '${region.name}'.`,
      sureness(state, start),
      more,
    );
    return;
  }
  const isOpen = facts.origin !== undefined && lowest(state, start) === Number.NEGATIVE_INFINITY;
  if (!isOpen || facts.isUnsigned === true || start.scale < 0) return;
  const isHalfTested = highest(state, start) !== Number.POSITIVE_INFINITY;
  machine.report(
    kind,
    access.at,
    `The index into '${region.name}' may be negative.`,
    facts.origin === 'input' || isHalfTested ? 'medium' : 'low',
    more,
  );
}

/** `text[strlen(text) - 1]`, of a text that may be empty. */
function checkBeforeText(
  machine: MemoryMachine,
  state: MemoryState,
  region: Region,
  start: Linear,
  access: Access,
): void {
  const facts = state.facts(start.symbol);
  if (facts.isLength !== true || facts.isTested === true || facts.isNonZero === true) return;
  if (start.scale !== 1 || start.add >= 0 || lowest(state, start) >= 0) return;
  machine.report(
    access.isWrite ? 'write-before' : 'read-before',
    access.at,
    `The access is before the start of '${region.name}' when the text is empty.`,
    'medium',
    { storage: region.storage },
  );
}

/** `path + length` with a length that every round makes smaller, and that nothing compares. */
function checkFalling(machine: MemoryMachine, state: MemoryState, region: Region, start: Linear, access: Access): void {
  if (!access.isWrite || start.symbol === undefined || state.facts(start.symbol).isFalling !== true) return;
  if (isCompared(machine, start.symbol)) return;
  machine.report(
    'write-before',
    access.at,
    `Every round of the loop comes nearer to the start of '${region.name}', and nothing looks whether it is passed.`,
    'medium',
    { storage: region.storage },
  );
}

/** Whether the function that runs compares the variable that a symbol stands for. */
function isCompared(machine: MemoryMachine, symbol: string): boolean {
  const { all } = comparedNames(machine.frame.function, machine.program.table.names.checks);
  return all.has(nameOfSymbol(symbol));
}

/** As many bytes as one byte can count. */
const LARGE = 256;

/** A place or a length that somebody else's bytes say, in memory whose size the file does not show. */
function checkDecoded(machine: MemoryMachine, state: MemoryState, region: Region, start: Linear, access: Access): void {
  const limit = state.facts(start.symbol).high;
  const decoded = [start, access.bytes, ...(limit === undefined ? [] : [limit])].find((number) => {
    const facts = state.facts(number.symbol);
    // `table[word >> 4 & 15]`
    if (highest(state, number) < LARGE) return false;
    return facts.isDecoded === true && facts.isTested !== true && (facts.bits ?? 32) > 8;
  });
  if (decoded === undefined) return;
  machine.report(
    access.isWrite ? 'write-beyond' : 'read-beyond',
    access.at,
    `A number from outside says where in '${region.name}' the access is, and nothing has looked at it.`,
    'medium',
    { storage: region.storage },
  );
}

function checkBeyond(
  machine: MemoryMachine,
  state: MemoryState,
  region: Region,
  size: Linear,
  end: Linear,
  access: Access,
): void {
  const kind = access.isWrite ? 'write-beyond' : 'read-beyond';
  const storage = { storage: region.storage };
  const high = attainedHigh(state, end);
  if (isSurelyAbove(state, high, size)) {
    machine.report(
      kind,
      access.at,
      `The access ends behind the ${described(state, size)} of '${region.name}'.`,
      sureness(state, end),
      storage,
    );
    return;
  }
  const facts = state.facts(end.symbol);
  if (isWronglyTested(state, end, size)) {
    machine.report(
      kind,
      access.at,
      `The number is compared with a limit that lies behind the ${described(state, size)} of '${region.name}'.`,
      'medium',
      storage,
    );
    return;
  }
  if (
    facts.isUnbounded === true &&
    isConstant(size) &&
    access.isWrite &&
    end.symbol !== undefined &&
    highest(state, end) === Number.POSITIVE_INFINITY &&
    !isCompared(machine, end.symbol)
  ) {
    machine.report(
      kind,
      access.at,
      `Every round of the loop writes further, and nothing looks whether the ${described(state, size)} of '${region.name}' are full.`,
      'medium',
      storage,
    );
    return;
  }
  const isBy = facts.origin !== undefined || (facts.isWanted === true && facts.isTested !== true);
  const isOpen = isBy && highest(state, end) === Number.POSITIVE_INFINITY && end.scale > 0;
  if (!isOpen || isSurelyWithin(state, end, size)) return;
  const isHalfTested = lowest(state, end) !== Number.NEGATIVE_INFINITY && facts.isUnsigned !== true;
  machine.report(
    kind,
    access.at,
    `Nothing keeps the access within the ${described(state, size)} of '${region.name}'.`,
    facts.isWanted === true ? 'medium' : openSureness(facts.origin, isHalfTested, facts.isTested === true),
    storage,
  );
}

/** `if (n > 255) return;` and then the n-th of 255. */
export function isWronglyTested(state: MemoryState, end: Linear, size: Linear): boolean {
  const facts = state.facts(end.symbol);
  if (facts.isHighTested !== true || facts.isCounter === true || end.scale < 1) return false;
  if (!isConstant(size) || size.isNominal === true || end.isNominal === true) return false;
  const high = facts.high;
  return high !== undefined && isConstant(high) && highest(state, end) > size.add;
}

function openSureness(origin: string | undefined, isHalfTested: boolean, isTested: boolean): Confidence {
  if (origin === 'input') return isTested && !isHalfTested ? 'low' : 'medium';
  return isHalfTested ? 'medium' : 'low';
}

function sureness(state: MemoryState, linear: Linear): Confidence {
  const { origin } = state.facts(linear.symbol);
  return isConstant(linear) || origin !== 'parameter' ? 'high' : 'medium';
}

/** A size below zero. */
export function reportNegative(machine: MemoryMachine, at: Place): void {
  machine.report('negative-size', at, 'The size is negative, which counts as a very large one.', 'high');
}

export function described(state: MemoryState, size: Linear): string {
  const bytes = lowest(state, size) === highest(state, size) ? lowest(state, size) : undefined;
  return bytes === undefined || size.isNominal === true ? 'end' : `${bytes} bytes`;
}

/** Room behind an offset into a region; `undefined` when it is not known. */
export function roomOf(region: Region | undefined, offset: Linear): Linear | undefined {
  if (region?.size === undefined) return undefined;
  return plus(region.size, { ...offset, scale: -offset.scale, add: -offset.add });
}

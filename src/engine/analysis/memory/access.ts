import type { Confidence } from '#core/severity.ts';
import type { Place } from '../ir.ts';
import { attainedHigh, attainedLow, highest, isSurelyAbove, isSurelyWithin, lowest } from './bounds.ts';
import { isConstant, type Linear, plus, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue, Region } from './memory-state.ts';

export interface Access {
  readonly at: Place;
  /** From where the pointer points to. */
  readonly offset?: Linear;
  readonly bytes: Linear;
  readonly isWrite: boolean;
}

/** Looks at one access through a pointer: is there anything, is it still there, and is it large enough. */
export function checkAccess(machine: MemoryMachine, state: MemoryState, value: MemoryValue, access: Access): void {
  const region = checkTarget(machine, state, value, access.at);
  if (region === undefined || value.kind !== 'pointer' || region.size === undefined) return;
  const start = plus(value.offset, access.offset ?? ZERO);
  if (start === undefined) return;
  checkBefore(machine, state, region, start, access);
  const end = plus(start, access.bytes);
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
    machine.report('null-dereference', at, `'${region.name}' is followed where it is null.`, 'high');
    return undefined;
  }
  if (region.nullness === 'may-be') {
    machine.report('unchecked-null', at, `What '${region.name}' gives is followed without a test for null.`, 'medium', {
      since: region.at,
    });
    state.change(region.id, { nullness: 'never' });
  } else if (region.nullness === 'unknown' && region.trustedAt === undefined)
    state.change(region.id, { trustedAt: at });
  return region;
}

function checkBefore(machine: MemoryMachine, state: MemoryState, region: Region, start: Linear, access: Access): void {
  const low = attainedLow(state, start);
  const kind = access.isWrite ? 'write-before' : 'read-before';
  if (isSurelyAbove(state, ZERO, low)) {
    machine.report(kind, access.at, `The access is before the start of '${region.name}'.`, sureness(state, start), {
      storage: region.storage,
    });
    return;
  }
  const facts = state.facts(start.symbol);
  const isOpen = facts.origin !== undefined && lowest(state, start) === Number.NEGATIVE_INFINITY;
  if (!isOpen || facts.isUnsigned === true || start.scale < 0) return;
  const isHalfTested = highest(state, start) !== Number.POSITIVE_INFINITY;
  machine.report(
    kind,
    access.at,
    `The index into '${region.name}' may be negative.`,
    facts.origin === 'input' || isHalfTested ? 'medium' : 'low',
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
  const isOpen = facts.origin !== undefined && highest(state, end) === Number.POSITIVE_INFINITY && end.scale > 0;
  if (!isOpen || isSurelyWithin(state, end, size)) return;
  const isHalfTested = lowest(state, end) !== Number.NEGATIVE_INFINITY && facts.isUnsigned !== true;
  machine.report(
    kind,
    access.at,
    `Nothing keeps the access within the ${described(state, size)} of '${region.name}'.`,
    openSureness(facts.origin, isHalfTested, facts.isTested === true),
    storage,
  );
}

function openSureness(origin: string | undefined, isHalfTested: boolean, isTested: boolean): Confidence {
  if (origin === 'input') return isTested && !isHalfTested ? 'low' : 'medium';
  return isHalfTested ? 'medium' : 'low';
}

function sureness(state: MemoryState, linear: Linear): Confidence {
  const { origin } = state.facts(linear.symbol);
  return isConstant(linear) || origin !== 'parameter' ? 'high' : 'medium';
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

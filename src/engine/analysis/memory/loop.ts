import type { Expression, Statement } from '../ir.ts';
import { walk } from '../judges/walk.ts';
import { branch } from './assume.ts';
import { checkBound } from './check-bound.ts';
import { growthOf } from './growth.ts';
import { hideNames } from './hidden-names.ts';
import { shifted } from './linear.ts';
import { isOnce } from './once.ts';
import { tripsOf } from './trips.ts';
import { type Change, changedIn, type LoopChanges } from './changed-names.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, SymbolFacts } from './memory-state.ts';

type Loop = Extract<Statement, { kind: 'loop' }>;

const MOST_STATES = 6;

/**
 * One round stands for all of them: what the loop changes is replaced by "some value of a later round" first, counters keep
 * where they started and what the test says of them.
 */
export function runLoop(machine: MemoryMachine, given: readonly MemoryState[], loop: Loop): readonly MemoryState[] {
  const { frame } = machine;
  const [outerBreaks, outerContinues] = [frame.breaks, frame.continues];
  [frame.breaks, frame.continues] = [[], []];
  const changes = changesOf(loop);
  const showAgain = loop.before === undefined ? undefined : hideNames(machine, loop.before, true);
  const states = machine.runStatements(given, loop.before ?? []).slice(0, MOST_STATES);
  const done: MemoryState[] = [];

  const entered: MemoryState[] = [];
  for (const state of states) {
    checkBound(machine, state, loop.test, changes);
    if (isOnce(machine, state, loop, changes)) {
      done.push(...onlyRound(machine, state, loop));
      continue;
    }
    if (loop.test !== undefined && loop.isTestedAfter !== true) {
      machine.waysHere = states;
      const first = branch(machine, state.copy(), loop.test);
      machine.waysHere = [];
      done.push(...first.no);
      if (first.yes.length === 0) continue;
    }
    const later = state.copy();
    grow(machine, later, loop, changes);
    forget(machine, later, loop, changes);
    if (loop.isTestedAfter === true) entered.push(state.copy());
    if (loop.test === undefined) entered.push(later);
    else entered.push(...branch(machine, later, loop.test).yes);
  }
  const before = entered.map(released);
  let ended = round(machine, entered.slice(0, MOST_STATES), loop);
  // The rounds of loops in loops multiply.
  if (!machine.isFrugal && ended.some((state) => released(state) > Math.max(0, ...before))) {
    // Memory that one round gives back, the next may use.
    const again = ended.map((state) => state.copy());
    for (const state of again) forget(machine, state, loop, changes);
    round(
      machine,
      again.flatMap((state) => (loop.test === undefined ? [state] : branch(machine, state, loop.test).yes)),
      loop,
    );
  }
  ended = ended.slice(0, MOST_STATES);
  for (const state of ended) {
    if (loop.test === undefined) continue;
    forget(machine, state, loop, changes, loop.isTestedAfter === true);
    for (const out of branch(machine, state, loop.test).no) {
      settle(machine, out, changes);
      done.push(out);
    }
  }
  done.push(...frame.breaks);
  [frame.breaks, frame.continues] = [outerBreaks, outerContinues];
  showAgain?.();
  return machine.runStatements(done, loop.otherwise ?? []);
}

/** The ways out of a loop that runs no second round. */
function onlyRound(machine: MemoryMachine, state: MemoryState, loop: Loop): readonly MemoryState[] {
  const { test, isTestedAfter } = loop;
  const first = test !== undefined && isTestedAfter !== true ? branch(machine, state, test) : { yes: [state], no: [] };
  const ended = round(machine, first.yes, loop);
  const out = test === undefined ? [] : ended.flatMap((one) => branch(machine, one, test).no);
  return [...first.no, ...out];
}

const known = new WeakMap<Loop, LoopChanges>();

/** What one round changes; a loop inside of others is come to again and again. */
function changesOf(loop: Loop): LoopChanges {
  const before = known.get(loop);
  if (before !== undefined) return before;
  const parts: (Statement | Expression)[] = [...loop.body, ...(loop.step ?? [])];
  if (loop.test !== undefined) parts.push(loop.test);
  const changes = changedIn(parts);
  known.set(loop, changes);
  return changes;
}

function round(machine: MemoryMachine, states: readonly MemoryState[], loop: Loop): readonly MemoryState[] {
  const { frame } = machine;
  const ended = machine.runStatements(states, loop.body);
  const all = [...ended, ...frame.continues].slice(0, MOST_STATES);
  frame.continues = [];
  return machine.runStatements(all, loop.step ?? []);
}

function released(state: MemoryState): number {
  let count = 0;
  state.regions.forEach(({ isReleased }) => {
    if (isReleased === true) count += 1;
  });
  return count;
}

/** Gives an index that grows with every round the limit that follows from how often the loop runs. */
function grow(machine: MemoryMachine, state: MemoryState, loop: Loop, changes: LoopChanges): void {
  machine.frame.limits.clear();
  const trips = tripsOf(machine, state.copy(), loop.test, changes);
  machine.frame.trips = trips;
  if (trips === undefined || trips > MOST_TRIPS) return;
  for (const [name, { steps, isSet }] of changes.names) {
    if (isSet || steps.length === 0 || !steps.every((step) => step > 0)) continue;
    const value = state.values.get(`r${machine.variable(name)}`);
    const growth = growthIn(loop, name);
    if (value?.kind !== 'number' || growth === undefined || (growth === 1 && steps.length === 1)) continue;
    machine.frame.limits.set(name, shifted(value.value, growth * trips));
  }
}

/** More rounds than this are no limit that anybody meant. */
const MOST_TRIPS = 1_000_000;

/**
 * Replaces what a round changes by what it may be in any later round.
 *
 * @param isAtEnd - The test comes next: pointers are what the round has made them.
 */
function forget(
  machine: MemoryMachine,
  state: MemoryState,
  loop: Loop,
  { names, members, canLeave }: LoopChanges,
  isAtEnd = false,
): void {
  const trips = machine.frame.trips;
  for (const [name, change] of names) {
    const key = `r${machine.variable(name)}`;
    const value = state.values.get(key);
    if (value?.kind === 'uninitialised' && loop.isTestedAfter === true) state.values.delete(key);
    if (value === undefined || value.kind === 'uninitialised') continue;
    const facts = counted(change, canLeave);
    if (value.kind === 'number') {
      const { value: from } = value;
      const known = state.facts(from.symbol);
      const limits: SymbolFacts =
        facts === undefined
          ? {}
          : facts.isRising
            ? { low: from, isEvery: facts.isEvery, ...grown(machine, name) }
            : { high: from, isEvery: facts.isEvery };
      state.values.set(key, {
        kind: 'number',
        value: machine.number(state, name, {
          ...limits,
          isCounter: true,
          ...(change.isFalling === true && { isFalling: true }),
          ...(trips === undefined && isUnbounded(loop, name) && { isUnbounded: true }),
          ...(known.bits !== undefined && { bits: known.bits }),
          ...(known.isUnsigned === true && { isUnsigned: true }),
        }),
      });
    } else if (value.kind === 'pointer' && facts !== undefined) {
      const offset = machine.number(state, name, facts.isRising ? { low: value.offset } : { high: value.offset });
      state.values.set(key, { ...value, offset });
    } else if (value.kind === 'pointer' && change.isMoved === true) {
      state.values.set(key, { ...value, offset: machine.number(state, name) });
    } else if (!isAtEnd) state.values.delete(key);
  }
  if (isAtEnd || members.size === 0) return;
  for (const key of state.values.keys()) {
    const dot = key.lastIndexOf('.');
    if (dot !== -1 && members.has(key.slice(dot + 1))) state.values.delete(key);
  }
}

/** Goes up in a loop that nothing ends by how far it is: by more than one in a round, or without any count of the rounds. */
function isUnbounded(loop: Loop, name: string): boolean {
  const { test } = loop;
  const growth = growthIn(loop, name);
  const isCounted =
    test !== undefined && [...walk([test])].some((node) => node.kind === 'compare' && ORDERS.has(node.operator));
  return growth !== undefined && (growth > 1 || (growth === 1 && !isCounted));
}

const growths = new WeakMap<Loop, Map<string, number | undefined>>();

/** By how much one round of the loop makes a variable grow at most. */
function growthIn(loop: Loop, name: string): number | undefined {
  let known = growths.get(loop);
  if (known === undefined) {
    known = new Map();
    growths.set(loop, known);
  }
  if (known.has(name)) return known.get(name);
  const growth = growthOf([...loop.body, ...(loop.step ?? [])], name);
  known.set(name, growth);
  return growth;
}

const ORDERS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** Whoever decides what the loop goes over may make it grow as far as that. */
function grown(machine: MemoryMachine, name: string): SymbolFacts {
  const high = machine.frame.limits.get(name);
  return high === undefined ? {} : { high, origin: 'parameter' };
}

/** Whether a variable goes in one direction, and through every value. */
function counted(
  { steps, isSet }: Change,
  canLeave: boolean,
): { readonly isRising: boolean; readonly isEvery: boolean } | undefined {
  if (isSet || steps.length === 0) return undefined;
  const isRising = steps.every((step) => step > 0);
  if (!isRising && !steps.every((step) => step < 0)) return undefined;
  return { isRising, isEvery: !canLeave && steps.length === 1 && Math.abs(steps[0] ?? 0) === 1 };
}

/** A counter that went through every value leaves with the first one that fails the test. */
function settle(machine: MemoryMachine, state: MemoryState, { names, canLeave }: LoopChanges): void {
  for (const [name, change] of names) {
    const facts = counted(change, canLeave);
    const value = state.values.get(`r${machine.variable(name)}`);
    if (facts?.isEvery !== true || value?.kind !== 'number' || value.value.symbol === undefined) continue;
    const { low, high } = state.facts(value.value.symbol);
    const end = facts.isRising ? low : high;
    if (end !== undefined) state.learn(value.value.symbol, facts.isRising ? { high: end } : { low: end });
  }
}

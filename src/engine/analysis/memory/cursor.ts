import type { CallExpression } from '../ir.ts';
import { isSurelyWithin, lowest } from './bounds.ts';
import { constant, isConstant, type Linear, minus, shifted, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import { type MemoryState, type MemoryValue, NOTHING, type Region } from './memory-state.ts';
import { pointerAt } from './place-of-value.ts';

const BITS_OF_A_BYTE = 8;

/** What a call does to a cursor; `undefined` for a call of another kind. */
export function moveCursor(
  machine: MemoryMachine,
  state: MemoryState,
  name: string,
  call: CallExpression,
): MemoryValue | undefined {
  for (const table of machine.program.table.cursors ?? []) {
    const [first] = call.arguments;
    if (first === undefined) continue;
    const bits = table.reads.exec(name)?.[1];
    // A method may be called `toString`.
    const position = Object.hasOwn(table.moves, name) ? table.moves[name] : undefined;
    const isLeft = table.left.test(name);
    if (bits === undefined && position === undefined && !isLeft && !table.careful.test(name)) continue;
    const cursor = pointerAt(machine, state, first.value);
    const given = call.arguments.slice(1).map(({ value }) => machine.evaluate(state, value));
    if (cursor.kind !== 'pointer') return NOTHING;
    const region = state.region(cursor.region);
    if (region === undefined) return NOTHING;
    if (isLeft) return { kind: 'number', value: leftOf(machine, state, region) };
    if (bits === undefined && position === undefined) {
      state.change(region.id, { left: nothingKnown(machine, state) });
      return NOTHING;
    }
    const amount = position === undefined ? undefined : given[position - 1];
    const bytes = bits === undefined ? bytesOf(amount) : constant(Number(bits) / BITS_OF_A_BYTE);
    take(machine, state, region, bytes, call);
    return NOTHING;
  }
  return undefined;
}

/** Somebody else is given the cursor: what is left then is their business. */
export function handCursorOn(state: MemoryState, id: number): void {
  const region = state.region(id);
  if (region?.left !== undefined) state.change(id, { left: undefined, isLeftTrusted: true });
}

function bytesOf(amount: MemoryValue | undefined): Linear | undefined {
  return amount?.kind === 'number' ? amount.value : undefined;
}

function nothingKnown(machine: MemoryMachine, state: MemoryState): Linear {
  return machine.number(state, 'left', { low: ZERO, isUnsigned: true, bits: 64 });
}

function leftOf(machine: MemoryMachine, state: MemoryState, region: Region): Linear {
  const left = region.left ?? nothingKnown(machine, state);
  state.change(region.id, { left, isLeftTrusted: false, isLeftAsked: true });
  return left;
}

function take(
  machine: MemoryMachine,
  state: MemoryState,
  region: Region,
  bytes: Linear | undefined,
  call: CallExpression,
): void {
  if (region.isLeftTrusted === true) return;
  const left = region.left ?? nothingKnown(machine, state);
  // Of a number that the file does not show it is enough that somebody asked.
  const isThere =
    bytes !== undefined && isConstant(bytes)
      ? lowest(state, left) >= bytes.add
      : region.isLeftAsked === true || (bytes !== undefined && isSurelyWithin(state, bytes, left));
  if (!isThere) {
    machine.report(
      'read-beyond',
      call.at,
      `Nothing has looked whether as much is left in '${region.name}'.`,
      'medium',
      {
        storage: region.storage,
      },
    );
    // Said once.
    state.change(region.id, { left: undefined, isLeftTrusted: true });
    return;
  }
  const rest = bytes === undefined ? undefined : isConstant(bytes) ? shifted(left, -bytes.add) : minus(left, bytes);
  state.change(region.id, { left: rest ?? nothingKnown(machine, state), isLeftAsked: false });
}

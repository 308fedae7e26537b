import type { IrFunction, Place, TypeName } from '../ir.ts';
import type { Access } from './access-place.ts';
import { highest, isSurelyAbove, isSurelyWithin, lowest } from './bounds.ts';
import { isConstant, type Linear, plus, shifted } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue, Region } from './memory-state.ts';
import { elementType, integerType } from './type-size.ts';

/** `(const uint8_t *data, size_t size)`: the second says how many bytes the first points to. */
export function claimSizes(machine: MemoryMachine, state: MemoryState, { parameters }: IrFunction): void {
  const { table } = machine.program;
  parameters.forEach(({ name, type }, index) => {
    const next = parameters[index + 1];
    if (type === undefined || next?.type === undefined || !table.names.length.test(next.name)) return;
    const element = elementType(type);
    if (element === undefined || integerType(table, next.type) === undefined) return;
    const isByte = isVoid(element) || integerType(table, element)?.bits === 8;
    const pointer = state.values.get(`r${machine.variable(name)}`);
    const length = state.values.get(`r${machine.variable(next.name)}`);
    if (!isByte || pointer?.kind !== 'pointer' || length?.kind !== 'number') return;
    state.change(pointer.region, { claimed: length.value });
  });
}

function isVoid({ name, pointers, sizes }: TypeName): boolean {
  return name === 'void' && (pointers ?? 0) === 0 && (sizes?.length ?? 0) === 0;
}

/** An access to memory of which a parameter says how much there is. */
export function checkClaimed(
  machine: MemoryMachine,
  state: MemoryState,
  {
    region,
    claimed,
    start,
    end,
    access,
  }: { region: Region; claimed: Linear; start: Linear; end: Linear; access: Access },
): void {
  const facts = state.facts(claimed.symbol);
  if (facts.isHandedOn === true || isSurelyWithin(state, end, claimed)) return;
  const kind = access.isWrite ? 'write-beyond' : 'read-beyond';
  const least = lowest(state, claimed);
  const isShort = facts.isTested === true && least > 0 && isConstant(end) && end.add > least;
  // The first byte is there unless there is nothing at all, which hardly anybody is called with.
  const isUnseen = facts.isTested !== true && isConstant(end) && end.add > 1;
  if (
    !isShort &&
    !isUnseen &&
    !isSurelyAbove(state, end, claimed) &&
    !isBehindTest(machine, state, region, end, claimed) &&
    !isCountedByData(state, { claimed, start, end, access })
  )
    return;
  machine.report(
    kind,
    access.at,
    isUnseen
      ? `Nothing has looked at how many bytes there are in '${region.name}'.`
      : `There may be fewer bytes in '${region.name}' than are asked for.`,
    'medium',
    { storage: region.storage },
  );
  // Said once.
  if (claimed.symbol !== undefined) state.learn(claimed.symbol, { isHandedOn: true });
}

/** `if (size < 2) return; n = data[1];` and then so many bytes, which nobody has compared with anything. */
function isCountedByData(
  state: MemoryState,
  { claimed, start, end, access }: { claimed: Linear; start: Linear; end: Linear; access: Access },
): boolean {
  const least = lowest(state, claimed);
  if (state.facts(claimed.symbol).isTested !== true || !(least > 0) || highest(state, end) <= least) return false;
  return [start, access.bytes, state.facts(start.symbol).high].some((number) => {
    const facts = state.facts(number?.symbol);
    return facts.isDecoded === true && facts.isTested !== true && facts.isHandedOn !== true;
  });
}

/** `while (i < size)`, and then the byte after the i-th. */
function isBehindTest(
  machine: MemoryMachine,
  state: MemoryState,
  { name }: Region,
  end: Linear,
  claimed: Linear,
): boolean {
  const facts = state.facts(end.symbol);
  if (facts.isInSum === true) return false;
  if (facts.isHighTested !== true || end.scale !== 1 || machine.is('texts', name)) return false;
  const high = [facts.high, facts.alsoHigh].find((one) => one?.symbol !== undefined && one.symbol === claimed.symbol);
  return high !== undefined && isSurelyAbove(state, shifted(high, end.add), claimed);
}

/** What `snprintf` gave as the length of a text that was cut off before. */
export function checkWanted(
  machine: MemoryMachine,
  state: MemoryState,
  pointer: Extract<MemoryValue, { kind: 'pointer' }>,
  length: Linear,
  at: Place,
): void {
  const facts = state.facts(length.symbol);
  const region = state.region(pointer.region);
  if (facts.isWanted !== true || facts.isTested === true || region?.size === undefined) return;
  const end = plus(pointer.offset, length);
  if (length.scale < 1 || end === undefined || highest(state, end) !== Number.POSITIVE_INFINITY) return;
  machine.report(
    'read-beyond',
    at,
    `The length is what would have been written, which may be more than there is room for in '${region.name}'.`,
    'medium',
    { storage: region.storage },
  );
}

/** `snprintf(at + n, size - n, …)`: what is left is less than nothing when the text before was cut off. */
export function checkLeft(machine: MemoryMachine, state: MemoryState, left: Linear, at: Place): void {
  const facts = state.facts(left.symbol);
  const isLess = facts.isLeftOver === true || (facts.isWanted === true && left.scale === -1);
  if (!isLess || facts.isTested === true) return;
  if (lowest(state, shifted(left, 0)) >= 0) return;
  machine.report(
    'write-beyond',
    at,
    'What is left of the memory is computed with what would have been written, and may be negative.',
    'medium',
  );
}

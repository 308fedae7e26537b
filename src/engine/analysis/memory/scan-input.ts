import type { CallExpression } from '../ir.ts';
import { checkAccess, described, roomOf } from './access.ts';
import { fromOutside } from './assign.ts';
import { readFormat } from './format-length.ts';
import { constant } from './linear.ts';
import type { MemoryCall } from './memory-call.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';
import { forgetText } from './text-length.ts';

/** Of how many digits a number is made. */
const BASES: Readonly<Record<string, number>> = { d: 10, u: 10, x: 16, X: 16, o: 8 };

/** `scanf` and its kin: what they read is decided by whoever gives the input, or by what the text is made of. */
export function scanInput(
  machine: MemoryMachine,
  state: MemoryState,
  { format, from }: NonNullable<MemoryCall['scans']>,
  call: CallExpression,
  given: readonly MemoryValue[],
): void {
  const written = call.arguments[format]?.value;
  if (written?.kind !== 'literal' || typeof written.value !== 'string') return;
  const origin = from === undefined ? 'input' : givenOrigin(state, given[from]);
  let at = format + 1;
  for (const { letter, width, isSkipped } of readFormat(written.value).directives) {
    if (isSkipped) continue;
    const value = given[at];
    const place = call.arguments[at]?.value;
    at += 1;
    if (value?.kind !== 'pointer' || place === undefined) continue;
    const region = state.region(value.region);
    if (letter === 's' || letter === '[') {
      forgetText(state, value.region);
      if (origin !== undefined) state.change(value.region, { origin });
      const room = roomOf(region, value.offset);
      if (width !== undefined)
        checkAccess(machine, state, value, { at: call.at, bytes: constant(width + 1), isWrite: true });
      else if (room !== undefined && region !== undefined && region.storage !== 'outside')
        machine.report(
          'unlimited-text',
          call.at,
          `A text of any length is read into the ${described(state, room)} of '${region.name}'.`,
          'high',
          {
            storage: region.storage,
          },
        );
      continue;
    }
    const name = place.kind === 'unary' && place.operand.kind === 'name' ? place.operand.name : 'number';
    const type =
      place.kind === 'unary' && place.operand.kind === 'name' ? machine.typeOfVariable(place.operand.name) : undefined;
    const made = fromOutside(machine, state, type ?? { name: 'int' }, name, place.at, origin);
    state.values.set(`r${value.region}`, made);
    const base = BASES[letter];
    // `%2x`: as large as its digits make it.
    if (made.kind === 'number' && made.value.symbol !== undefined && width !== undefined && base !== undefined)
      state.learn(made.value.symbol, {
        low: constant(letter === 'd' ? -(base ** (width - 1)) : 0),
        high: constant(base ** width - 1),
      });
  }
}

/** Who decides what a text says: nobody, when this function has put it together from nothing of others. */
export function givenOrigin(state: MemoryState, value: MemoryValue | undefined): 'input' | undefined {
  const region = value?.kind === 'pointer' ? state.region(value.region) : undefined;
  if (region === undefined || region.origin !== undefined) return 'input';
  const isOwn = region.storage === 'literal' || (region.storage === 'stack' && region.isShared !== true);
  return isOwn ? undefined : 'input';
}

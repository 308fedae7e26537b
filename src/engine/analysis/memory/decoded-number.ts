import { constant, ZERO } from './linear.ts';
import type { MemoryMachine } from './memory-machine.ts';
import type { MemoryState, MemoryValue } from './memory-state.ts';

const BITS = /(8|16|24|32|64)/;
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/byte|char/i, 8],
  [/short|ntohs/i, 16],
];

/** What a function gives that puts bytes of somebody else together: as many bits as its name says. */
export function decodedNumber(machine: MemoryMachine, state: MemoryState, name: string): MemoryValue {
  const said = Number(BITS.exec(name)?.[1] ?? WORDS.find(([word]) => word.test(name))?.[1] ?? 32);
  const most = 2 ** said - 1;
  const value = machine.number(state, name, {
    origin: 'input',
    isDecoded: true,
    bits: said,
    ...(said < 32 && { low: ZERO, high: constant(most) }),
  });
  return { kind: 'number', value };
}

import { type Linear, minus, shifted, symbolic, ZERO } from './linear.ts';
import type { MemoryState, MemoryValue, Region } from './memory-state.ts';

/** Length of the text that a pointer points to, without its end; asked twice it is the same number. */
export function textLength(state: MemoryState, value: MemoryValue): Linear | undefined {
  if (value.kind !== 'pointer') return undefined;
  const region = state.region(value.region);
  if (region === undefined) return undefined;
  const whole = region.text ?? lengthOf(state, region);
  return minus(whole, value.offset);
}

function lengthOf(state: MemoryState, region: Region): Linear {
  const symbol = `length#${region.id}`;
  const high = region.size === undefined || region.isUnterminated === true ? undefined : shifted(region.size, -1);
  state.learn(symbol, {
    low: ZERO,
    isUnsigned: true,
    isLength: true,
    ...(high !== undefined && { high }),
    ...(region.origin !== undefined && { origin: region.origin }),
  });
  const text = symbolic(symbol);
  state.change(region.id, { text });
  return text;
}

/** Forgets what text is in a region: somebody may have written to it. */
export function forgetText(state: MemoryState, id: number): void {
  const region = state.region(id);
  if (region === undefined || region.storage === 'literal') return;
  const { text: _text, filled: _filled, isUnterminated: _end, isCut: _cut, ...rest } = region;
  state.regions.set(id, rest);
  state.symbols.delete(`length#${id}`);
}

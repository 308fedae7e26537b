// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Rule } from '#engine/analysis/rule.ts';
import { rule as divideByZero } from './divide-by-zero/rule.ts';
import { rule as doubleFree } from './double-free/rule.ts';
import { rule as integerOverflow } from './integer-overflow/rule.ts';
import { rule as invalidFree } from './invalid-free/rule.ts';
import { rule as memoryLeak } from './memory-leak/rule.ts';
import { rule as nullDereference } from './null-dereference/rule.ts';
import { rule as outOfBoundsRead } from './out-of-bounds-read/rule.ts';
import { rule as outOfBoundsWrite } from './out-of-bounds-write/rule.ts';
import { rule as stackAddress } from './stack-address/rule.ts';
import { rule as uninitialisedUse } from './uninitialised-use/rule.ts';
import { rule as useAfterFree } from './use-after-free/rule.ts';

/** One per folder. */
export const rules: readonly Rule[] = [
  divideByZero,
  doubleFree,
  integerOverflow,
  invalidFree,
  memoryLeak,
  nullDereference,
  outOfBoundsRead,
  outOfBoundsWrite,
  stackAddress,
  uninitialisedUse,
  useAfterFree,
];

import type { Confidence } from '#core/severity.ts';
import type { Place } from '../ir.ts';

export type MemoryFaultKind =
  | 'write-beyond'
  | 'write-before'
  | 'read-beyond'
  | 'read-before'
  | 'loose-bound'
  | 'unlimited-text'
  | 'unterminated'
  | 'use-after-free'
  | 'double-free'
  | 'free-of-non-heap'
  | 'free-of-inside'
  | 'mismatched-free'
  | 'stack-address-returned'
  | 'leak'
  | 'uninitialised'
  | 'null-dereference'
  | 'unchecked-null'
  | 'checked-too-late'
  | 'overflow'
  | 'underflow'
  | 'size-overflow'
  | 'wrapping-test'
  | 'negative-size'
  | 'truncation'
  | 'zero-divisor'
  | 'unlimited-size'
  | 'unlimited-loop'
  | 'reachable-assertion'
  | 'overlapping-copy'
  | 'unrelated-pointers'
  | 'scaled-twice'
  | 'size-of-pointer';

/** Something that a function does with memory and must not. */
export interface MemoryFault {
  readonly kind: MemoryFaultKind;
  readonly at: Place;
  /** A fact in one sentence. */
  readonly message: string;
  readonly confidence: Confidence;
  /** Storage that is concerned, where that decides which weakness it is. */
  readonly storage?: 'stack' | 'heap' | 'global' | 'literal' | 'outside';
  /** The number was one without a sign, and went into a type that has one. */
  readonly isSignLost?: boolean;
  /** What gave the memory, as it is called. */
  readonly from?: string;
  /** Where it began: where the memory was given back, allocated, or compared with null. */
  readonly since?: Place;
}

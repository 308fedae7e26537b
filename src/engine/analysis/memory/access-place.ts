import type { Place } from '../ir.ts';
import type { Linear } from './linear.ts';

/** An access through a pointer. */
export interface Access {
  readonly at: Place;
  /** From where the pointer points to. */
  readonly offset?: Linear;
  readonly bytes: Linear;
  readonly isWrite: boolean;
}

import type { SinkKind } from '../flow-kinds.ts';

/** Kinds of sink for which tests have made sources safe, by the source. */
export type HeldGuards = ReadonlyMap<string, readonly SinkKind[] | 'all'>;

/** One way out of a function: what holds of its parameters there. `undefined` where it cannot have that outcome. */
export interface Outcome {
  readonly whenTrue: HeldGuards | undefined;
  readonly whenFalse: HeldGuards | undefined;
}

/** What a caller knows of what it passed, once the function has come back. */
export interface Promises {
  readonly always: HeldGuards;
  readonly whenTrue: HeldGuards;
  readonly whenFalse: HeldGuards;
}

import type { Place, TypeName } from '../ir.ts';
import type { Linear } from './linear.ts';
import { SharedMap } from './shared-map.ts';
import { ValueMap } from './value-map.ts';

/** Who decides a number or a text. */
export type Origin = 'input' | 'parameter';

/** What is known of the number that a symbol stands for. */
export interface SymbolFacts {
  readonly low?: Linear;
  readonly high?: Linear;
  readonly isNonZero?: boolean;
  readonly origin?: Origin;
  /** Takes every value between its limits, as the counter of a loop does. */
  readonly isEvery?: boolean;
  readonly isUnsigned?: boolean;
  /** Changes with every round of a loop. */
  readonly isCounter?: boolean;
  /** And becomes smaller with each. */
  readonly isFalling?: boolean;
  /** And nothing in the test of the loop says how far it goes. */
  readonly isUnbounded?: boolean;
  /** A comparison says the upper limit, and not only the type. */
  readonly isHighTested?: boolean;
  /** What a comparison says beside a `high` that is a constant: `n <= size` of an `n` that is a byte. */
  readonly alsoHigh?: Linear;
  /** Bits of the type it has been kept in. */
  readonly bits?: number;
  /** Compared with anything: whoever wrote the code has thought of its range. */
  readonly isTested?: boolean;
  /** Compared as a part of a sum: with which others, is not kept. */
  readonly isInSum?: boolean;
  /** May have a fraction. */
  readonly isReal?: boolean;
  /** A value that it does not have. */
  readonly not?: number;
  /** A constant that others stand beside, each with a number of its own. */
  readonly isCode?: boolean;
  /** Something has asked whether it wraps around in a sum. */
  readonly isWrapAsked?: boolean;
  /** Of a text that is in memory: adding to it does not overflow. */
  readonly isLength?: boolean;
  /** What `snprintf` would have written, which may be more than there is. */
  readonly isWanted?: boolean;
  /** Made by multiplying two numbers that nothing limits. */
  readonly isProduct?: boolean;
  /** Room less such a length. */
  readonly isLeftOver?: boolean;
  /** Taken apart from bytes of a file or of a packet: whoever made those decides it. */
  readonly isDecoded?: boolean;
  /** Somebody else was given it, and may have looked at it. */
  readonly isHandedOn?: boolean;
  /** A number without a sign that was put into a type with one, and may be below zero there. */
  readonly isSignLost?: boolean;
}

export type Nullness = 'never' | 'is' | 'may-be' | 'unknown';

export type Storage = 'stack' | 'heap' | 'global' | 'literal' | 'outside';

/** A piece of memory that pointers point into. */
export interface Region {
  readonly id: number;
  readonly storage: Storage;
  /** What it is called where it is made: a variable, `malloc`. */
  readonly name: string;
  readonly at: Place;
  readonly size?: Linear;
  /** Of a cursor in data: bytes that are left. */
  readonly left?: Linear | undefined;
  /** That has been asked since it was last moved. */
  readonly isLeftAsked?: boolean;
  /** Somebody else has looked how many are left. */
  readonly isLeftTrusted?: boolean;
  /** Somebody else was given it, and may have looked at what it holds. */
  readonly isPassedOn?: boolean;
  /** The region of the pointer that says where it ends, in a parameter of its own. */
  readonly endedBy?: number;
  readonly isEndTested?: boolean;
  /** Bytes that whoever calls the function says there are, in a parameter beside the pointer. */
  readonly claimed?: Linear;
  /** Who has to give it back: `malloc`, `new`, `new[]`. */
  readonly family?: string;
  readonly isReleased?: boolean;
  readonly releasedAt?: Place;
  /** `realloc` gave this in its place, unless it failed. */
  readonly replacedBy?: number;
  readonly nullness: Nullness;
  /** Known to others: kept in a structure, returned, passed to a function that is not at hand. */
  readonly isShared?: boolean;
  /** On this way it is null: the function that gave it does so on some of its own. */
  readonly isNullHere?: boolean;
  /** Length of the text in it, without its end. */
  readonly text?: Linear;
  /** Bytes from the start that hold no zero. */
  readonly filled?: Linear;
  /** All of it was zero once: whatever is read into less than all of it ends there. */
  readonly isZeroed?: boolean;
  /** Nobody has written the end of the text. */
  readonly isUnterminated?: boolean;
  /** And that for certain: the text was longer than what was copied. */
  readonly isCut?: boolean;
  readonly origin?: Origin;
  /** The function of the file that stands there. */
  readonly code?: string;
  /** Of what a search gave: the region that was searched. */
  readonly within?: number;
  /** Where it was looked into while nobody had compared it with null. */
  readonly trustedAt?: Place;
  /** The function that did so. */
  readonly trustedIn?: string;
}

export type MemoryValue =
  | { readonly kind: 'number'; readonly value: Linear }
  | { readonly kind: 'pointer'; readonly region: number; readonly offset: Linear; readonly type?: TypeName }
  | { readonly kind: 'null' }
  | { readonly kind: 'uninitialised' }
  | { readonly kind: 'unknown' };

export const NOTHING: MemoryValue = { kind: 'unknown' };

/** What holds on one way through a function. Copied where ways part. */
export class MemoryState {
  values: ValueMap<MemoryValue>;
  regions: SharedMap<number, Region>;
  symbols: SharedMap<string, SymbolFacts>;
  /** Nothing that stands behind this is reached. */
  isDead = false;

  constructor(from?: MemoryState) {
    this.values = new ValueMap(from?.values);
    this.regions = new SharedMap(from?.regions);
    this.symbols = new SharedMap(from?.symbols);
  }

  copy(): MemoryState {
    return new MemoryState(this);
  }

  /** How many things it holds: what a copy of it costs once either is changed. */
  get weight(): number {
    return this.values.size + this.regions.size + this.symbols.size;
  }

  /** Takes over what another state holds. */
  become({ values, regions, symbols, isDead }: MemoryState): void {
    this.values = values;
    this.regions = regions;
    this.symbols = symbols;
    this.isDead = isDead;
  }

  region(id: number): Region | undefined {
    return this.regions.get(id);
  }

  /** Given back, or replaced by what `realloc` gave. */
  isGone(region: Region): boolean {
    if (region.isReleased === true) return true;
    const other = region.replacedBy === undefined ? undefined : this.regions.get(region.replacedBy);
    return other !== undefined && other.nullness !== 'is';
  }

  change(id: number, change: Partial<Region>): void {
    const region = this.regions.get(id);
    if (region !== undefined && !holds(region, change)) this.regions.set(id, { ...region, ...change });
  }

  facts(symbol: string | undefined): SymbolFacts {
    return symbol === undefined ? {} : (this.symbols.get(symbol) ?? {});
  }

  learn(symbol: string, facts: SymbolFacts): void {
    const known = this.symbols.get(symbol);
    if (known === undefined) this.symbols.set(symbol, facts);
    else if (!holds(known, facts)) this.symbols.set(symbol, { ...known, ...facts });
  }
}

/** Most of what is learnt is known: a state that is not changed is shared with its copies. */
function holds<Known extends object>(known: Known, facts: Partial<Known>): boolean {
  for (const name in facts) if (facts[name] !== known[name]) return false;
  return true;
}

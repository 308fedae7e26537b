/** How many bytes a call works on: an argument (times another one), or the text an argument points to. */
export type Amount =
  | { readonly argument: number; readonly times?: number; readonly plus?: number }
  | { readonly textOf: number; readonly plus?: number };

/**
 * What a library call does to memory, as data. Arguments are positions from 0.
 *
 * Only what is said here is assumed; whatever else a call is given a pointer to may have changed after it.
 */
export interface MemoryCall {
  /** As written, without a namespace: `memcpy`. */
  readonly callee: string;
  /** Also as a method, whatever the object is: `text.c_str()`. */
  readonly isMethod?: boolean;
  /** The result points to new memory. */
  readonly allocates?: {
    /** Absent: of unknown size. */
    readonly bytes?: Amount;
    /** Who has to give it back: `free` takes `malloc`. Absent: nobody. */
    readonly family?: string;
    readonly isNeverNull?: boolean;
    /** The text of this argument is in it. */
    readonly textOf?: number;
    readonly isOnStack?: boolean;
    /** There is another call that checks the product for arrays, as everybody who calls this one knows. */
    readonly hasArrayForm?: boolean;
  };
  /** The result points to something that is there, or is null when there is none. */
  readonly findsOrNull?: boolean;
  /** The result is this argument. */
  readonly givesArgument?: number;
  readonly releases?: { readonly argument: number; readonly family: string };
  readonly writes?: { readonly into: number; readonly bytes: Amount };
  readonly reads?: { readonly from: number; readonly bytes: Amount };
  /** Puts a text into an argument, with its end unless `limit` cuts it off before. */
  readonly copiesText?: {
    readonly into: number;
    readonly from: number;
    /** At most as many characters as this argument says. */
    readonly limit?: number;
    readonly appends?: boolean;
    /** What the limit counts: the whole of what is written, or only characters before the end. */
    readonly isLimitOfAll?: boolean;
    /** The end is not written when the text is as long as the limit. */
    readonly mayLackEnd?: boolean;
  };
  /** `memset`: the same byte, so many times. */
  readonly fills?: { readonly into: number; readonly byte: number; readonly bytes: Amount };
  /** `printf` and its kin that write into memory. */
  readonly formats?: { readonly into: number; readonly format: number; readonly limit?: number };
  /** `scanf` and its kin: `%s` without a width has no limit. */
  readonly scans?: {
    readonly format: number;
    /** The text that is read; absent for what comes from outside. */
    readonly from?: number;
  };
  /** A text or bytes from outside in this argument; with no limit given, as many as there are. */
  readonly receives?: { readonly into: number; readonly limit?: Amount; readonly isText?: boolean };
  readonly returns?:
    | 'text-length'
    | 'input-number'
    | 'input-real'
    | 'received-count'
    | 'received-text'
    | 'wanted-length'
    | 'decoded-number'
    | 'number';
  /** Lowest and highest value of a number that is returned. */
  readonly range?: readonly [low: number, high: number];
  /** Looks into what these arguments point to, and ends the program when they are null. */
  /** What is read and what is written must not overlap. */
  readonly isForApart?: boolean;
  readonly derefs?: readonly number[];
  readonly neverReturns?: boolean;
}

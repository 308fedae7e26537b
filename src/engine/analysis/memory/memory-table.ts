import type { MemoryCall } from './memory-call.ts';

/** A type that holds one number or one truth value. */
export interface PlainType {
  readonly bytes: number;
  /** Absent for types with a fraction. */
  readonly integer?: { readonly isUnsigned: boolean };
}

/** What a language with pointers, and its libraries, do to memory; as data. */
export interface MemoryTable {
  readonly calls: readonly MemoryCall[];
  /** What a call is called that gives memory of a family back: `malloc` goes with `free`. */
  readonly givers: Readonly<Record<string, string>>;
  /** What the name of a function tells whose code is not at hand. */
  readonly names: {
    /** Gives memory, or null when there is none. */
    readonly allocates: RegExp;
    /** Of those, what ends the program rather than give null. */
    readonly neverFails: RegExp;
    /** Gives back its only argument. */
    readonly releases: RegExp;
    /** Looks at what it is given and keeps nothing of it. */
    readonly looks: RegExp;
    /** Takes the sign away: whoever compares its result has thought of both limits. */
    readonly absolute: RegExp;
  };
  /** Where the program begins: its parameters come from outside, and what it leaves behind goes with it. */
  readonly entries: ReadonlySet<string>;
  /** Numbers that the standard library defines. */
  readonly constants: readonly (readonly [name: string, value: number])[];
  /** The type of a name such as `unsigned char`; `undefined` for structures and what the file does not show. */
  readonly plainType: (name: string) => PlainType | undefined;
  /** Words in front of the name of a structure. */
  readonly structureWords: RegExp;
}

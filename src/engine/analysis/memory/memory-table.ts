import type { CursorTable } from './cursor-table.ts';
import type { MemoryCall } from './memory-call.ts';

/** A type that holds one number or one truth value. */
export interface PlainType {
  readonly bytes: number;
  /** Absent for types with a fraction. */
  readonly integer?: { readonly isUnsigned: boolean };
}

/** Names of macros, by what they do to the function that they stand in. */
export interface MacroWays {
  /** Leave it. */
  readonly ends: ReadonlySet<string>;
  /** Leave it when something that they test holds. */
  readonly tests: ReadonlySet<string>;
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
    /** Gives memory of a size that it is given, whatever it does when there is none. */
    readonly sizes: RegExp;
    /** Of those, what ends the program rather than give null. */
    readonly neverFails: RegExp;
    /** Gives back its only argument. */
    readonly releases: RegExp;
    /** Words in such a name that say that it is given back, and those that stand for whatever it is. */
    readonly releaseVerbs: RegExp;
    readonly anything: RegExp;
    /** Looks at what it is given and keeps nothing of it. */
    readonly looks: RegExp;
    /** Does not come back: `ThrowReaderException`, `parse_die`. */
    readonly ends: RegExp;
    /** Goes on only where its first argument that is a test holds: `CHECK(n < size)`. */
    readonly requires: RegExp;
    /** Does what a call of the table does: `png_memcpy`. */
    readonly aliases: readonly (readonly [name: RegExp, callee: string])[];
    /** Tells the compiler how likely its argument is, and gives it back: `unlikely(p == NULL)`. */
    readonly hints: RegExp;
    /** Looks like a macro, which may set variables that it is given. */
    readonly macro: RegExp;
    /** Of those macros, the ones that begin a loop, and set what goes through it. */
    readonly loops: RegExp;
    /** Leaves where its first argument that is a test holds: `RETURN_IF(n >= size)`. */
    readonly refuses: RegExp;
    /** Puts bytes of a file or a packet together into a number: `be32_to_cpu`. */
    readonly decodes: RegExp;
    /** Macros that take a number out of bytes into a variable that they are given by its name: `n2s(p, length)`. */
    readonly unpacks: RegExp;
    /** Says how many bytes are where the parameter before it points to. */
    readonly length: RegExp;
    /** Points to where the parameter before it ends. */
    readonly end: RegExp;
    /** Looks whether a number is too large: `overflow2(a, b)`. */
    readonly checks: RegExp;
    /** Takes the sign away: whoever compares its result has thought of both limits. */
    readonly absolute: RegExp;
    /** Counts elements: a member, a method without arguments, and a macro that is given an array. */
    readonly counts: RegExp;
    readonly measures: RegExp;
    readonly elements: RegExp;
    /** Members for bytes of any kind, and for how many there are. */
    readonly contents: RegExp;
    readonly extents: RegExp;
    /** Texts, which have an end behind their last character. */
    readonly texts: RegExp;
    /** Constants. */
    readonly constants: RegExp;
    /** Those of them that stand for a failure: not zero, whatever they are. */
    readonly failures: RegExp;
    /** And those that say that there was none: zero. */
    readonly successes: RegExp;
    /** Of what `decodes`: may give a number below zero. */
    readonly signed: RegExp;
    /** Gives a number that nobody can foretell: any that there is. */
    readonly random: RegExp;
  };
  readonly cursors?: readonly CursorTable[];
  /** Bits of what a name says without a number: `read_byte`. */
  readonly bitWords: readonly (readonly [word: RegExp, bits: number])[];
  /** What macros that the text of a file defines do to the way. */
  readonly macros?: (text: string) => MacroWays;
  /** Languages in which a call may set a variable that it is given by its name. */
  readonly referenceLanguages: ReadonlySet<string>;
  /** Where the program begins: its parameters come from outside, and what it leaves behind goes with it. */
  readonly entries: ReadonlySet<string>;
  /** Numbers that the standard library defines. */
  readonly constants: readonly (readonly [name: string, value: number])[];
  /** The type of a name such as `unsigned char`; `undefined` for structures and what the file does not show. */
  readonly plainType: (name: string) => PlainType | undefined;
  /** Words in front of the name of a structure. */
  readonly structureWords: RegExp;
}

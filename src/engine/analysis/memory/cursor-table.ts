/** A library's place in data that is read bit by bit, whose reads do not look whether there is anything left. */
export interface CursorTable {
  /** Reads of as many bits as a group of the name says: `Stream_Read_UINT16(s, …)`. The cursor comes first. */
  readonly reads: RegExp;
  /** Goes on, or reads, as many bytes as the argument at this position says. */
  readonly moves: Readonly<Record<string, number>>;
  /** Gives the bytes that are left. */
  readonly left: RegExp;
  /** Looks itself, and goes on. */
  readonly careful: RegExp;
  /** Tells something of the cursor and leaves it where it is. */
  readonly looks: RegExp;
}

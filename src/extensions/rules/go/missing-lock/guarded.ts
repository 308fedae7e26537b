/** What makes a change safe, or hands it to somebody else. */
export const GUARDED: RegExp =
  /\.(?:Lock|RLock|TryLock|Do|CompareAndSwap\w*|Store|Add(?:Int|Uint)\w*)\(|\batomic\.|<-|\b(?:with|acquire|try)?[lL]ock(?:ed)?\(/;

/** Characters of a function whose text is searched for each change. */
export const LONGEST_FUNCTION = 40_000;

/** One text file of a candidate or of the tree under scan. */
export interface SourceFile {
  /** Relative to the root, with forward slashes and without `..`. */
  readonly path: string;
  readonly text: string;
}

/** A program as the loop handles it: one file or several, each path once, in a stable order. */
export type SourceFiles = readonly SourceFile[];

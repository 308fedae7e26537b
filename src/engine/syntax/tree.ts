/**
 * A syntax tree in flat arrays, in source order, parents before their children.
 *
 * The parser's own tree lives in WebAssembly memory and each look into it is a call there. Copied once, it can be freed
 * at once, walked in plain loops (so no input is too deep for the stack), and kept as long as somebody needs it.
 */
export interface SyntaxTree {
  readonly text: string;
  readonly size: number;
  /** Per node: number of its type; see `typeNames`. */
  readonly types: Uint16Array;
  /** Per node: number of the field it fills in its parent, 0 for none; see `fieldNames`. */
  readonly fields: Uint16Array;
  /** Per node: offsets into `text`, in UTF-16 code units. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Per node: its parent; the root is its own. */
  readonly parents: Uint32Array;
  /** Per node: the first node that is not below it. */
  readonly next: Uint32Array;
  /** Per node: 1 when the parser invented it. */
  readonly missing: Uint8Array;
  readonly typeNames: readonly string[];
  /** Per type: whether it is a rule of the grammar rather than a keyword or sign. */
  readonly isNamed: readonly boolean[];
  readonly fieldNames: readonly string[];
}

/** Name of the type of text that fits nowhere, in every grammar. */
export const ERROR_TYPE = 'ERROR';

export function typeOf(tree: SyntaxTree, node: number): string {
  return tree.typeNames[tree.types[node] ?? 0] ?? ERROR_TYPE;
}

export function fieldOf(tree: SyntaxTree, node: number): string {
  return tree.fieldNames[tree.fields[node] ?? 0] ?? '';
}

export function isNamedNode(tree: SyntaxTree, node: number): boolean {
  return tree.isNamed[tree.types[node] ?? 0] ?? true;
}

export function startOf(tree: SyntaxTree, node: number): number {
  return tree.starts[node] ?? 0;
}

export function endOf(tree: SyntaxTree, node: number): number {
  return tree.ends[node] ?? 0;
}

export function parentOf(tree: SyntaxTree, node: number): number {
  return tree.parents[node] ?? 0;
}

/** First node after everything below `node`. */
export function nextOf(tree: SyntaxTree, node: number): number {
  return tree.next[node] ?? tree.size;
}

/** Text of a node, cut at `limit` code units. */
export function textOf(tree: SyntaxTree, node: number, limit: number): string {
  const start = startOf(tree, node);
  return tree.text.slice(start, Math.min(endOf(tree, node), start + limit));
}

/** Children of a node that are rules of the grammar. */
export function namedChildren(tree: SyntaxTree, node: number): number[] {
  const children: number[] = [];
  const end = nextOf(tree, node);
  for (let child = node + 1; child < end; child = nextOf(tree, child)) {
    if (isNamedNode(tree, child)) children.push(child);
  }
  return children;
}

/** First child that fills `field`. */
export function childByField(tree: SyntaxTree, node: number, field: string): number | undefined {
  const end = nextOf(tree, node);
  for (let child = node + 1; child < end; child = nextOf(tree, child)) {
    if (fieldOf(tree, child) === field) return child;
  }
  return undefined;
}

/** White space folded to one blank each; at most `limit` characters. */
export function folded(text: string, limit: number): string {
  return text
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limit);
}

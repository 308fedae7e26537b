import type { Tree } from 'web-tree-sitter';
import type { LoadedGrammar } from './loaded-grammar.ts';
import type { ParseOutcome, SyntaxLimits } from './parse-outcome.ts';

/** The type number that tree-sitter gives to errors in every grammar. */
const ERROR_ID = 0xffff;
/** Nodes between two looks at the clock. */
const NODES_PER_LOOK = 1 << 16;

interface FlattenOptions {
  readonly text: string;
  readonly loaded: LoadedGrammar;
  readonly limits: SyntaxLimits;
  readonly isLate: () => boolean;
}

/**
 * Copies a tree out of the library's memory.
 *
 * Never recursive: the depth of the tree is the attacker's choice. Nothing else may call the library in between; when it
 * throws, its instance has aborted, and the cursor goes with it.
 */
export function flatten(tree: Tree, { text, loaded, limits, isLate }: FlattenOptions): ParseOutcome {
  const { cursor } = loaded.library;
  const address = Number(Reflect.get(tree, 0));
  cursor.rootNode(address);
  const size = cursor.descendantCount(address);
  cursor.newCursor(address);
  const types = new Uint16Array(size);
  const fields = new Uint16Array(size);
  const starts = new Uint32Array(size);
  const ends = new Uint32Array(size);
  const parents = new Uint32Array(size);
  const next = new Uint32Array(size);
  const missing = new Uint8Array(size);
  const errorType = loaded.typeNames.length - 1;
  const open: number[] = [];

  for (let node = 0; node < size; node += 1) {
    if (node % NODES_PER_LOOK === NODES_PER_LOOK - 1 && isLate()) {
      cursor.deleteCursor(address);
      return {
        problem: `The file could not be parsed within ${limits.timeoutMs} ms.`,
      };
    }
    const id = cursor.typeId(address);
    const start = cursor.startIndex(address);
    const end = cursor.endIndex(address);
    types[node] = id === ERROR_ID ? errorType : id;
    fields[node] = cursor.fieldId(address);
    starts[node] = start;
    ends[node] = end;
    parents[node] = open.at(-1) ?? 0;
    if (start === end && cursor.isMissing(address) === 1) missing[node] = 1;

    open.push(node);
    if (cursor.gotoFirstChild(address) === 1) {
      if (open.length > limits.maxDepth) {
        cursor.deleteCursor(address);
        return {
          problem: `The code is nested too deeply to be parsed: more than ${limits.maxDepth} levels.`,
        };
      }
      continue;
    }
    for (;;) {
      const closed = open.pop();
      if (closed !== undefined) next[closed] = node + 1;
      if (cursor.gotoNextSibling(address) === 1 || cursor.gotoParent(address) !== 1) break;
    }
  }
  cursor.deleteCursor(address);

  return {
    tree: {
      text,
      size,
      types,
      fields,
      starts,
      ends,
      parents,
      next,
      missing,
      typeNames: loaded.typeNames,
      isNamed: loaded.isNamed,
      fieldNames: loaded.fieldNames,
    },
  };
}

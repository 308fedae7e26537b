import type { Language as Grammar, Parser, Tree, TreeCursor } from 'web-tree-sitter';
import { type ParserLibrary, retireParserLibrary, startParserLibrary } from './parser-library.ts';
import { ERROR_TYPE, type SyntaxTree } from './tree.ts';

/** What is refused, so that a hostile file costs a bounded amount of time and memory. */
export interface SyntaxLimits {
  /** Longest text, in UTF-16 code units. */
  readonly maxLength: number;
  /** Deepest nesting of nodes. */
  readonly maxDepth: number;
  /** Longest time for one file. */
  readonly timeoutMs: number;
}

export interface ParserOptions {
  readonly readGrammar: (file: string) => Promise<Uint8Array>;
  readonly limits: SyntaxLimits;
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number;
}

/** A tree, or why there is none. */
export type ParseOutcome = { readonly tree: SyntaxTree } | { readonly problem: string };

/** @throws {SecCodeError} whatever `readGrammar` throws; never because of `text`. */
export type Parse = (grammarFile: string, text: string) => Promise<ParseOutcome>;

interface LoadedGrammar {
  readonly library: ParserLibrary;
  readonly grammar: Grammar;
  readonly newParser: () => Parser;
  /** The last one is that of errors; one array for all trees of a grammar, so that it can be a key. */
  readonly typeNames: readonly string[];
  readonly isNamed: readonly boolean[];
  readonly fieldNames: readonly string[];
}

/** The type number that tree-sitter gives to errors in every grammar. */
const ERROR_ID = 0xffff;
/** Nodes between two looks at the clock. */
const NODES_PER_LOOK = 1 << 16;
/**
 * Bytes of the library's memory at which a file is given up. Five million characters of code take a quarter of it; text that is
 * no code may take as much as it gets, and beyond 512 MiB the library aborts.
 */
const MAX_MEMORY = 400_000_000;

/**
 * A parser that loads the library with the first text and each grammar once, however many ask at the same time.
 *
 * From setting the grammar to freeing the tree nothing is awaited, so that calls cannot meet in the parser's memory.
 */
export function createParser({ readGrammar, limits, now }: ParserOptions): Parse {
  const grammars = new Map<string, Promise<LoadedGrammar>>();

  const grammarOf = (file: string): Promise<LoadedGrammar> => {
    const known = grammars.get(file);
    if (known !== undefined) return known;
    const loading = load(file, readGrammar);
    grammars.set(file, loading);
    // A failure is not kept: the next file may find the grammar restored.
    loading.catch(() => grammars.delete(file));
    return loading;
  };

  return async (grammarFile, text) => {
    if (text.length > limits.maxLength) {
      return {
        problem: `The file is too large to be parsed: ${text.length} characters where ${limits.maxLength} are allowed.`,
      };
    }
    const loaded = await grammarOf(grammarFile);
    let outcome: ParseOutcome;
    try {
      outcome = parseWith(loaded, text);
    } catch (error) {
      // Its memory may be torn: nothing of this instance is used again.
      // It aborts when a step of growth, which may be half of what it has, would go beyond its limit.
      const isOutOfMemory = loaded.library.memoryBytes() > MAX_MEMORY / 2;
      outcome = {
        problem: isOutOfMemory
          ? TOO_MUCH_MEMORY
          : `The parser failed on this file: ${error instanceof Error ? error.message : 'unknown error'}.`,
      };
      await retire(loaded.library);
    }
    if (loaded.library.memoryBytes() > MAX_MEMORY) await retire(loaded.library);
    return outcome;
  };

  async function retire(library: ParserLibrary): Promise<void> {
    grammars.clear();
    await retireParserLibrary(library);
  }

  function parseWith(loaded: LoadedGrammar, text: string): ParseOutcome {
    const parser = loaded.newParser();
    const deadlineMs = now() + limits.timeoutMs;
    const isLate = (): boolean => now() > deadlineMs;
    const isFull = (): boolean => loaded.library.memoryBytes() > MAX_MEMORY;
    let tree: Tree | null = null;
    let isTorn = true;
    try {
      tree = parser.parse(text, null, {
        progressCallback: () => isLate() || isFull(),
      });
      const outcome =
        tree === null
          ? { problem: isFull() ? TOO_MUCH_MEMORY : `The file could not be parsed within ${limits.timeoutMs} ms.` }
          : flatten(tree, { text, loaded, limits, isLate });
      isTorn = false;
      return outcome;
    } finally {
      // Both also sign off from a clean-up that would throw later, where nobody can catch it.
      for (const held of [tree, parser]) free(held, isTorn);
    }
  }
}

/**
 * Gives memory back. In an instance that has aborted the lists of free memory may go round in circles, and giving anything
 * back would never end: there only the clean-up is called off, by freeing nothing in its place.
 */
function free(held: Tree | Parser | TreeCursor | null, isTorn: boolean): void {
  if (held === null) return;
  if (isTorn) for (const field of ADDRESSES) Reflect.set(held, field, 0);
  try {
    held.delete();
  } catch {
    // Nothing was there to be freed; its memory goes with the instance.
  }
}

/** Fields in which the library's objects keep addresses. */
const ADDRESSES = [0, 1, 2];

const TOO_MUCH_MEMORY = 'The file needs too much memory to be parsed.';

async function load(file: string, readGrammar: ParserOptions['readGrammar']): Promise<LoadedGrammar> {
  const [library, bytes] = await Promise.all([startParserLibrary(), readGrammar(file)]);
  const grammar = await library.module.Language.load(bytes);
  const ids = Array.from({ length: grammar.nodeTypeCount }, (_, id) => id);
  return {
    library,
    grammar,
    newParser: () => new library.module.Parser().setLanguage(grammar),
    typeNames: [...ids.map((id) => grammar.nodeTypeForId(id) ?? ''), ERROR_TYPE],
    isNamed: [...ids.map((id) => grammar.nodeTypeIsNamed(id)), true],
    fieldNames: grammar.fields.map((name) => name ?? ''),
  };
}

interface FlattenOptions {
  readonly text: string;
  readonly loaded: LoadedGrammar;
  readonly limits: SyntaxLimits;
  readonly isLate: () => boolean;
}

function flatten(tree: Tree, options: FlattenOptions): ParseOutcome {
  const cursor = tree.walk();
  let isTorn = true;
  try {
    const outcome = copyNodes(cursor, tree.rootNode.descendantCount, options);
    isTorn = false;
    return outcome;
  } finally {
    free(cursor, isTorn);
  }
}

/** Never recursive: the depth of the tree is the attacker's choice. */
function copyNodes(cursor: TreeCursor, size: number, { text, loaded, limits, isLate }: FlattenOptions): ParseOutcome {
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
      return {
        problem: `The file could not be parsed within ${limits.timeoutMs} ms.`,
      };
    }
    const id = cursor.nodeTypeId;
    const start = cursor.startIndex;
    const end = cursor.endIndex;
    types[node] = id === ERROR_ID ? errorType : id;
    fields[node] = cursor.currentFieldId;
    starts[node] = start;
    ends[node] = end;
    parents[node] = open.at(-1) ?? 0;
    if (start === end && cursor.nodeIsMissing) missing[node] = 1;

    open.push(node);
    if (cursor.gotoFirstChild()) {
      if (open.length > limits.maxDepth) {
        return {
          problem: `The code is nested too deeply to be parsed: more than ${limits.maxDepth} levels.`,
        };
      }
      continue;
    }
    for (;;) {
      const closed = open.pop();
      if (closed !== undefined) next[closed] = node + 1;
      if (cursor.gotoNextSibling() || !cursor.gotoParent()) break;
    }
  }

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

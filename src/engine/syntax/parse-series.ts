import type { Parser, Tree } from 'web-tree-sitter';
import { differences } from './differences.ts';
import { flatten } from './flatten.ts';
import type { LoadedGrammar } from './loaded-grammar.ts';
import type { ParseOutcome, ParserOptions, ParseText } from './parse-outcome.ts';

/**
 * Bytes of the library's memory at which a file is given up. Five million characters of code take a quarter of it; text that is
 * no code may take as much as it gets, and beyond 512 MiB the library aborts.
 */
export const MAX_MEMORY = 400_000_000;

const TOO_MUCH_MEMORY = 'The file needs too much memory to be parsed.';

/** Texts that are parsed one after the other; the last tree stays in the library's memory until `close`. */
export interface OpenSeries {
  readonly parse: ParseText;
  readonly close: () => void;
  /** The instance of the library has aborted: nothing of it may be used again. */
  readonly isTorn: () => boolean;
}

export function openSeries(loaded: LoadedGrammar, { limits, now }: Omit<ParserOptions, 'readGrammar'>): OpenSeries {
  let parser: Parser | undefined;
  let last: { readonly tree: Tree; readonly text: string } | undefined;
  let failure: ParseOutcome | undefined;

  const parseNext = (text: string): ParseOutcome => {
    const deadlineMs = now() + limits.timeoutMs;
    const isLate = (): boolean => now() > deadlineMs;
    const isFull = (): boolean => loaded.library.memoryBytes() > MAX_MEMORY;
    parser ??= loaded.newParser();
    const old = last?.text.length === text.length ? last : undefined;
    if (old !== undefined)
      for (const difference of differences(old.text, text)) old.tree.edit(new loaded.library.module.Edit(difference));
    const tree = parser.parse(text, old?.tree, { progressCallback: () => isLate() || isFull() });
    if (tree === null) {
      // It would go on with this text when it is given the next.
      parser.reset();
      return { problem: isFull() ? TOO_MUCH_MEMORY : `The file could not be parsed within ${limits.timeoutMs} ms.` };
    }
    if (last !== undefined) free(last.tree, false);
    last = { tree, text };
    return flatten(tree, { text, loaded, limits, isLate });
  };

  return {
    parse: (text) => {
      if (text.length > limits.maxLength)
        return {
          problem: `The file is too large to be parsed: ${text.length} characters where ${limits.maxLength} are allowed.`,
        };
      if (failure !== undefined) return failure;
      try {
        return parseNext(text);
      } catch (error) {
        // It aborts when a step of growth, which may be half of what it has, would go beyond its limit.
        const isOutOfMemory = loaded.library.memoryBytes() > MAX_MEMORY / 2;
        failure = {
          problem: isOutOfMemory
            ? TOO_MUCH_MEMORY
            : `The parser failed on this file: ${error instanceof Error ? error.message : 'unknown error'}.`,
        };
        return failure;
      }
    },
    close: () => {
      for (const held of [last?.tree, parser]) free(held, failure !== undefined);
    },
    isTorn: () => failure !== undefined,
  };
}

/**
 * Gives memory back. In an instance that has aborted the lists of free memory may go round in circles, and giving anything
 * back would never end: there only the clean-up is called off, by freeing nothing in its place. It is also called off where
 * it would throw later, where nobody can catch it.
 */
function free(held: Tree | Parser | undefined, isTorn: boolean): void {
  if (held === undefined) return;
  if (isTorn) for (const field of ADDRESSES) Reflect.set(held, field, 0);
  try {
    held.delete();
  } catch {
    // Nothing was there to be freed; its memory goes with the instance.
  }
}

/** Fields in which the library's objects keep addresses. */
const ADDRESSES = [0, 1, 2];

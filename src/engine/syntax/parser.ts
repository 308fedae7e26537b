import { type LoadedGrammar, loadGrammar } from './loaded-grammar.ts';
import type { ParseText, ParserOptions } from './parse-outcome.ts';
import { MAX_MEMORY, openSeries } from './parse-series.ts';
import { type ParserLibrary, retireParserLibrary } from './parser-library.ts';

/**
 * Parses texts one after the other that have most of what they say in common: a text is read anew only where it differs from
 * the one before, when both have the same length.
 *
 * @param work - Called once the grammar is there; nothing can come in between its calls.
 * @throws {SecCodeError} whatever `readGrammar` throws; never because of a text.
 */
export type ParseSeries = <Result>(grammarFile: string, work: (parse: ParseText) => Result) => Promise<Result>;

/**
 * A parser that loads the library with the first text and each grammar once, however many ask at the same time.
 *
 * From the first text of a series to the freeing of its trees nothing is awaited, so that series cannot meet in the parser's
 * memory.
 */
export function createSeries({ readGrammar, limits, now }: ParserOptions): ParseSeries {
  const grammars = new Map<string, Promise<LoadedGrammar>>();

  const grammarOf = (file: string): Promise<LoadedGrammar> => {
    const known = grammars.get(file);
    if (known !== undefined) return known;
    const loading = loadGrammar(file, readGrammar);
    grammars.set(file, loading);
    // A failure is not kept: the next file may find the grammar restored.
    loading.catch(() => grammars.delete(file));
    return loading;
  };

  return async (grammarFile, work) => {
    const loaded = await grammarOf(grammarFile);
    const series = openSeries(loaded, { limits, now });
    try {
      return work(series.parse);
    } finally {
      series.close();
      if (series.isTorn() || loaded.library.memoryBytes() > MAX_MEMORY) await retire(loaded.library);
    }
  };

  async function retire(library: ParserLibrary): Promise<void> {
    grammars.clear();
    await retireParserLibrary(library);
  }
}

import type { ParseOutcome, ParserOptions } from '#engine/syntax/parse-outcome.ts';
import { createSeries } from '#engine/syntax/parser.ts';

/** A parser for texts that have nothing to do with each other. */
export function createParser(options: ParserOptions): (grammarFile: string, text: string) => Promise<ParseOutcome> {
  const inSeries = createSeries(options);
  return (grammarFile, text) => inSeries(grammarFile, (parse) => parse(text));
}

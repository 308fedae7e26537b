import type { Language as Grammar, Parser } from 'web-tree-sitter';
import { type ParserLibrary, startParserLibrary } from './parser-library.ts';
import { ERROR_TYPE } from './tree.ts';

/** A grammar in an instance of the parser library. */
export interface LoadedGrammar {
  readonly library: ParserLibrary;
  readonly grammar: Grammar;
  readonly newParser: () => Parser;
  /** The last one is that of errors; one array for all trees of a grammar, so that it can be a key. */
  readonly typeNames: readonly string[];
  readonly isNamed: readonly boolean[];
  readonly fieldNames: readonly string[];
}

export async function loadGrammar(
  file: string,
  readGrammar: (file: string) => Promise<Uint8Array>,
): Promise<LoadedGrammar> {
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

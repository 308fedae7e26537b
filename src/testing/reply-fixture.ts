import { type Extraction, extractCandidate } from '#engine/candidates/extract.ts';
import type { Language } from '#engine/syntax/language.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import { languages } from '#extensions/languages/index.generated.ts';

/** A code fence. */
export const FENCE = '```';

/** A program that scripted replies are about: a class and a public function. */
export const APP: string = `import sqlite3


class Store:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)


def find_user(store, name):
    return store.connection.execute("SELECT * FROM users WHERE name = ?", (name,)).fetchone()
`;

/** Another file that goes with it. */
export const DATABASE: string = `import sqlite3


def connect(path):
    connection = sqlite3.connect(path)
    return connection
`;

const loaded = await Promise.all(Object.values(languages).map((load) => load()));
const syntax = openSyntax({ languages: loaded });

export function languageById(id: string): Language {
  const language = loaded.find((candidate) => candidate.id === id);
  if (language === undefined) throw new Error(`There is no language ${id}.`);
  return language;
}

/** Takes the program out of a scripted reply, with the real parsers; Python unless told otherwise. */
export async function extract(
  reply: string,
  {
    language = 'python',
    expectedPaths = [],
  }: { readonly language?: string; readonly expectedPaths?: readonly string[] } = {},
): Promise<Extraction> {
  return await extractCandidate({ reply, language: languageById(language), syntax, expectedPaths });
}

/** Code in a fence, as a model writes it. */
export function fenced(code: string, info = 'python'): string {
  return `${FENCE}${info}\n${code.replace(/\n$/, '')}\n${FENCE}\n`;
}

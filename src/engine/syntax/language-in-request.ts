import type { Language } from './language.ts';

/** Words beside which a language's name means the language, even one as short as "C" or "go". */
const BEFORE = ['in', 'using', 'with', 'a', 'an', 'plain', 'pure', 'modern', 'write', 'generate'];
const AFTER = [
  'program',
  'code',
  'function',
  'script',
  'module',
  'library',
  'class',
  'application',
  'app',
  'server',
  'service',
  'tool',
];

/**
 * The language that a request in plain words names, such as "write a C program" or "a Flask route in Python".
 *
 * Names of three letters and less count only beside a word that makes them one ("in C", "Go service"): "go" is a verb.
 * Of several, the first named wins. `undefined` when none is named.
 */
export function languageInRequest(request: string, languages: readonly Language[]): Language | undefined {
  const words = request
    .toLowerCase()
    .split(/[\s,;:!?()"'`]+/)
    .map((word) => word.replace(/\.$/, ''));
  const named = (word: string): Language | undefined => languages.find(({ aliases }) => aliases.includes(word));
  for (const [index, word] of words.entries()) {
    const language = named(word);
    if (language === undefined) continue;
    if (word.length > 3) return language;
    if (BEFORE.includes(words[index - 1] ?? '') || AFTER.includes(words[index + 1] ?? '')) return language;
  }
  return undefined;
}

// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Language } from '#engine/syntax/language.ts';

/** One entry per folder; loaded when it is first needed. */
export const languages: Readonly<Record<string, () => Promise<Language>>> = {
  c: async () => (await import('./c/language.ts')).language,
  cpp: async () => (await import('./cpp/language.ts')).language,
  go: async () => (await import('./go/language.ts')).language,
  java: async () => (await import('./java/language.ts')).language,
  javascript: async () => (await import('./javascript/language.ts')).language,
  python: async () => (await import('./python/language.ts')).language,
  typescript: async () => (await import('./typescript/language.ts')).language,
};

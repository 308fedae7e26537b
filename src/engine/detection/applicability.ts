import type { SourceFile } from '#core/source-file.ts';
import type { Language } from '../syntax/language.ts';
import type { Detector } from './detector.ts';

/** Whether a detector knows a language, either by its own id or through its kin. */
export function knowsLanguage({ languages }: Pick<Detector, 'languages'>, language: Language): boolean {
  return languages.includes('*') || [language.id, ...(language.kin ?? [])].some((id) => languages.includes(id));
}

/**
 * Whether a detector can look at a file.
 *
 * A detector for every language also gets files that no language claims: a template or a settings file holds weaknesses
 * too, and what such a detector cannot read it reports as not covered. Others say which of these files they read.
 */
export function canLookAt(
  detector: Pick<Detector, 'languages' | 'reads'>,
  { path }: SourceFile,
  languageOf: (path: string) => Language | undefined,
): boolean {
  const language = languageOf(path);
  return language === undefined
    ? detector.languages.includes('*') || detector.reads?.(path) === true
    : knowsLanguage(detector, language);
}

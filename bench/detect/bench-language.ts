import type { BenchLanguage } from './corpus-sample.ts';

const LANGUAGES: readonly BenchLanguage[] = ['python', 'javascript', 'c', 'cpp', 'java', 'go'];

export function isBenchLanguage(name: string): name is BenchLanguage {
  return LANGUAGES.some((language) => language === name);
}

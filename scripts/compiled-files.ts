import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '#core/source-file.ts';
import type { CorpusProject } from './corpus-project.ts';

/** A language whose projects are not in the corpus: `bench/detect/projects.json` names some to measure with. */
export type CompiledLanguage = 'c' | 'cpp' | 'java' | 'go';

/** Headers are left out: declarations are cheap, and `.h` does not tell C from C++. */
const FILES: Readonly<Record<CompiledLanguage, RegExp>> = {
  c: /\.c$/,
  cpp: /\.(?:cc|cpp|cxx)$/,
  java: /\.java$/,
  go: /\.go$/,
};

export function isCompiledLanguage(language: string): language is CompiledLanguage {
  return language in FILES;
}

/** Files of one language of a fetched project, by path. */
export function compiledFiles(
  folder: string,
  { only, without = [] }: Pick<CorpusProject, 'only' | 'without'>,
  language: CompiledLanguage,
): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && FILES[language].test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(
      (path) =>
        (only === undefined || only.some((start) => path.startsWith(start))) &&
        !without.some((start) => path.startsWith(start)),
    )
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '#core/source-file.ts';
import type { CorpusProject } from './corpus-project.ts';

/** Language of a file of the corpus. */
export type CorpusLanguage = 'python' | 'javascript';

const PYTHON = /\.py$/;
const JAVASCRIPT = /\.(?:js|cjs|mjs|jsx|ts|cts|mts|tsx)$/;
/** Made by a tool, or declarations without code. */
const MADE = /(?:\.min\.[a-z]+|[.-]bundle\.js|\.d\.[cm]?ts)$/;
const FOREIGN_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'vendor',
  '_vendor',
  'dist',
  'locale',
  'locales',
]);
/** Where Debian puts Python packages; imports begin below it, and so do the paths of the corpus. */
const PYTHON_ROOT = 'usr/lib/python3/dist-packages/';
/** Mean length of the lines of a file above which no person wrote it. */
const MAX_MEAN_LINE = 160;

export function languageOfCorpusFile(path: string): CorpusLanguage | undefined {
  if (PYTHON.test(path)) return 'python';
  return JAVASCRIPT.test(path) ? 'javascript' : undefined;
}

/** Files of a fetched project that are scanned, by path: written by people, in a language of the corpus. */
export function corpusFiles(
  folder: string,
  { only, without = [] }: Pick<CorpusProject, 'only' | 'without'>,
): SourceFile[] {
  const isWanted = (path: string): boolean =>
    languageOfCorpusFile(path) !== undefined &&
    !MADE.test(path) &&
    (only === undefined || only.some((start) => path.startsWith(start))) &&
    !without.some((start) => path.startsWith(start));
  return pathsBelow(folder, '')
    .map((place) => ({ place, path: place.startsWith(PYTHON_ROOT) ? place.slice(PYTHON_ROOT.length) : place }))
    .filter(({ path }) => isWanted(path))
    .map(({ place, path }) => ({ path, text: readFileSync(join(folder, place), 'utf8') }))
    .filter(({ text }) => text.length / lineCount(text) <= MAX_MEAN_LINE);
}

export function lineCount(text: string): number {
  let lines = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** Sorted by code units, so that the order is the same on every machine. Links are not followed. */
function pathsBelow(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix))
    .sort()
    .flatMap((name) => {
      const path = prefix === '' ? name : `${prefix}/${name}`;
      const entry = lstatSync(join(folder, path));
      if (entry.isDirectory()) return FOREIGN_FOLDERS.has(name) ? [] : pathsBelow(folder, path);
      return entry.isFile() ? [path] : [];
    });
}

import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '#core/source-file.ts';
import type { CorpusProject } from './corpus-project.ts';

/** Language of a file of the corpus. */
export type CorpusLanguage = 'python' | 'javascript' | 'c' | 'cpp' | 'java' | 'go';

const ENDINGS: readonly (readonly [CorpusLanguage, RegExp])[] = [
  ['python', /\.py$/],
  ['javascript', /\.(?:js|cjs|mjs|jsx|ts|cts|mts|tsx)$/],
  ['c', /\.[ch]$/],
  ['cpp', /\.(?:cc|cpp|cxx|hh|hpp|hxx)$/],
  ['java', /\.java$/],
  ['go', /\.go$/],
];
/** Made by a tool, or declarations without code. */
const MADE = /(?:\.min\.[a-z]+|[.-]bundle\.js|\.d\.[cm]?ts|\.pb\.(?:go|cc|h)|(?:\/|^)package-info\.java)$/;
/** How tools that write C, C++, Java and Go mark what they wrote, in its first lines. */
const MADE_HEAD =
  /code generated .{0,200}do not edit|do not edit.{0,200}generated|(?:automatically|auto-?)\s?generated|generated (?:automatically|by)|made by GNU Bison|A lexical scanner generated/i;
const HEAD_CHARACTERS = 1500;
/** Tests, samples, what others wrote and what patches replaced (`.pc`), where the languages that are built from sources have it. */
const BESIDE =
  /(?:^|\/)(?:tests?|testing|testdata|test[-_]?suite|unit-?tests?|fuzz(?:ing|ers?)?|samples?|examples?|contrib|third[-_]?party|deps|debian|\.pc)\/|_(?:unit)?test\.(?:go|cc|cpp|h)$|(?:^|\/)[^/]*_?test(?:s|_util|util)?\.(?:c|cc|cpp|h)$/;
const FOREIGN_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'vendor',
  '_vendor',
  'dist',
  'locale',
  'locales',
]);
/** Where Debian puts packages of Python and Go; imports begin below it, and so do the paths of the corpus. */
const ROOTS = ['usr/lib/python3/dist-packages/', 'usr/share/gocode/src/'];
/** Mean length of the lines of a file above which no person wrote it. */
const MAX_MEAN_LINE = 160;

export function languageOfCorpusFile(path: string): CorpusLanguage | undefined {
  return ENDINGS.find(([, ending]) => ending.test(path))?.[0];
}

/** Files of a fetched project that are scanned, by path: written by people, in a language of the corpus. */
export function corpusFiles(
  folder: string,
  { only, without = [] }: Pick<CorpusProject, 'only' | 'without'>,
): SourceFile[] {
  const isWanted = (path: string): boolean =>
    languageOfCorpusFile(path) !== undefined &&
    (isFirstLanguage(path) || !BESIDE.test(path)) &&
    !MADE.test(path) &&
    (only === undefined || only.some((start) => path.startsWith(start))) &&
    !without.some((start) => path.startsWith(start));
  return pathsBelow(folder, '')
    .map((place) => ({ place, path: withoutRoot(place) }))
    .filter(({ path }) => isWanted(path))
    .map(({ place, path }) => ({ path, text: readFileSync(join(folder, place), 'utf8') }))
    .filter(
      ({ path, text }) =>
        text.length / lineCount(text) <= MAX_MEAN_LINE &&
        (isFirstLanguage(path) || !MADE_HEAD.test(text.slice(0, HEAD_CHARACTERS))),
    );
}

/** Packages of these have no tests, or the project names them one by one. */
function isFirstLanguage(path: string): boolean {
  const language = languageOfCorpusFile(path);
  return language === 'python' || language === 'javascript';
}

function withoutRoot(place: string): string {
  const root = ROOTS.find((start) => place.startsWith(start)) ?? '';
  return place.slice(root.length);
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

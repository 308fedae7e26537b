import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { compiledFiles, isCompiledLanguage } from './compiled-files.ts';
import { CORPUS_FOLDER } from './corpus-fetch.ts';
import { isOfLanguage } from './fuzz-check.ts';
import { corpusFiles, languageOfCorpusFile } from './corpus-files.ts';
import { readProjects } from './corpus-project.ts';
import { ROOT } from './run-command.ts';

const BENCH_PROJECTS = join(ROOT, 'bench/detect/projects.json');
const RULES = join(ROOT, 'src/extensions/rules');

/** Examples of the rules: short, and full of what the detector looks at. */
export function exampleSeeds(language: string): readonly string[] {
  return readdirSync(RULES, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|[/\\])(?:good|bad)[^/\\]*(?:[/\\].*)?$/.test(path) && isOfLanguage(path, language))
    .sort()
    .map((path) => readFileSync(join(RULES, path), 'utf8'));
}

/** Files of the corpus as far as it is fetched (`npm run corpus`), or of the projects that `npm run bench:detect` fetches. */
export function corpusSeeds(language: string): readonly string[] {
  if (isCompiledLanguage(language)) {
    return readProjects(BENCH_PROJECTS).flatMap((project) => {
      const folder = join(CORPUS_FOLDER, project.name);
      return existsSync(folder) ? compiledFiles(folder, project, language).map(({ text }) => text) : [];
    });
  }
  return readProjects().flatMap((project) => {
    const folder = join(CORPUS_FOLDER, project.name);
    if (!existsSync(folder)) return [];
    return corpusFiles(folder, project)
      .filter(({ path }) => languageOfCorpusFile(path) === language)
      .map(({ text }) => text);
  });
}

/** Writes seeds to a file, so that every process of a run starts from the same ones. */
export function writeSeeds(file: string, seeds: readonly string[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(seeds));
}

export function readSeeds(file: string): readonly string[] {
  return z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

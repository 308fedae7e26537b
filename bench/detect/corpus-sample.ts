import type { SourceFile } from '#core/source-file.ts';
import { join } from 'node:path';
import { type CompiledLanguage, compiledFiles, isCompiledLanguage } from '../../scripts/compiled-files.ts';
import { fetchProject } from '../../scripts/corpus-fetch.ts';
import { type CorpusLanguage, corpusFiles, languageOfCorpusFile, lineCount } from '../../scripts/corpus-files.ts';
import { readProjects } from '../../scripts/corpus-project.ts';

/** What is measured. */
export type BenchLanguage = CorpusLanguage | CompiledLanguage;

/** Code of one project in one language, analysed together. */
export interface SampleProject {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly lines: number;
}

/**
 * Whole projects of the corpus, about `lines` lines: the same ones for the same corpus. Of the languages that the corpus
 * does not have, whole files of `projects.json` beside this file.
 *
 * Fetches what is not there yet; says so where it cannot.
 */
export function corpusSample(language: BenchLanguage, lines: number): readonly SampleProject[] {
  if (isCompiledLanguage(language)) return compiledSample(language, lines);
  const sample: SampleProject[] = [];
  let left = lines;
  for (const project of readProjects()) {
    if (left < lines / 20) break;
    const fetched = fetchProject(project);
    if ('problem' in fetched) {
      console.error(`${project.name} is left out: ${fetched.problem}`);
      continue;
    }
    const files = corpusFiles(fetched.folder, project).filter(({ path }) => languageOfCorpusFile(path) === language);
    const count = linesOf(files);
    if (count === 0 || count > left * 1.1) continue;
    sample.push({ name: project.name, files, lines: count });
    left -= count;
  }
  return sample;
}

function compiledSample(language: CompiledLanguage, lines: number): readonly SampleProject[] {
  const sample: SampleProject[] = [];
  let left = lines;
  for (const project of readProjects(join(import.meta.dirname, 'projects.json'))) {
    const fetched = fetchProject(project);
    if ('problem' in fetched) {
      console.error(`${project.name} is left out: ${fetched.problem}`);
      continue;
    }
    const files: SourceFile[] = [];
    for (const file of compiledFiles(fetched.folder, project, language)) {
      const count = lineCount(file.text);
      if (count > left) continue;
      files.push(file);
      left -= count;
    }
    if (files.length > 0) sample.push({ name: project.name, files, lines: linesOf(files) });
  }
  return sample;
}

export function linesOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + lineCount(text), 0);
}

import type { SourceFile } from '#core/source-file.ts';
import { fetchProject } from '../../scripts/corpus-fetch.ts';
import { type CorpusLanguage, corpusFiles, languageOfCorpusFile, lineCount } from '../../scripts/corpus-files.ts';
import { readProjects } from '../../scripts/corpus-project.ts';

/** Code of one project in one language, analysed together. */
export interface SampleProject {
  readonly name: string;
  readonly files: readonly SourceFile[];
  readonly lines: number;
}

/**
 * Whole projects of the corpus, about `lines` lines: the same ones for the same corpus.
 *
 * Fetches what is not there yet; says so where it cannot.
 */
export function corpusSample(language: CorpusLanguage, lines: number): readonly SampleProject[] {
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

export function linesOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + lineCount(text), 0);
}

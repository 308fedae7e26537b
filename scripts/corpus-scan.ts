import { join } from 'node:path';
import type { Analyzer } from './corpus-analyzer.ts';
import { CORPUS_FOLDER } from './corpus-fetch.ts';
import { corpusFiles, languageOfCorpusFile, lineCount } from './corpus-files.ts';
import type { CorpusProject } from './corpus-project.ts';

/** One finding in the corpus. */
export interface CorpusFinding {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** What a scan of one project tells; only values that can be sent from one process to another. */
export interface CorpusScan {
  /** Lines scanned, by language. */
  readonly lines: Readonly<Record<string, number>>;
  /** Of medium confidence and above. */
  readonly findings: readonly CorpusFinding[];
  /** Files that were scanned. */
  readonly files: number;
  /** Files of which some or all was not analysed. */
  readonly notCovered: readonly { readonly path: string; readonly reason: string }[];
  readonly ms: number;
}

/** Looks at a project that is fetched. */
export async function scanProject(project: CorpusProject, { analyze }: Analyzer): Promise<CorpusScan> {
  const startedMs = performance.now();
  const files = corpusFiles(join(CORPUS_FOLDER, project.name), project);
  const { findings, notCovered } = await analyze(files);
  const lines: Record<string, number> = {};
  for (const { path, text } of files) {
    const language = languageOfCorpusFile(path) ?? 'other';
    lines[language] = (lines[language] ?? 0) + lineCount(text);
  }
  return {
    lines,
    findings: findings
      .filter(({ confidence }) => confidence !== 'low')
      .map(({ rule, span, message }) => ({ rule, path: span.path, line: span.startLine, message })),
    files: files.length,
    notCovered: notCovered.map(({ path, reason }) => ({ path, reason })),
    ms: performance.now() - startedMs,
  };
}

import type { Rule } from '#engine/analysis/rule.ts';
import type { FrontEnd } from '#engine/analysis/front-end.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { type AnalysisResult, analyze } from '#engine/analysis/analyze.ts';
import { extensions, loadAll } from '#apps/compose.ts';

/** The static detector without what is around it: no command line, no other process. */
export interface Analyzer {
  readonly rules: readonly Rule[];
  readonly frontEnds: readonly FrontEnd[];
  readonly analyze: (files: SourceFiles) => Promise<AnalysisResult>;
}

/** Opens the analyzer with the rules that are on by default. */
export async function openAnalyzer(): Promise<Analyzer> {
  const [syntax, frontEnds, ruleSets] = await Promise.all([
    extensions.syntax(),
    loadAll(extensions.frontEnds),
    loadAll(extensions.rules),
  ]);
  const rules = ruleSets.flat().filter(({ stage }) => stage === 'stable');
  return {
    rules,
    frontEnds,
    analyze: (files) =>
      analyze({ files, frontEnds, rules, parse: (file) => syntax.tree(file), nowMs: () => performance.now() }),
  };
}

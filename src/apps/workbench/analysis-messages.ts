import type { AnalysisResult } from '#engine/analysis/analyze.ts';

/** One batch to analyse. */
export interface WorkerQuestion {
  readonly paths: readonly string[];
}

/** What a worker tells. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  /** The file that it begins with now. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'done'; readonly result: AnalysisResult }
  | { readonly kind: 'failed'; readonly name: string };

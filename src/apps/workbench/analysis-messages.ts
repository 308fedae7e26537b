import type { AnalysisResult } from '#engine/analysis/analyze.ts';

/** One batch to analyse. */
export interface WorkerQuestion {
  readonly paths: readonly string[];
}

/** What a worker tells. */
export type WorkerAnswer =
  /** It begins with the next file. */
  | { readonly kind: 'file' }
  | { readonly kind: 'done'; readonly result: AnalysisResult }
  | { readonly kind: 'failed'; readonly name: string };

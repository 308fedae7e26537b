import type { Sample } from '#core/sample.ts';
import { type EvalCell, cellKey } from '#engine/evals/eval-cell.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { EvalResult } from '#engine/evals/eval-result.ts';

/** A plan of one dataset, one model and one strategy. */
export const scriptedPlan: EvalPlan = {
  models: ['scripted/coder'],
  strategies: ['security-aware'],
  datasets: [{ name: 'scripted', mode: 'request' }],
  repeats: 1,
  maxIterations: 3,
  flatRounds: 2,
  scorers: ['detectors'],
  failOn: 'medium',
  minConfidence: 'medium',
  build: 'auto',
  seed: 7,
};

/** One cell of a run; `sample` says what is not as usual. */
export function scriptedCell(index: number, sample: Partial<Sample> = {}): EvalCell {
  return {
    index,
    dataset: 'scripted',
    mode: 'request',
    model: 'scripted/coder',
    strategy: 'security-aware',
    repeat: 1,
    sample: {
      id: `sample-${index}`,
      language: 'python',
      cwes: ['CWE-89'],
      request: `Write program ${index}.`,
      ...sample,
    },
  };
}

/** Cells of a run, one after another. */
export async function* scriptedCells(count: number, sample: Partial<Sample> = {}): AsyncGenerator<EvalCell> {
  for (let index = 0; index < count; index += 1) yield scriptedCell(index, sample);
}

/** What comes of a cell, the same each time: 10 tokens and 5 millionths of a dollar. */
export function scriptedResult(cell: EvalCell, changes: Partial<EvalResult> = {}): EvalResult {
  const { index, dataset, mode, model, strategy, repeat, sample } = cell;
  return {
    key: cellKey(cell),
    index,
    dataset,
    mode,
    sampleId: sample.id,
    cluster: sample.cluster ?? sample.id,
    language: sample.language,
    cwes: sample.cwes,
    model,
    strategy,
    repeat,
    sessionId: `20261123-031502-${index.toString(36).padStart(6, '0')}`,
    verdict: index % 3 === 0 ? 'vulnerable' : 'secure',
    stopReason: index % 3 === 0 ? 'flat' : 'clean',
    iterations: [
      {
        iteration: 0,
        isAccepted: true,
        open: index % 3 === 0 ? 1 : 0,
        fixed: 0,
        introduced: 0,
        falselyClaimed: 0,
        changeFaults: [],
        lines: 12,
        scores: { detectors: { status: 'scored', passes: index % 3 !== 0, detail: '' } },
      },
    ],
    scores: { detectors: { status: 'scored', passes: index % 3 !== 0, detail: '' } },
    usage: { inputTokens: 7, outputTokens: 3 },
    cost: 5,
    calls: 1,
    durationMs: 20,
    ...changes,
  };
}

import type { EvalResult, IterationResult } from '#engine/evals/eval-result.ts';
import type { CountedFinding, Score } from '#engine/evals/score.ts';

/** What the detectors say of one program: it passes, it has these findings, or nobody can say. */
export type ScriptedProgram = 'passes' | 'unscored' | 'not built' | readonly CountedFinding[];

/** A finding that counts, named by its fingerprint. */
export function scriptedFinding(fingerprint: string, more: Partial<CountedFinding> = {}): CountedFinding {
  return { cwe: 'CWE-89', severity: 'high', detectors: ['fake'], fingerprint, ...more };
}

/** A program with one finding. */
export const WEAK: readonly CountedFinding[] = [scriptedFinding('f1')];

/**
 * The result of a cell with these programs, one for each iteration, as scripted detectors score them. Each sample is its own
 * cluster unless `more` says otherwise.
 */
export function scriptedResult(
  sampleId: string,
  programs: readonly ScriptedProgram[],
  more: Partial<EvalResult> = {},
): EvalResult {
  const { repeat = 1, strategy = 'loop', model = 'fake/model', dataset = 'set', mode = 'request' } = more;
  const iterations = programs.map((program, iteration) => stepOf(iteration, program));
  const end: Score = { status: 'unscored', reason: 'There is no program.' };
  const key = JSON.stringify([dataset, mode, sampleId, model, strategy, repeat]);
  return {
    ...{ key, index: 0, dataset, mode, sampleId, cluster: sampleId, language: 'python', cwes: ['CWE-89'] },
    ...{ model, strategy, repeat, sessionId: `session ${key}`, iterations },
    scores: iterations.at(-1)?.scores ?? { detectors: end },
    usage: { inputTokens: 100, outputTokens: 50 },
    cost: 1000,
    calls: programs.length,
    durationMs: 2000,
    ...more,
  };
}

/** Scores where only passing counts. */
export function scored(passes: boolean): Score {
  return { status: 'scored', passes, findings: [], detail: passes ? '' : 'It fails.' };
}

function stepOf(iteration: number, program: ScriptedProgram): IterationResult {
  const score = scoreOf(program);
  const open = score.status === 'scored' ? (score.findings?.length ?? 0) : 0;
  return {
    ...{ iteration, isAccepted: true, open, fixed: 0, introduced: 0, falselyClaimed: 0 },
    ...{ changeFaults: [], lines: 10, scores: { detectors: score } },
  };
}

function scoreOf(program: ScriptedProgram): Score {
  if (program === 'unscored') return { status: 'unscored', reason: 'A detector failed.' };
  if (program === 'not built') return { status: 'scored', passes: false, detail: 'It does not build.' };
  const passes = program === 'passes' || program.length === 0;
  return {
    ...{ status: 'scored', passes, findings: program === 'passes' ? [] : program },
    detail: passes ? '' : 'There are findings.',
  };
}

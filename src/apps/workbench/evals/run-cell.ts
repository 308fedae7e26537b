import { SecCodeError } from '#core/errors.ts';
import { oneLineOf } from './one-line.ts';
import { totalTokens } from '#core/usage.ts';
import type { StopReason } from '#core/verdict.ts';
import { cellKey, type EvalCell } from '#engine/evals/eval-cell.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { EvalResult, IterationResult } from '#engine/evals/eval-result.ts';
import type { Score } from '#engine/evals/score.ts';
import { unreportedTokens, workedMs } from '#engine/session/limits.ts';
import { apply } from '#engine/session/machine.ts';
import { initialState, type SessionState } from '#engine/session/state.ts';
import type { StoredEvent } from '#core/session-event.ts';
import type { Models } from '../models.ts';
import { CapReached } from './account.ts';
import { type EvalSession, runEvalSession, sessionIdOf } from './eval-session.ts';
import { countLines, iterationsOf } from './iterations.ts';
import type { RunMachine } from './run-machine.ts';
import { applicable, openScoring } from './score-program.ts';

/** Ends after which the program says nothing of the strategy: something outside of it was in the way. */
const UNSCORED: readonly StopReason[] = ['refused', 'truncated', 'model-failed', 'budget-exhausted', 'cancelled'];

/**
 * Runs one cell: a session, then the scores of every program that was the best at the end of an iteration.
 *
 * What goes wrong in the cell is told in its result. Only an interruption, and a disk that takes no more, reject.
 *
 * @throws {SecCodeError} `CANCELLED` or `STORE_FAILED`
 */
export async function runCell(cell: EvalCell, machine: RunMachine, runSignal: AbortSignal): Promise<EvalResult> {
  // A signal of the cell's own: what hangs on a signal may stay as long as that does, and the run's stays for all cells.
  const controller = new AbortController();
  const { signal } = controller;
  const interrupt = (): void => {
    controller.abort(runSignal.reason);
  };
  if (runSignal.aborted) interrupt();
  runSignal.addEventListener('abort', interrupt, { once: true });
  const seen: { events: readonly StoredEvent[] } = { events: [] };
  try {
    return await measure(cell, machine, signal, seen);
  } catch (error) {
    if (error instanceof CapReached) return resultOf(cell, machine, seen.events, 'budget-exhausted', error.message);
    if (signal.aborted) throw interrupted(error);
    if (error instanceof SecCodeError && ['CANCELLED', 'STORE_FAILED'].includes(error.code)) throw error;
    const told = error instanceof SecCodeError ? error.message : `The cell broke off with ${kindOf(error)}.`;
    return resultOf(cell, machine, seen.events, 'error', told);
  } finally {
    runSignal.removeEventListener('abort', interrupt);
  }
}

async function measure(
  cell: EvalCell,
  machine: RunMachine,
  signal: AbortSignal,
  seen: { events: readonly StoredEvent[] },
): Promise<EvalResult> {
  const { plan } = machine;
  const { language, juries, settings } = await machine.settle(cell);
  const session: EvalSession = {
    cell,
    runId: machine.runId,
    language: language.id,
    settings,
    ...(machine.sessionsFolder === undefined ? {} : { folder: machine.sessionsFolder }),
    models: watched(await machine.models(cell.model), machine),
    extensions: machine.extensions,
    host: machine.host,
    tools: machine.tools,
    signal,
    onProgress: machine.onProgress,
    onLog: ({ events }) => {
      seen.events = events;
    },
    onResumed: ({ events }) => {
      const { usage, estimatedTokens, cost } = stateOf(events);
      machine.account.add(totalTokens(usage) + estimatedTokens, cost);
    },
  };
  const { result, restore, forget } = await runEvalSession(session);
  const { stopReason, explanation } = result.verdict;
  const score = openScoring(cell.sample, await machine.scoring(language, juries, signal));
  const iterations: IterationResult[] = [];
  for (const { files, ...outcome } of iterationsOf(result.events)) {
    const restored = restore(files);
    iterations.push({ ...outcome, lines: countLines(restored), scores: await score(restored) });
  }
  const isHindered = UNSCORED.includes(stopReason) && !(stopReason === 'budget-exhausted' && isEqualBudget(plan));
  const whole = resultOf(cell, machine, result.events, stopReason);
  const measured: EvalResult = {
    ...whole,
    iterations,
    scores: isHindered || result.files.length === 0 ? whole.scores : await score(result.files),
  };
  if (stopReason !== 'model-failed') return measured;
  // The model may be there next time: nothing of this session is worth keeping.
  await forget();
  return { ...measured, error: oneLineOf(explanation) };
}

/** Every strategy was to use its budget up: that it did is no failure. */
function isEqualBudget({ budget }: EvalPlan): boolean {
  return budget?.calls !== undefined || budget?.tokens !== undefined;
}

/** Books every call before the next one is made, over all cells. */
function watched(models: Models, { account, onAnswered }: RunMachine): Models {
  return {
    ...models,
    call: async (call, signal, watch) => {
      if (account.isSpent()) throw new CapReached();
      const result = await models.call(call, signal, watch);
      account.add(totalTokens(result.usage) + unreportedTokens(result, call.messages), result.cost);
      if (result.outcome.kind === 'answered') onAnswered();
      return result;
    },
  };
}

/** The result without scores of programs: what the log says of a session, whole or not. */
function resultOf(
  cell: EvalCell,
  { runId, plan, scorers }: RunMachine,
  events: readonly StoredEvent[],
  why: StopReason | 'error',
  error?: string,
): EvalResult {
  const { sample } = cell;
  const { usage, cost, calls, verdict } = stateOf(events);
  const unscored: Score = { status: 'unscored', reason: why };
  const wanted = applicable(sample, { scorers, wanted: plan.scorers });
  return {
    key: cellKey(cell),
    index: cell.index,
    dataset: cell.dataset,
    mode: cell.mode,
    sampleId: sample.id,
    cluster: sample.cluster ?? sample.pair ?? sample.id,
    language: sample.language,
    cwes: sample.cwes,
    model: cell.model,
    strategy: cell.strategy,
    repeat: cell.repeat,
    sessionId: sessionIdOf(runId, cell),
    ...(verdict === undefined ? {} : { verdict: verdict.verdict }),
    ...(why === 'error' ? {} : { stopReason: why }),
    iterations: [],
    scores: Object.fromEntries(wanted.map(({ name }) => [name, unscored])),
    usage,
    cost,
    calls,
    durationMs: workedMs(events, events.at(-1)?.atMs ?? 0),
    ...(error === undefined ? {} : { error: oneLineOf(error) }),
  };
}

function stateOf(events: readonly StoredEvent[]): SessionState {
  return events.reduce<SessionState>((state, { event }) => apply(state, event), initialState);
}

function interrupted(cause: unknown): SecCodeError {
  return new SecCodeError('CANCELLED', 'The cell was interrupted.', {
    remedy: 'Go on with `seccode eval run --resume`.',
    cause,
  });
}

/** The kind alone: messages of other errors may quote code. */
function kindOf(error: unknown): string {
  const name = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}`;
}

import type { StoredEvent } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { IterationResult } from '#engine/evals/eval-result.ts';
import { viewOf } from '#engine/session/best-view.ts';
import { apply } from '#engine/session/machine.ts';
import { openFindings } from '#engine/session/open-findings.ts';
import { initialState, type SessionState } from '#engine/session/state.ts';

/** What an iteration left behind, before anybody scored it. */
export interface IterationOutcome extends Omit<IterationResult, 'scores' | 'lines'> {
  readonly files: SourceFiles;
}

/**
 * The best program at the end of each iteration, oldest first, from the log alone. Iterations before the first program are
 * left out: there is nothing to say of them.
 */
export function iterationsOf(events: readonly StoredEvent[]): readonly IterationOutcome[] {
  const outcomes: IterationOutcome[] = [];
  let state: SessionState = initialState;
  for (const { event } of events) {
    state = apply(state, event);
    if (event.type !== 'iteration-finished' || state.best === undefined) continue;
    const { ledger, isAccepted, iteration } = event;
    const feedback = new Set(state.started?.settings.feedback ?? []);
    outcomes.push({
      iteration,
      isAccepted,
      open: openFindings(state.best.outcomes, { ...viewOf(state), detectors: feedback }).length,
      fixed: ledger.fixed.length,
      introduced: ledger.introduced.length,
      falselyClaimed: ledger.falselyClaimed.length,
      changeFaults: [...new Set(state.current?.comparison?.faults.map(({ check }) => check) ?? [])],
      files: state.best.files,
    });
  }
  return outcomes;
}

/** Lines that hold more than white space. */
export function countLines(files: SourceFiles): number {
  return files.reduce((sum, { text }) => sum + text.split('\n').filter((line) => line.trim() !== '').length, 0);
}

import { judge } from './acceptance.ts';
import { openIn, viewOf } from './best-view.ts';
import { briefFix, briefGenerate } from './brief.ts';
import { conclude } from './conclude.ts';
import type { Effect } from './effect.ts';
import { openFindings } from './open-findings.ts';
import type { Panel } from './panel.ts';
import { PROOFS } from '../behaviour/proof-outcome.ts';
import { hasPairsFor, proofObjection, unproven } from './proof-record.ts';
import { keepLedger } from './referee.ts';
import type { Candidate, CurrentIteration, SessionState } from './state.ts';
import { failingTests, hasTests, testObjection } from './test-record.ts';

/** What has to be done in this state; empty once there is a verdict. Reads like the picture of the method. */
export function nextEffects(state: SessionState, panel: Panel): readonly Effect[] {
  const { started, current, limitReached, verdict } = state;
  if (started === undefined || verdict !== undefined) return [];
  if (limitReached !== undefined) return [conclude(state, panel, 'budget-exhausted')];
  if (started.settings.behaviour?.writesTests === true && state.testsWritten === undefined)
    return [{ type: 'write-tests' }];
  if (current === undefined) return [firstIteration(state)];
  if (current.finished === undefined) return [continueIteration(state, current, panel)];
  if (started.settings.isInteractive && !state.isConsulted) return [{ type: 'consult', iteration: current.iteration }];
  return [decide(state, current, panel)];
}

function firstIteration(state: SessionState): Effect {
  return state.started?.task.kind === 'fix'
    ? { type: 'record', event: { type: 'iteration-started', iteration: 0, kind: 'given' } }
    : briefGenerate(state, 0);
}

function continueIteration(state: SessionState, current: CurrentIteration, panel: Panel): Effect {
  const { iteration, kind, reply, files, problem } = current;
  if (files === undefined && problem === undefined) {
    if (kind === 'given') {
      const given = state.started?.task.files ?? [];
      return { type: 'record', event: { type: 'candidate-extracted', iteration, files: given, claims: [] } };
    }
    if (reply === undefined) {
      return kind === 'generate' ? briefGenerate(state, iteration) : briefFix(state, panel, iteration);
    }
    switch (reply.outcome.kind) {
      case 'answered':
        return {
          type: 'extract',
          iteration,
          text: reply.outcome.text,
          best: baseOf(state, current)?.files ?? [],
        };
      case 'refused':
      case 'truncated':
        return conclude(state, panel, reply.outcome.kind);
      case 'failed':
        return conclude(state, panel, 'model-failed');
    }
  }
  return files === undefined ? finish(state, current, panel) : examine(state, { ...current, files }, panel);
}

/** What a candidate is a change of: the best program, or, when it was written anew, what the person brought. */
function baseOf({ best, given }: SessionState, { isFresh }: CurrentIteration): Candidate | undefined {
  return isFresh === true ? given : best;
}

type WithFiles = CurrentIteration & { readonly files: NonNullable<CurrentIteration['files']> };

/** Gates, then the difference, then tests, then detectors without a model, then those that cost a call: cheapest first. */
function examine(state: SessionState, current: WithFiles, panel: Panel): Effect {
  const { iteration, kind, files, comparison, outcomes } = current;
  const pending = (names: readonly string[]): readonly string[] =>
    names.filter((name) => !outcomes.some(({ detector }) => detector === name));
  const detect = (detectors: readonly string[]): Effect => ({ type: 'detect', iteration, detectors, files });

  for (const gates of inTurn(panel)) {
    const waiting = pending(gates);
    if (waiting.length > 0) return detect(waiting);
    if (isBroken(outcomes, panel)) return finish(state, current, panel);
  }
  if (kind !== 'given' && comparison === undefined) {
    const base = baseOf(state, current);
    const before = base !== undefined && !isBroken(base.outcomes, panel) ? base : undefined;
    const flaggedLines: Record<string, number[]> = {};
    for (const { finding } of openIn(before, state, panel).shown) {
      const { path, startLine, endLine } = finding.span;
      const lines = (flaggedLines[path] ??= []);
      for (let line = startLine; line <= endLine; line += 1) lines.push(line);
    }
    return { type: 'compare', iteration, before: before?.files, after: files, flaggedLines };
  }
  if (comparison !== undefined && comparison.faults.length > 0) return finish(state, current, panel);
  if (hasTests(state) && current.tests === undefined) return { type: 'test', iteration, files };
  if (testObjection(state.best?.tests, current.tests) !== undefined) return finish(state, current, panel);
  if (hasPairsFor(state) && current.proofResults === undefined) return { type: 'run-proofs', iteration, files };
  if (proofObjection(current.proofResults) !== undefined) return finish(state, current, panel);
  const automatic = pending(panel.automatic);
  if (automatic.length > 0) return detect(automatic);
  const asking = pending(panel.asking);
  if (asking.length > 0) return detect(asking);
  // What cross-checked the best has to see this one, too, or what it found could never be seen to be fixed.
  const crossed = panel.crossChecking.filter((name) => state.best?.outcomes.some(({ detector }) => detector === name));
  const crossChecking = pending(crossed);
  if (crossChecking.length > 0) return detect(crossChecking);
  return finish(state, current, panel);
}

/** What does not parse is not built. */
function inTurn({ gates, building }: Panel): readonly (readonly string[])[] {
  return [gates.filter((name) => !building.includes(name)), building];
}

function isBroken(outcomes: CurrentIteration['outcomes'], { gates }: Panel): boolean {
  return outcomes.some(({ detector, findings }) => gates.includes(detector) && findings.length > 0);
}

/** The referee's turn. */
function finish(state: SessionState, current: CurrentIteration, panel: Panel): Effect {
  const { iteration, files, problem, outcomes, comparison, claims, tests, proofResults } = current;
  const { shown } = openIn(state.best, state, panel);
  // A first program is seen as its own findings allow; a later one with the eyes that saw the best before it.
  const first = { iteration, files: files ?? [], outcomes };
  const { shownBy } = openIn(state.best ?? first, state, panel);
  const view = viewOf(state);
  const judgement =
    files === undefined
      ? { isAccepted: false, isImprovement: false, reason: problem ?? 'The reply holds no program.' }
      : judge({
          best: state.best,
          files,
          outcomes,
          faults: comparison?.faults ?? [],
          tests,
          proofs: proofResults,
          gates: new Set(panel.gates),
          building: new Set(panel.building),
          visible: new Set([...panel.gates, ...panel.feedback, PROOFS]),
          mayGrow: panel.rounds !== undefined,
          view,
        });
  const wasChecked = files !== undefined && panel.automatic.every((name) => outcomes.some((o) => o.detector === name));
  const after = openFindings(outcomes, { ...view, ...(shownBy === undefined ? {} : { detectors: shownBy }) });
  const ledger = keepLedger({
    iteration,
    ...(state.best === undefined ? {} : { before: shown }),
    // A candidate that was rejected before it was checked leaves everything as it was.
    after: wasChecked || state.best === undefined ? after : shown,
    claims: wasChecked ? claims : [],
  });
  return { type: 'record', event: { type: 'iteration-finished', iteration, ...judgement, ledger } };
}

/** After an iteration: another round, the cross-check, or the end. */
function decide(state: SessionState, current: CurrentIteration, panel: Panel): Effect {
  const { best, started, flatRounds, wantsStop } = state;
  const limits = started?.settings.limits ?? { maxIterations: 0, flatRounds: 1 };
  if (wantsStop) return conclude(state, panel, 'cancelled');
  const isLast = current.iteration >= limits.maxIterations;
  if (best === undefined) {
    if (isLast || flatRounds >= limits.flatRounds + 1) return conclude(state, panel, 'no-candidate');
    return briefGenerate(state, current.iteration + 1);
  }
  // A person may accept what was rejected before everybody had looked at it.
  const unseen = [...panel.gates, ...panel.automatic, ...panel.asking].filter(
    (name) => !best.outcomes.some(({ detector }) => detector === name),
  );
  if (unseen.length > 0 && !isBroken(best.outcomes, panel)) {
    return { type: 'detect', iteration: best.iteration, detectors: unseen, files: best.files };
  }
  if (hasTests(state) && best.tests === undefined && !isBroken(best.outcomes, panel)) {
    return { type: 'test', iteration: best.iteration, files: best.files };
  }
  const { shown } = openIn(best, state, panel);
  const isClean = shown.length === 0 && !isBroken(best.outcomes, panel) && failingTests(best, state).length === 0;
  const next = nextFixedRound(state, current, panel);
  if (next !== undefined && !isLast) return next;
  if (isClean) {
    const unasked = panel.crossChecking.filter((name) => !best.outcomes.some(({ detector }) => detector === name));
    if (unasked.length > 0 && best.outcomes.every(({ status }) => status !== 'failed')) {
      return { type: 'detect', iteration: best.iteration, detectors: unasked, files: best.files };
    }
    return conclude(state, panel, 'clean');
  }
  const unshown = unproven(state, shown);
  if (unshown !== undefined) {
    const { finding, members } = unshown;
    const fingerprints = members.map(({ fingerprint }) => fingerprint);
    return { type: 'write-proof', iteration: best.iteration, finding, fingerprints, files: best.files };
  }
  if (!panel.canFix || panel.rounds !== undefined || isLast) return conclude(state, panel, 'max-iterations');
  // An independent sample that is no better says nothing about the next one.
  if (flatRounds >= limits.flatRounds && current.isFresh !== true) return conclude(state, panel, 'flat');
  return briefFix(state, panel, current.iteration + 1);
}

/** The round that a strategy makes whatever is found; `undefined` when it made all, or goes by findings. */
function nextFixedRound(state: SessionState, current: CurrentIteration, panel: Panel): Effect | undefined {
  const { rounds, canFix } = panel;
  if (rounds === undefined || !canFix) return undefined;
  const wanted = state.started?.task.kind === 'fix' ? rounds.given : rounds.written;
  return state.fixes < wanted ? briefFix(state, panel, current.iteration + 1) : undefined;
}

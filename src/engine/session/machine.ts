import type { TestOutcome } from '#core/behaviour.ts';
import type { Proof } from '#core/proof.ts';
import type {
  DetectorOutcome,
  IterationFinished,
  ModelReplied,
  PersonDecision,
  ProofsFinished,
  SessionEvent,
} from '#core/session-event.ts';
import { addCost, addUsage } from '#core/usage.ts';
import type { Effect } from './effect.ts';
import { unreportedTokens } from './limits.ts';
import { nextEffects } from './next-effects.ts';
import { withoutLeadingThought } from '../models/leading-thought.ts';
import type { Panel } from './panel.ts';
import { proofOutcome, withShownAttack } from '../behaviour/proof-outcome.ts';
import type { SessionState } from './state.ts';
import type { EarlierReply } from './strategy.ts';

/** Where the session stands after an event, and what has to be done now. */
export interface Transition {
  readonly state: SessionState;
  readonly effects: readonly Effect[];
}

/**
 * The loop as a pure function: (state, event) to (state, effects).
 *
 * It awaits nothing and knows no clock, so the loop is tested without a model, and a killed session goes on from its
 * stored events: folding them gives the state, and the effects of the last one are what was about to happen.
 */
export function transition(state: SessionState, event: SessionEvent, panel: Panel): Transition {
  const next = apply(state, event);
  return {
    state: next,
    // Worked out when they are looked at: folding a long log looks at the last ones only.
    get effects() {
      return nextEffects(next, panel);
    },
  };
}

/** Folds one event into the state. */
export function apply(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'session-started':
      return { ...state, started: event };
    case 'session-resumed':
      return state;
    case 'iteration-started':
      return {
        ...state,
        current: { iteration: event.iteration, kind: event.kind, steps: 0, claims: [], outcomes: [] },
        fixes: state.fixes + (event.kind === 'fix' ? 1 : 0),
        bestBefore: state.best,
        isConsulted: false,
      };
    case 'model-requested':
      return { ...state, requests: { ...state.requests, [event.requestId]: { request: event } } };
    case 'model-replied':
      return applyReply(state, event);
    case 'candidate-extracted':
      return updateCurrent(state, {
        claims: event.claims,
        ...(event.problem === undefined ? { files: event.files } : { problem: event.problem }),
      });
    case 'candidates-compared':
      return updateCurrent(state, { comparison: event });
    case 'detector-finished':
      return applyOutcome(state, event.iteration, event.outcome);
    case 'tests-written':
      return { ...state, testsWritten: event };
    case 'tests-finished':
      return applyTests(state, event.iteration, event.outcome);
    case 'proof-written':
      return applyProof(state, event.proof);
    case 'proofs-finished':
      return applyProofs(state, event);
    case 'iteration-finished':
      return applyFinished(state, event);
    case 'person-decided':
      return applyDecision(state, event.decision);
    case 'limit-reached':
      return { ...state, limitReached: event };
    case 'verdict-reached':
      return { ...state, verdict: event };
  }
}

function updateCurrent(state: SessionState, change: Partial<NonNullable<SessionState['current']>>): SessionState {
  return state.current === undefined ? state : { ...state, current: { ...state.current, ...change } };
}

function applyReply(state: SessionState, event: ModelReplied): SessionState {
  const known = state.requests[event.requestId];
  const counted: SessionState = {
    ...state,
    usage: addUsage(state.usage, event.usage),
    estimatedTokens: state.estimatedTokens + unreportedTokens(event, known?.request.messages ?? []),
    cost: addCost(state.cost, event.cost),
    calls: state.calls + event.calls,
    requests:
      known === undefined ? state.requests : { ...state.requests, [event.requestId]: { ...known, reply: event } },
  };
  if (known?.request.asker !== 'strategy') return counted;
  const { step, isFresh } = known.request;
  if (step !== undefined && event.outcome.kind === 'answered') {
    return applyStep(counted, { iteration: known.request.iteration, step, text: event.outcome.text });
  }
  return updateCurrent(counted, { reply: event, ...(isFresh === undefined ? {} : { isFresh }) });
}

/** Characters of a reply that may go into a later prompt; no critique is as long, and a prompt must stay payable. */
const MAX_STEP_CHARACTERS = 100_000;

/** A step that brought nothing to go on with ends its iteration as a reply without a program does. */
function applyStep(state: SessionState, { iteration, step, text: reply }: EarlierReply): SessionState {
  const text = withoutLeadingThought(reply).trim();
  const told = updateCurrent(state, { steps: (state.current?.steps ?? 0) + 1 });
  if (text === '') return updateCurrent(told, { problem: `The reply to the step '${step}' is empty.` });
  if (text.length > MAX_STEP_CHARACTERS) {
    const problem = `The reply to the step '${step}' is longer than ${String(MAX_STEP_CHARACTERS)} characters.`;
    return updateCurrent(told, { problem });
  }
  return { ...told, earlier: [...told.earlier, { iteration, step, text }] };
}

function applyOutcome(state: SessionState, iteration: number, outcome: DetectorOutcome): SessionState {
  const { current, best } = state;
  const remembered: SessionState = {
    ...state,
    upheld: remember(
      state.upheld,
      outcome.detector,
      outcome.findings.map(({ fingerprint }) => fingerprint),
    ),
    withdrawn: remember(
      state.withdrawn,
      outcome.detector,
      outcome.withdrawn.filter(({ isRefuted }) => isRefuted === true).map(({ finding }) => finding.fingerprint),
    ),
  };
  if (current?.iteration === iteration && current.finished === undefined) {
    return updateCurrent(remembered, { outcomes: [...current.outcomes, outcome] });
  }
  // The cross-check of the best candidate, after its iteration was judged.
  if (best?.iteration !== iteration) return remembered;
  return { ...remembered, best: { ...best, outcomes: [...best.outcomes, outcome] } };
}

function applyTests(state: SessionState, iteration: number, tests: TestOutcome): SessionState {
  const { current, best } = state;
  if (current?.iteration !== iteration || current.finished !== undefined) {
    return best?.iteration === iteration ? { ...state, best: { ...best, tests } } : state;
  }
  const tolerated = current.kind === 'given' ? tests.tests.filter(isFailingCommand).map(({ name }) => name) : [];
  return { ...updateCurrent(state, { tests }), toleratedTests: [...state.toleratedTests, ...tolerated] };
}

/** The pair was tried on the best program. */
function applyProof(state: SessionState, proof: Proof): SessionState {
  const { best, proofs } = state;
  const known = { ...state, proofs: [...proofs, proof] };
  return best === undefined ? known : { ...known, best: { ...best, outcomes: withShownAttack(best.outcomes, proof) } };
}

function applyProofs(state: SessionState, event: ProofsFinished): SessionState {
  const { iteration, results } = event;
  const { current, best } = state;
  const isCurrent = current?.iteration === iteration && current.finished === undefined;
  const files = (isCurrent ? current.files : best?.files) ?? [];
  const counted = applyOutcome(state, iteration, proofOutcome(event, state.proofs, files));
  if (isCurrent) return updateCurrent(counted, { proofResults: results });
  return counted.best?.iteration === iteration
    ? { ...counted, best: { ...counted.best, proofResults: results } }
    : counted;
}

function isFailingCommand({ source, isPassing }: TestOutcome['tests'][number]): boolean {
  return source === 'command' && !isPassing;
}

function remember(
  known: Readonly<Record<string, readonly string[]>>,
  detector: string,
  fingerprints: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return fingerprints.length === 0
    ? known
    : { ...known, [detector]: [...new Set([...(known[detector] ?? []), ...fingerprints])] };
}

function applyFinished(state: SessionState, event: IterationFinished): SessionState {
  const judged = updateCurrent(state, { finished: event });
  const isFirst = state.best === undefined;
  const promoted = event.isAccepted ? promote(judged) : judged;
  return {
    ...promoted,
    given: state.current?.kind === 'given' ? promoted.best : state.given,
    ledgers: [...state.ledgers, event.ledger],
    rejection: event.isAccepted ? undefined : event.reason,
    flatRounds: event.isImprovement || (isFirst && event.isAccepted) ? 0 : state.flatRounds + 1,
  };
}

/** Makes the current candidate the best. */
function promote(state: SessionState): SessionState {
  const { current } = state;
  if (current?.files === undefined) return state;
  const { iteration, files, outcomes, tests, proofResults } = current;
  return {
    ...state,
    best: {
      iteration,
      files,
      outcomes,
      ...(tests === undefined ? {} : { tests }),
      ...(proofResults === undefined ? {} : { proofResults }),
    },
  };
}

function applyDecision(state: SessionState, decision: PersonDecision): SessionState {
  switch (decision.kind) {
    case 'continue':
      return { ...state, isConsulted: true };
    case 'accept':
      return { ...promote(state), rejection: undefined, isConsulted: true };
    case 'reject':
      // The person's own code cannot be rolled back to nothing.
      if (state.current?.kind === 'given') return { ...state, isConsulted: true };
      return {
        ...state,
        best: state.bestBefore,
        rejection: `The person rejected it: ${decision.reason}`,
        isConsulted: true,
      };
    case 'dismiss':
      return {
        ...state,
        dismissals: [...state.dismissals, { fingerprint: decision.fingerprint, reason: decision.reason }],
      };
    case 'instruct':
      return { ...state, instructions: [...state.instructions, decision.instruction] };
    case 'stop':
      return { ...state, isConsulted: true, wantsStop: true };
  }
}

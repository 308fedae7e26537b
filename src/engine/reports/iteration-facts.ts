import type { TestOutcome } from '#core/behaviour.ts';
import type { CweId } from '#core/cwe-id.ts';
import type { Ledger } from '#core/ledger.ts';
import type { Proof } from '#core/proof.ts';
import type { ChangeFault, DetectorOutcome, IterationStarted, SessionEvent } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { proofOutcome, withShownAttack } from '../behaviour/proof-outcome.ts';
import { addCost, addUsage, type Cost, type Usage } from '#core/usage.ts';

/** What model calls took. */
export interface Spent {
  readonly usage: Usage;
  readonly cost: Cost;
  /** Calls on the wire. */
  readonly calls: number;
  /** Replies whose tokens the provider did not tell: with any, `usage` is a lower bound. */
  readonly repliesWithoutUsage: number;
}

export const NOTHING_SPENT: Spent = { usage: {}, cost: 0, calls: 0, repliesWithoutUsage: 0 };

/** All that a session's events say about one iteration. */
export interface IterationFacts {
  readonly iteration: number;
  readonly kind: IterationStarted['kind'];
  readonly promptVersion?: string;
  readonly promptHash?: string;
  /** The candidate; empty when there was none. */
  readonly files: SourceFiles;
  /** Why the reply held no usable program. */
  readonly problem?: string;
  readonly claims: readonly CweId[];
  readonly faults: readonly ChangeFault[];
  /** The last outcome of each detector, in the order of their first. */
  readonly outcomes: readonly DetectorOutcome[];
  /** Absent when no tests were run. */
  readonly tests?: TestOutcome;
  /** Absent until the referee, or a person over the referee, has decided. */
  readonly isAccepted?: boolean;
  /** Why, in one sentence. */
  readonly reason?: string;
  readonly ledger?: Ledger;
  readonly spent: Spent;
}

/** Sum of two spendings; a cost that is unknown once stays unknown. */
export function addSpent(a: Spent, b: Spent): Spent {
  return {
    usage: addUsage(a.usage, b.usage),
    cost: addCost(a.cost, b.cost),
    calls: a.calls + b.calls,
    repliesWithoutUsage: a.repliesWithoutUsage + b.repliesWithoutUsage,
  };
}

/** The iterations of a session, in order of their numbers. */
export function iterationFacts(events: readonly SessionEvent[]): readonly IterationFacts[] {
  const iterations = new Map<number, IterationFacts>();
  const requests = new Map<string, number>();
  const proofs: Proof[] = [];
  for (const event of events) {
    if (event.type === 'model-requested') requests.set(event.requestId, event.iteration);
    const iteration =
      event.type === 'model-replied'
        ? requests.get(event.requestId)
        : 'iteration' in event
          ? event.iteration
          : undefined;
    if (iteration === undefined) continue;
    const known = iterations.get(iteration) ?? unstarted(iteration);
    if (event.type === 'proof-written') proofs.push(event.proof);
    iterations.set(iteration, { ...known, ...news(event, known, proofs) });
  }
  return [...iterations.values()].sort((a, b) => a.iteration - b.iteration);
}

function unstarted(iteration: number): IterationFacts {
  return { iteration, kind: 'fix', files: [], claims: [], faults: [], outcomes: [], spent: NOTHING_SPENT };
}

/** What an event adds to the iteration that it belongs to. */
function news(event: SessionEvent, known: IterationFacts, proofs: readonly Proof[]): Partial<IterationFacts> {
  switch (event.type) {
    case 'iteration-started': {
      const { kind, promptVersion, promptHash } = event;
      return {
        kind,
        ...(promptVersion !== undefined && { promptVersion }),
        ...(promptHash !== undefined && { promptHash }),
      };
    }
    case 'model-replied': {
      const { usage, cost, calls } = event;
      const repliesWithoutUsage = usage.inputTokens === undefined || usage.outputTokens === undefined ? 1 : 0;
      return { spent: addSpent(known.spent, { usage, cost, calls, repliesWithoutUsage }) };
    }
    case 'candidate-extracted':
      return {
        files: event.files,
        claims: event.claims,
        ...(event.problem !== undefined && { problem: event.problem }),
      };
    case 'candidates-compared':
      return { faults: event.faults };
    case 'detector-finished':
      return { outcomes: withOutcome(known.outcomes, event.outcome) };
    case 'proof-written':
      return { outcomes: withShownAttack(known.outcomes, event.proof) };
    case 'proofs-finished':
      return { outcomes: withOutcome(known.outcomes, proofOutcome(event, proofs, known.files)) };
    case 'tests-finished':
      return { tests: event.outcome };
    case 'iteration-finished': {
      const { isAccepted, reason, ledger } = event;
      return { isAccepted, reason, ledger };
    }
    case 'person-decided': {
      const { decision } = event;
      if (decision.kind === 'accept') return { isAccepted: true, reason: 'A person accepted it over the referee.' };
      if (decision.kind === 'reject')
        return { isAccepted: false, reason: `A person rolled it back: ${decision.reason}` };
      return {};
    }
    case 'session-started':
    case 'session-resumed':
    case 'tests-written':
    case 'model-requested':
    case 'limit-reached':
    case 'verdict-reached':
      return {};
  }
}

function withOutcome(outcomes: readonly DetectorOutcome[], outcome: DetectorOutcome): readonly DetectorOutcome[] {
  const isKnown = outcomes.some(({ detector }) => detector === outcome.detector);
  return isKnown
    ? outcomes.map((known) => (known.detector === outcome.detector ? outcome : known))
    : [...outcomes, outcome];
}

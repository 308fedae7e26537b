import type { PersonDecision, ReplyOutcome, SessionEvent, StoredEvent } from '#core/session-event.ts';
import { type Cost, totalTokens } from '#core/usage.ts';
import { formatCost, plural } from './amounts.ts';
import { describeTests } from './behaviour-text.ts';

/** One row of `seccode sessions show`. Texts are as they came: whoever prints them makes control characters visible. */
export interface TimelineRow {
  readonly sequence: number;
  readonly atMs: number;
  /** Absent for events of the session as a whole. */
  readonly iteration?: number;
  /** The part of the loop, in one word. */
  readonly stage:
    | 'session'
    | 'iteration'
    | 'model'
    | 'extract'
    | 'compare'
    | 'test'
    | 'detect'
    | 'referee'
    | 'person'
    | 'verdict';
  /** What happened, in one sentence without its full stop. */
  readonly what: string;
  /** Input and output tokens; absent where none were counted. */
  readonly tokens?: number;
  readonly cost?: Cost;
}

type Told = Pick<TimelineRow, 'stage' | 'what'> & Partial<TimelineRow>;

/** A session as it went, one row per event. */
export function timeline(events: readonly StoredEvent[]): readonly TimelineRow[] {
  const askers = new Map<string, { readonly asker: string; readonly iteration: number }>();
  return events.map(({ sequence, atMs, event }) => {
    if (event.type === 'model-requested') askers.set(event.requestId, event);
    const iteration =
      event.type === 'model-replied'
        ? askers.get(event.requestId)?.iteration
        : 'iteration' in event
          ? event.iteration
          : undefined;
    return { sequence, atMs, ...(iteration !== undefined && { iteration }), ...tell(event) };
  });
}

function tell(event: SessionEvent): Told {
  switch (event.type) {
    case 'session-started':
      return {
        stage: 'session',
        what: `started: ${event.task.kind} ${event.task.language} with ${event.settings.model}, strategy ${event.settings.strategy}`,
      };
    case 'session-resumed':
      return { stage: 'session', what: `resumed by SecCode ${event.version}` };
    case 'iteration-started':
      return { stage: 'iteration', what: `iteration ${event.iteration} began: ${KINDS[event.kind]}` };
    case 'model-requested':
      return {
        stage: 'model',
        what: `${event.asker} asked ${event.model} (${event.purpose}${event.step === undefined ? '' : `: ${event.step}`})`,
      };
    case 'model-replied': {
      const isCounted = event.usage.inputTokens !== undefined || event.usage.outputTokens !== undefined;
      const calls = event.calls > 1 ? ` in ${plural(event.calls, 'call')}` : '';
      return {
        stage: 'model',
        what: `${event.answeredBy || 'the model'} ${describeReply(event.outcome)}${calls}, cost ${formatCost(event.cost)}`,
        ...(isCounted && { tokens: totalTokens(event.usage) }),
        cost: event.cost,
      };
    }
    case 'candidate-extracted':
      return {
        stage: 'extract',
        what:
          event.problem ??
          `${plural(event.files.length, 'file')} taken: ${event.files.map(({ path }) => path).join(', ')}`,
      };
    case 'candidates-compared':
      return {
        stage: 'compare',
        what:
          event.faults.length === 0
            ? 'nothing forbidden in the change'
            : `${plural(event.faults.length, 'fault')}: ${event.faults.map(({ check, path, line }) => `${check} at ${path}:${line}`).join(', ')}`,
      };
    case 'detector-finished': {
      const { detector, status, reason, findings, withdrawn, notCovered } = event.outcome;
      if (status === 'failed') return { stage: 'detect', what: `${detector} failed: ${reason}` };
      if (status === 'not-applicable') return { stage: 'detect', what: `${detector} knows none of the languages` };
      const extras = [
        ...(withdrawn.length > 0 ? [`${withdrawn.length} withdrawn`] : []),
        ...(notCovered.length > 0 ? [`${plural(notCovered.length, 'file')} not covered`] : []),
      ];
      return {
        stage: 'detect',
        what: [`${detector} reported ${plural(findings.length, 'finding')}`, ...extras].join(', '),
      };
    }
    case 'proof-written': {
      const { finding, pair, reason } = event.proof;
      const what = `${finding.cwes[0] ?? finding.rule} at ${finding.span.path}:${finding.span.startLine}`;
      return {
        stage: 'test',
        what: pair === undefined ? `no proof for ${what}: ${reason}` : `an attack on ${what} works, as a run shows`,
      };
    }
    case 'proofs-finished': {
      const stopped = event.results.filter(({ isAttackStopped }) => isAttackStopped).length;
      return {
        stage: 'test',
        what: event.problem ?? `${String(stopped)} of ${plural(event.results.length, 'attack')} stopped`,
      };
    }
    case 'tests-written':
      return {
        stage: 'test',
        what:
          event.set === undefined
            ? `no tests: ${event.problem ?? ''}`
            : `${plural(event.set.cases.length, 'test')} written from the request`,
      };
    case 'tests-finished':
      return { stage: 'test', what: describeTests(event.outcome) };
    case 'iteration-finished': {
      const { isAccepted, ledger, reason } = event;
      return { stage: 'referee', what: `${isAccepted ? 'accepted' : 'rolled back'}, score ${ledger.score}: ${reason}` };
    }
    case 'person-decided':
      return { stage: 'person', what: describeDecision(event.decision) };
    case 'limit-reached':
      return { stage: 'session', what: `limit on ${event.limit} reached: ${event.detail}` };
    case 'verdict-reached':
      return { stage: 'verdict', what: `${event.verdict} (${event.stopReason})` };
  }
}

const KINDS = {
  generate: 'write a first program',
  fix: 'improve the best program',
  given: 'look at the given program',
} as const;

function describeReply(outcome: ReplyOutcome): string {
  switch (outcome.kind) {
    case 'answered':
      return 'answered';
    case 'refused':
      return `refused: ${outcome.reason}`;
    case 'truncated':
      return `was cut off: ${outcome.reason}`;
    case 'failed':
      return `failed: ${outcome.reason}`;
  }
}

function describeDecision(decision: PersonDecision): string {
  switch (decision.kind) {
    case 'continue':
      return 'let it go on';
    case 'accept':
      return 'accepted the candidate over the referee';
    case 'reject':
      return `rolled the candidate back: ${decision.reason}`;
    case 'dismiss':
      return `dismissed finding ${decision.fingerprint}: ${decision.reason}`;
    case 'instruct':
      return `instructed: ${decision.instruction}`;
    case 'stop':
      return 'ended the session';
  }
}

import type { Finding } from '#core/finding.ts';
import type {
  DetectorOutcome,
  SessionStarted,
  StoredEvent,
  VerdictReached,
  WithdrawnFinding,
} from '#core/session-event.ts';
import { isOpen } from '../detection/threshold.ts';
import { addSpent, type IterationFacts, iterationFacts, NOTHING_SPENT, type Spent } from './iteration-facts.ts';
import { isAttackSeen, type ProofFacts, proofFacts } from './proof-facts.ts';
import { inReadingOrder } from './reading-order.ts';

/** A finding that a person called false, and why. */
export interface DismissedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** What one detector contributes to the verdict on the result. */
export interface Evidence {
  readonly detector: string;
  /** `held out` of the feedback: it judges what was not made to please it. */
  readonly role: 'feedback' | 'marking, held out' | 'feedback and marking' | 'neither';
  /** `not run` on the result. */
  readonly status: DetectorOutcome['status'] | 'not run';
  readonly version: string;
  readonly reason: string;
  /** Findings that decide the verdict. */
  readonly open: number;
  readonly reported: number;
  readonly notCovered: DetectorOutcome['notCovered'];
}

/** What a session comes to. */
export interface SessionFacts {
  readonly started: SessionStarted;
  readonly startedAtMs: number;
  /** When the last event was kept. */
  readonly updatedAtMs: number;
  readonly resumptions: number;
  readonly iterations: readonly IterationFacts[];
  /** Absent while the session has not ended. */
  readonly verdict?: VerdictReached;
  /** The iteration whose candidate is the result, or would be if the session ended now. */
  readonly best?: IterationFacts;
  /** All findings of the result that nobody dismissed, in reading order. */
  readonly findings: readonly Finding[];
  /** Those of them that decide the verdict. */
  readonly open: readonly Finding[];
  readonly dismissed: readonly DismissedFinding[];
  /** Taken back by their own detectors, on the result. */
  readonly withdrawn: readonly WithdrawnFinding[];
  readonly evidence: readonly Evidence[];
  /** What the pairs of inputs say of the result; empty when none were asked for. */
  readonly proofs: readonly ProofFacts[];
  readonly limits: readonly string[];
  /** Models that really answered, as the providers name them. */
  readonly answeredBy: readonly string[];
  readonly spent: Spent;
}

/**
 * Sums up a session's log.
 *
 * @throws {RangeError} when the log does not begin with `session-started`: stores let no such log out.
 */
export function summariseEvents(stored: readonly StoredEvent[]): SessionFacts {
  const [first] = stored;
  if (first?.event.type !== 'session-started') throw new RangeError('The log does not begin with session-started.');
  const { event: started, atMs: startedAtMs } = first;
  const events = stored.map(({ event }) => event);
  const iterations = iterationFacts(events);
  const verdict = events.findLast((event) => event.type === 'verdict-reached');
  const best = bestOf(iterations, verdict);
  const dismissals = new Map(
    events.flatMap((event) =>
      event.type === 'person-decided' && event.decision.kind === 'dismiss'
        ? [[event.decision.fingerprint, event.decision.reason] as const]
        : [],
    ),
  );
  const reported = inReadingOrder((best?.outcomes ?? []).flatMap(({ findings }) => findings));
  const findings = reported.filter(({ fingerprint }) => !dismissals.has(fingerprint));
  const open = findings.filter((finding) => isOpen(finding, started.settings));
  return {
    started,
    startedAtMs,
    updatedAtMs: stored.at(-1)?.atMs ?? startedAtMs,
    resumptions: events.filter(({ type }) => type === 'session-resumed').length,
    iterations,
    ...(verdict !== undefined && { verdict }),
    ...(best !== undefined && { best }),
    findings,
    open,
    dismissed: reported.flatMap((finding) => {
      const reason = dismissals.get(finding.fingerprint);
      return reason === undefined ? [] : [{ finding, reason }];
    }),
    withdrawn: (best?.outcomes ?? []).flatMap((outcome) => outcome.withdrawn),
    proofs: proofFacts(events, best?.iteration),
    evidence: evidenceOf(started, best?.outcomes ?? [], open),
    limits: events.flatMap((event) => (event.type === 'limit-reached' ? [event.detail] : [])),
    answeredBy: [
      ...new Set(
        events.flatMap((event) =>
          event.type === 'model-replied' && event.answeredBy !== '' ? [event.answeredBy] : [],
        ),
      ),
    ],
    spent: iterations.map(({ spent }) => spent).reduce(addSpent, NOTHING_SPENT),
  };
}

function bestOf(
  iterations: readonly IterationFacts[],
  verdict: VerdictReached | undefined,
): IterationFacts | undefined {
  if (verdict !== undefined) return iterations.find(({ iteration }) => iteration === verdict.bestIteration);
  return iterations.findLast(({ isAccepted }) => isAccepted === true);
}

function evidenceOf(
  { settings }: SessionStarted,
  outcomes: readonly DetectorOutcome[],
  open: readonly Finding[],
): readonly Evidence[] {
  const names = [...settings.marking, ...settings.feedback, ...outcomes.map(({ detector }) => detector)];
  return [...new Set(names)].map((detector) => {
    const outcome = outcomes.find((candidate) => candidate.detector === detector);
    return {
      detector,
      role: roleOf(detector, settings),
      status: outcome?.status ?? 'not run',
      version: outcome?.version ?? '',
      reason: outcome?.reason ?? '',
      open: open.filter((finding) => finding.detector === detector).length,
      reported: outcome?.findings.length ?? 0,
      notCovered: outcome?.notCovered ?? [],
    };
  });
}

function roleOf(detector: string, { feedback, marking }: SessionStarted['settings']): Evidence['role'] {
  // Nobody chose it by name, and it has its say all the same.
  if (isAttackSeen({ detector })) return 'feedback and marking';
  if (!marking.includes(detector)) return feedback.includes(detector) ? 'feedback' : 'neither';
  return feedback.includes(detector) ? 'feedback and marking' : 'marking, held out';
}

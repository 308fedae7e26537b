import type { TestOutcome } from '#core/behaviour.ts';
import type { Finding } from '#core/finding.ts';
import type { Ledger } from '#core/ledger.ts';
import type { ChangeFault, WithdrawnFinding } from '#core/session-event.ts';
import type { SessionSettings } from '#core/settings.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Cost, Usage } from '#core/usage.ts';
import type { StopReason, Verdict } from '#core/verdict.ts';
import type { SessionReport } from '#engine/reports/format.ts';
import type { IterationFacts } from '#engine/reports/iteration-facts.ts';
import type { ProofFacts } from '#engine/reports/proof-facts.ts';
import { type Evidence, summariseEvents } from '#engine/reports/summary.ts';
import {
  type JsonCounts,
  type JsonDetector,
  type JsonFinding,
  jsonCounts,
  jsonDetector,
  jsonFindings,
} from './scan-json.ts';

/** What calls took. `"unknown"` for money whose price nobody knows; a count of tokens is absent when nobody told it. */
export interface JsonSpent {
  readonly usage: Usage;
  /** More than 0 makes `usage` a lower bound. */
  readonly repliesWithoutUsage: number;
  /** Millionths of a US dollar, or `"unknown"`; never 0 for an unknown price. */
  readonly costMicroUsd: Cost;
  /** Calls on the wire, retries included. */
  readonly calls: number;
}

export interface JsonIteration extends JsonSpent {
  readonly iteration: number;
  readonly kind: IterationFacts['kind'];
  readonly promptVersion: string | null;
  readonly promptHash: string | null;
  /** `null` while it is not decided. */
  readonly isAccepted: boolean | null;
  readonly reason: string | null;
  /** Why the reply held no usable program. */
  readonly problem: string | null;
  readonly faults: readonly ChangeFault[];
  /** Of all findings, the open ones and those that are only reported. */
  readonly counts: JsonCounts;
  readonly detectors: readonly JsonDetector[];
  /** `null` when no tests were run on it. */
  readonly tests: TestOutcome | null;
  readonly ledger: Ledger | null;
}

/** `--format json` of a session. Every key is always there. New keys may come; a change of meaning changes `schema`. */
export interface SessionJson extends JsonSpent {
  readonly schema: 'seccode/session/1';
  /** Version of SecCode that wrote the report. */
  readonly version: string;
  readonly sessionId: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** When the last event was kept. */
  readonly updatedAt: string;
  readonly kind: 'generate' | 'fix';
  readonly request: string;
  readonly language: string;
  readonly settings: SessionSettings;
  /** Models that really answered, as the providers name them. */
  readonly answeredBy: readonly string[];
  /** `null` while the session has not ended; so are the next two. */
  readonly verdict: Verdict | null;
  readonly stopReason: StopReason | null;
  readonly explanation: string | null;
  /** What each detector contributes to the verdict. */
  readonly evidence: readonly Evidence[];
  /** What each pair of inputs says of the result; empty when none were asked for. */
  readonly proofs: readonly ProofFacts[];
  /** The iteration that the result is from; `null` when there is no result. */
  readonly bestIteration: number | null;
  readonly iterations: readonly JsonIteration[];
  /** Findings of the result, by path, then by place, without those that a person dismissed. */
  readonly findings: readonly JsonFinding[];
  readonly counts: JsonCounts;
  readonly dismissed: readonly { readonly finding: Finding; readonly reason: string }[];
  readonly withdrawn: readonly WithdrawnFinding[];
  /** The result. */
  readonly files: SourceFiles;
}

export function sessionJson({ version, events }: SessionReport): SessionJson {
  const facts = summariseEvents(events);
  const { started, verdict, best, spent } = facts;
  return {
    schema: 'seccode/session/1',
    version,
    sessionId: started.sessionId,
    startedAt: new Date(facts.startedAtMs).toISOString(),
    updatedAt: new Date(facts.updatedAtMs).toISOString(),
    kind: started.task.kind,
    request: started.task.request,
    language: started.task.language,
    settings: started.settings,
    answeredBy: facts.answeredBy,
    verdict: verdict?.verdict ?? null,
    stopReason: verdict?.stopReason ?? null,
    explanation: verdict?.explanation ?? null,
    evidence: facts.evidence,
    proofs: facts.proofs,
    bestIteration: best?.iteration ?? null,
    ...jsonSpent(spent),
    iterations: facts.iterations.map(jsonIteration),
    findings: jsonFindings(facts.findings, facts.open, best?.outcomes ?? []),
    counts: jsonCounts(facts.findings),
    dismissed: facts.dismissed,
    withdrawn: facts.withdrawn,
    files: best?.files ?? [],
  };
}

function jsonIteration(facts: IterationFacts): JsonIteration {
  return {
    iteration: facts.iteration,
    kind: facts.kind,
    promptVersion: facts.promptVersion ?? null,
    promptHash: facts.promptHash ?? null,
    isAccepted: facts.isAccepted ?? null,
    reason: facts.reason ?? null,
    problem: facts.problem ?? null,
    faults: facts.faults,
    counts: jsonCounts(facts.outcomes.flatMap(({ findings }) => findings)),
    detectors: facts.outcomes.map(jsonDetector),
    tests: facts.tests ?? null,
    ledger: facts.ledger ?? null,
    ...jsonSpent(facts.spent),
  };
}

function jsonSpent({ usage, repliesWithoutUsage, cost, calls }: IterationFacts['spent']): JsonSpent {
  return { usage, repliesWithoutUsage, costMicroUsd: cost, calls };
}

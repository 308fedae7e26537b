import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';
import { VERDICTS } from '#core/verdict.ts';

/** What the demo shows of a session. */
export interface DemoSession {
  readonly verdict: (typeof VERDICTS)[number];
  readonly stopReason: string;
  readonly iterations: readonly DemoIteration[];
  /** What pairs of inputs show of the result. */
  readonly proofs: readonly { readonly weakness: string; readonly state: string }[];
}

export interface DemoIteration {
  readonly iteration: number;
  readonly kind: string;
  /** 0 when nothing is open in view; absent when the iteration did not get that far. */
  readonly score?: number;
  readonly isAccepted: boolean;
  readonly reason: string;
  readonly detectors: readonly { readonly detector: string; readonly findings: number }[];
  /** Absent when none were run. */
  readonly tests?: { readonly passed: number; readonly all: number };
}

const schema = z.object({
  verdict: z.enum(VERDICTS),
  stopReason: z.string(),
  iterations: z.array(
    z.object({
      iteration: z.number(),
      kind: z.string(),
      isAccepted: z.boolean().nullable(),
      reason: z.string().nullable(),
      ledger: z.object({ score: z.number() }).nullable(),
      tests: z.object({ tests: z.array(z.object({ isPassing: z.boolean() })) }).nullable(),
      detectors: z.array(z.object({ detector: z.string(), status: z.string(), findings: z.number() })),
    }),
  ),
  proofs: z.array(z.object({ state: z.string(), finding: z.object({ rule: z.string(), cwes: z.array(z.string()) }) })),
});

/** Reads the JSON report of a session; `undefined` when there is none, because the replay stopped. */
export function readSession(text: string): DemoSession | undefined {
  const parsed = parseJson(text);
  const read = parsed.ok ? schema.safeParse(parsed.value) : undefined;
  if (read?.success !== true) return undefined;
  const { verdict, stopReason, iterations, proofs } = read.data;
  return {
    verdict,
    stopReason,
    proofs: proofs.map(({ state, finding }) => ({ state, weakness: finding.cwes[0] ?? finding.rule })),
    iterations: iterations.map(({ iteration, kind, isAccepted, reason, ledger, detectors, tests }) => ({
      iteration,
      kind,
      ...(ledger === null ? {} : { score: ledger.score }),
      isAccepted: isAccepted ?? false,
      reason: reason ?? '',
      detectors: detectors
        .filter(({ status }) => status !== 'not-applicable')
        .map(({ detector, findings }) => ({ detector, findings })),
      ...(tests === null
        ? {}
        : { tests: { passed: tests.tests.filter(({ isPassing }) => isPassing).length, all: tests.tests.length } }),
    })),
  };
}

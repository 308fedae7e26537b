import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';
import { VERDICTS } from '#core/verdict.ts';

/** What the demo shows of a session. */
export interface DemoSession {
  readonly verdict: (typeof VERDICTS)[number];
  readonly stopReason: string;
  readonly iterations: readonly DemoIteration[];
}

export interface DemoIteration {
  readonly iteration: number;
  readonly kind: string;
  /** 0 when nothing is open in view; absent when the iteration did not get that far. */
  readonly score?: number;
  readonly isAccepted: boolean;
  readonly reason: string;
  readonly detectors: readonly { readonly detector: string; readonly findings: number }[];
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
      detectors: z.array(z.object({ detector: z.string(), status: z.string(), findings: z.number() })),
    }),
  ),
});

/** Reads the JSON report of a session; `undefined` when there is none, because the replay stopped. */
export function readSession(text: string): DemoSession | undefined {
  const parsed = parseJson(text);
  const read = parsed.ok ? schema.safeParse(parsed.value) : undefined;
  if (read?.success !== true) return undefined;
  const { verdict, stopReason, iterations } = read.data;
  return {
    verdict,
    stopReason,
    iterations: iterations.map(({ iteration, kind, isAccepted, reason, ledger, detectors }) => ({
      iteration,
      kind,
      ...(ledger === null ? {} : { score: ledger.score }),
      isAccepted: isAccepted ?? false,
      reason: reason ?? '',
      detectors: detectors
        .filter(({ status }) => status !== 'not-applicable')
        .map(({ detector, findings }) => ({ detector, findings })),
    })),
  };
}

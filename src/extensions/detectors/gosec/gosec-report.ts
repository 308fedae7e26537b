import { z } from 'zod';

export type GosecScore = 'LOW' | 'MEDIUM' | 'HIGH';

export interface GosecIssue {
  readonly severity: GosecScore;
  readonly confidence: GosecScore;
  /** gosec's own weakness; absent where a rule has none. */
  readonly cwe?: { readonly id: string } | null | undefined;
  readonly rule_id: string;
  readonly details: string;
  /** Absolute. */
  readonly file: string;
  /** One line, or a first and a last one: `12-14`. */
  readonly line: string;
  /** In bytes, from 1. */
  readonly column: string;
}

/** What `gosec -fmt json` prints. */
export interface GosecReport {
  /** By file: what the compiler's front end says. */
  readonly 'Golang errors'?: Readonly<Record<string, readonly { readonly line: number }[]>> | null | undefined;
  readonly Issues: readonly GosecIssue[] | null;
  readonly Stats: { readonly files: number };
}

const score = z.enum(['LOW', 'MEDIUM', 'HIGH']);

export const gosecReport: z.ZodType<GosecReport> = z.object({
  'Golang errors': z.record(z.string(), z.array(z.object({ line: z.int() }))).nullish(),
  Issues: z
    .array(
      z.object({
        severity: score,
        confidence: score,
        cwe: z.object({ id: z.string() }).nullish(),
        rule_id: z.string(),
        details: z.string(),
        file: z.string(),
        line: z.string().regex(/^\d{1,9}(?:-\d{1,9})?$/),
        column: z.string().regex(/^\d{1,9}$/),
      }),
    )
    .nullable(),
  Stats: z.object({ files: z.int() }),
});

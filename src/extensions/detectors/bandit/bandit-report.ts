import { z } from 'zod';

export type BanditGrade = 'UNDEFINED' | 'LOW' | 'MEDIUM' | 'HIGH';

/** One result of Bandit's JSON. Columns came with later versions. */
export interface BanditIssue {
  readonly filename: string;
  readonly test_id: string;
  readonly issue_text: string;
  readonly issue_severity: BanditGrade;
  readonly issue_confidence: BanditGrade;
  readonly line_number: number;
  readonly line_range: readonly number[];
  /** Bytes of UTF-8 from the start of the line, from 0; -1 when Bandit does not know it. */
  readonly col_offset?: number | undefined;
  readonly end_col_offset?: number | undefined;
}

/** What `bandit --format json` prints. */
export interface BanditReport {
  readonly errors: readonly { readonly filename: string; readonly reason: string }[];
  /** One member for each file that was read, and one for all together. */
  readonly metrics: Readonly<Record<string, unknown>>;
  readonly results: readonly BanditIssue[];
}

const grade = z.enum(['UNDEFINED', 'LOW', 'MEDIUM', 'HIGH']);

export const banditReport: z.ZodType<BanditReport> = z.object({
  errors: z.array(z.object({ filename: z.string(), reason: z.string() })),
  metrics: z.record(z.string(), z.unknown()),
  results: z.array(
    z.object({
      filename: z.string(),
      test_id: z.string(),
      issue_text: z.string(),
      issue_severity: grade,
      issue_confidence: grade,
      line_number: z.int(),
      line_range: z.array(z.int()),
      col_offset: z.int().optional(),
      end_col_offset: z.int().optional(),
    }),
  ),
});

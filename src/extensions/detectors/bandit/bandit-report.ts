import { z } from 'zod';

const grade = z.enum(['UNDEFINED', 'LOW', 'MEDIUM', 'HIGH']);

/** One result of Bandit's JSON. Columns and weaknesses came with later versions. */
const issue = z.object({
  filename: z.string(),
  test_id: z.string(),
  issue_text: z.string(),
  issue_severity: grade,
  issue_confidence: grade,
  line_number: z.int(),
  line_range: z.array(z.int()),
  /** Bytes of UTF-8 from the start of the line, from 0; -1 when Bandit does not know it. */
  col_offset: z.int().optional(),
  end_col_offset: z.int().optional(),
});

/** What `bandit --format json` prints. */
export const banditReport = z.object({
  errors: z.array(z.object({ filename: z.string(), reason: z.string() })),
  /** One member for each file that was read, and one for all together. */
  metrics: z.record(z.string(), z.unknown()),
  results: z.array(issue),
});

export type BanditReport = z.infer<typeof banditReport>;
export type BanditIssue = z.infer<typeof issue>;

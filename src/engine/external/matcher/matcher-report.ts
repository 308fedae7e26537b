import { z } from 'zod';

/** A place in a file: lines and columns from 1, columns in bytes of UTF-8; `offset` in bytes, or -1, or left out. */
export interface MatcherPosition {
  readonly line: number;
  readonly col: number;
  readonly offset?: number | undefined;
}

export interface MatcherLocation {
  readonly path: string;
  readonly start: MatcherPosition;
  readonly end: MatcherPosition;
}

export interface MatcherResult extends MatcherLocation {
  readonly check_id: string;
  readonly extra: {
    readonly message: string;
    readonly severity: string;
    readonly metadata?: Readonly<Record<string, unknown>> | undefined;
    readonly dataflow_trace?:
      | {
          readonly taint_source?: unknown;
          readonly intermediate_vars?: readonly { readonly location: MatcherLocation }[] | null | undefined;
        }
      | null
      | undefined;
  };
}

export interface MatcherError {
  readonly level: string;
  /** A name, or a name with what belongs to it. */
  readonly type?: unknown;
  readonly path?: string | undefined;
}

/** What analysers that match patterns of rules print as JSON: the form that Semgrep calls `cli_output`. */
export interface MatcherReport {
  readonly results: readonly MatcherResult[];
  readonly errors: readonly MatcherError[];
  readonly paths: {
    readonly scanned: readonly string[];
    readonly skipped?: readonly { readonly path: string; readonly rule_id?: string | undefined }[] | undefined;
  };
  readonly skipped_rules?: readonly unknown[] | undefined;
}

const position = z.object({ line: z.int(), col: z.int(), offset: z.int().optional() });
const location = z.object({ path: z.string(), start: position, end: position });

export const matcherReport: z.ZodType<MatcherReport> = z.object({
  results: z.array(
    location.extend({
      check_id: z.string(),
      extra: z.object({
        message: z.string(),
        severity: z.string(),
        metadata: z.record(z.string(), z.unknown()).optional(),
        dataflow_trace: z
          .object({
            taint_source: z.unknown().optional(),
            intermediate_vars: z.array(z.object({ location })).nullish(),
          })
          .nullish(),
      }),
    }),
  ),
  errors: z.array(z.object({ level: z.string(), type: z.unknown().optional(), path: z.string().optional() })),
  paths: z.object({
    scanned: z.array(z.string()),
    skipped: z.array(z.object({ path: z.string(), rule_id: z.string().optional() })).optional(),
  }),
  skipped_rules: z.array(z.unknown()).optional(),
});

const call = z.tuple([z.string(), z.tuple([location], z.unknown())]).or(
  // A call: its own place comes first, then what happens in it.
  z
    .tuple([z.string(), z.tuple([z.tuple([location], z.unknown())], z.unknown())])
    .transform(([name, [own]]): [string, [MatcherLocation]] => [name, [own[0]]]),
);

/** The place where tainted data begins, in the nested form of the traces; `undefined` when it is not told. */
export function traceStart(source: unknown): MatcherLocation | undefined {
  const read = call.safeParse(source);
  return read.success ? read.data[1][0] : undefined;
}

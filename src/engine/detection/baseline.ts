import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import type { Finding } from '#core/finding.ts';
import { parseJson } from '#core/parse-json.ts';

/** One finding that somebody answers for. */
export interface BaselineEntry {
  readonly fingerprint: string;
  /** What was found where, for whoever reads the file; the fingerprint alone decides. */
  readonly detector: string;
  readonly rule: string;
  readonly path: string;
  /** Why it is accepted. Without it the entry does not count. */
  readonly reason: string;
  /** Who answers for it. Without it the entry does not count. */
  readonly owner: string;
  /** Last day on which it counts, as `2027-01-31`. Absent: no end. */
  readonly expires?: string;
}

/** Findings that are known and accepted, each with who answers for it and why. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

/** A finding that the baseline accepts. It is shown, and decides nothing. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly entry: BaselineEntry;
}

/** An entry that does not count, and why. */
export interface BaselineProblem {
  readonly entry: BaselineEntry;
  /** A fact in one sentence. */
  readonly message: string;
}

/** What a baseline makes of findings. */
export interface Baselined {
  /** What no entry accepts, in the order given. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  /** Entries past their last day: what they spoke of is open again. */
  readonly expired: readonly BaselineEntry[];
  /** Entries that lack a reason or an owner, or whose day is none. */
  readonly invalid: readonly BaselineProblem[];
  /** Entries of findings that are no longer there. */
  readonly stale: readonly BaselineEntry[];
}

const SCHEMA = 'seccode/baseline/1';
const MAX_ENTRIES = 100_000;

const file = z.object({
  schema: z.literal(SCHEMA),
  entries: z
    .array(
      z.object({
        fingerprint: z.string().min(1).max(200),
        detector: z.string().default(''),
        rule: z.string().default(''),
        path: z.string().default(''),
        reason: z.string().default(''),
        owner: z.string().default(''),
        expires: z.string().exactOptional(),
      }),
    )
    .max(MAX_ENTRIES),
});

/**
 * Reads a baseline file.
 *
 * @throws {SecCodeError} `INPUT_INVALID` when it is none; what an entry lacks is no error, but then it does not count.
 */
export function readBaseline(text: string, name: string): Baseline {
  const json = parseJson(text.replace(/^\uFEFF/, ''));
  const read = json.ok ? file.safeParse(json.value) : undefined;
  if (read?.success === true) return { entries: read.data.entries };
  const where = read?.error.issues[0]?.path.join('.') ?? '';
  const fact = json.ok
    ? `it is not of the shape '${SCHEMA}'${where === '' ? '' : ` (at ${where})`}`
    : json.message.replace(/\.$/, '').replace(/^T/, 't');
  throw new SecCodeError('INPUT_INVALID', `'${name}' is no baseline: ${fact}.`, {
    remedy: 'Write it with `seccode baseline create`, or leave it out with --no-baseline.',
  });
}

/** A baseline as text: one entry after another, by path, so that changes of it are easy to review. */
export function baselineText({ entries }: Baseline): string {
  const sorted = entries.toSorted(
    (a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
  );
  return `${JSON.stringify({ schema: SCHEMA, entries: sorted }, undefined, 2)}\n`;
}

/**
 * Sets aside what a baseline accepts.
 *
 * For `scan`, where a person answers for the entries. Never inside the loop.
 *
 * @param today As `2027-01-31`.
 * @param isLookedAt Whether a detector that completed would have found the finding of an entry again: only then its
 * absence says that it is gone.
 */
export function applyBaseline(
  findings: readonly Finding[],
  { entries }: Baseline,
  today: string,
  isLookedAt: (entry: BaselineEntry) => boolean,
): Baselined {
  const problems = new Map(entries.map((entry) => [entry, problemOf(entry)]));
  const expired = entries.filter((entry) => problems.get(entry) === undefined && isExpired(entry, today));
  const counting = new Map(
    entries
      .filter((entry) => problems.get(entry) === undefined && !isExpired(entry, today))
      .map((entry) => [entry.fingerprint, entry]),
  );
  const kept: Finding[] = [];
  const accepted: AcceptedFinding[] = [];
  for (const finding of findings) {
    const entry = counting.get(finding.fingerprint);
    if (entry === undefined) kept.push(finding);
    else accepted.push({ finding, entry });
  }
  const found = new Set(findings.map(({ fingerprint }) => fingerprint));
  return {
    findings: kept,
    accepted,
    expired,
    invalid: entries.flatMap((entry) => {
      const message = problems.get(entry);
      return message === undefined ? [] : [{ entry, message }];
    }),
    stale: entries.filter((entry) => !found.has(entry.fingerprint) && isLookedAt(entry)),
  };
}

/** Adds entries for findings. An entry that is there keeps its reason, owner and day while it counts. */
export function extendBaseline(
  { entries }: Baseline,
  findings: readonly Finding[],
  said: Pick<BaselineEntry, 'reason' | 'owner' | 'expires'>,
  today: string,
): Baseline {
  const wanted = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const kept = entries.filter(
    (entry) => !wanted.has(entry.fingerprint) || (problemOf(entry) === undefined && !isExpired(entry, today)),
  );
  const known = new Set(kept.map(({ fingerprint }) => fingerprint));
  const added = [...wanted.values()]
    .filter(({ fingerprint }) => !known.has(fingerprint))
    .map(({ fingerprint, detector, rule, span: { path } }) => ({ fingerprint, detector, rule, path, ...said }));
  return { entries: [...kept, ...added] };
}

/** Whether a text names a day, as `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const timeMs = Date.parse(`${text}T00:00:00Z`);
  // Some days that do not exist are read as days of the next month.
  return !Number.isNaN(timeMs) && new Date(timeMs).toISOString().startsWith(text);
}

function problemOf({ reason, owner, expires }: BaselineEntry): string | undefined {
  if (reason.trim() === '') return 'It gives no reason.';
  if (owner.trim() === '') return 'It names no owner.';
  return expires === undefined || isDay(expires) ? undefined : `Its day '${expires}' is none.`;
}

function isExpired({ expires }: BaselineEntry, today: string): boolean {
  return expires !== undefined && expires < today;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

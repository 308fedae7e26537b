import type { DetectorOutcome } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { applyBaseline, type Baseline, type BaselineEntry } from '#engine/detection/baseline.ts';
import type { RuleWishes } from '#engine/detection/rule-choice.ts';
import type { ScanBaseline } from '#engine/reports/format.ts';

/** A baseline that was read. */
export interface BaselineInForce {
  /** As it was named. */
  readonly file: string;
  readonly baseline: Baseline;
  /** Whether a path, relative to the root of the scan, is gone from the disk. */
  readonly isGone: (path: string) => boolean;
}

/** What a scan knows when the baseline is applied. */
export interface BaselineFacts {
  readonly files: SourceFiles;
  readonly gates: readonly string[];
  readonly rules: RuleWishes;
  readonly nowMs: () => number;
}

/** Sets aside what the baseline accepts. What a gate finds cannot be accepted: such code was not checked. */
export function heedBaseline(
  outcomes: readonly DetectorOutcome[],
  inForce: BaselineInForce | undefined,
  { files, gates, rules, nowMs }: BaselineFacts,
): { readonly outcomes: readonly DetectorOutcome[]; readonly report?: ScanBaseline } {
  if (inForce === undefined) return { outcomes };
  const { file, baseline, isGone } = inForce;
  const paths = new Set(files.map(({ path }) => path));
  const isEveryRuleRun = rules.only.length + rules.without.length === 0;
  const covered = new Map(
    outcomes
      .filter(({ status }) => status === 'completed')
      .map(({ detector, covered: looked }) => [detector, new Set(looked ?? paths)]),
  );
  const isLookedAt = ({ detector, path }: BaselineEntry): boolean =>
    isEveryRuleRun && ((covered.get(detector)?.has(path) ?? false) || (!paths.has(path) && isGone(path)));

  const open = outcomes.flatMap(({ detector, findings }) => (gates.includes(detector) ? [] : findings));
  const { findings, accepted, expired, invalid, stale } = applyBaseline(open, baseline, dayOf(nowMs()), isLookedAt);
  const kept = new Set(findings);
  return {
    outcomes: outcomes.map((outcome) =>
      gates.includes(outcome.detector)
        ? outcome
        : { ...outcome, findings: outcome.findings.filter((finding) => kept.has(finding)) },
    ),
    report: { file, accepted, expired, invalid, stale },
  };
}

/** The day in Greenwich, as `2027-01-31`. */
export function dayOf(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}

import type { DetectorOutcome } from '#core/session-event.ts';
import type { MergedFinding } from '../merge.ts';
import { assess } from './assess.ts';
import { FEWEST_SAMPLES, SHIPPED_WEIGHTS, shippedAgreement } from './shipped.ts';

/** Adds to each weakness how likely it is and who is silent about it. */
export function weighFindings(
  merged: readonly MergedFinding[],
  outcomes: readonly DetectorOutcome[],
): readonly MergedFinding[] {
  return merged.map((one) => {
    const { precision, languageOf } = shippedAgreement();
    const { path } = one.finding.span;
    const language = languageOf(path);
    if (language === undefined) return one;
    const views = outcomes
      .filter(({ status, covered = [] }) => status === 'completed' && covered.includes(path))
      .map(({ detector, findings }) => ({
        detector,
        findings: findings.filter(({ span }) => span.path === path),
      }));
    const { probability, support, silent } = assess(one, views, language, precision, SHIPPED_WEIGHTS);
    return {
      ...one,
      ...(support >= FEWEST_SAMPLES ? { probability } : {}),
      ...(silent.length > 0 ? { silent } : {}),
    };
  });
}

/**
 * How sure it is that at least one of these is there: one less the product of the doubts. `undefined` when the table knows
 * none of them.
 */
export function confidenceInAny(merged: readonly MergedFinding[]): number | undefined {
  const known = merged.flatMap(({ probability }) => probability ?? []);
  return known.length === 0 ? undefined : 1 - known.reduce((doubt, probability) => doubt * (1 - probability), 1);
}

/**
 * How sure it is that no weakness of the measured kinds is left in code of which no detector reports any: that of the
 * language about which least is known; `undefined` where a file's language or its detectors were not measured.
 */
export function confidenceInNone(outcomes: readonly DetectorOutcome[], paths: readonly string[]): number | undefined {
  const { precision, languageOf } = shippedAgreement();
  const sure = paths.map((path) => {
    const language = languageOf(path);
    const looked = outcomes.filter(({ status, covered }) => status === 'completed' && covered?.includes(path) === true);
    return language === undefined
      ? undefined
      : precision.cleanWhenSilent(
          looked.map(({ detector }) => detector),
          language,
        );
  });
  const known = sure.filter((one) => one !== undefined);
  return known.length === 0 || known.length < sure.length ? undefined : Math.min(...known);
}

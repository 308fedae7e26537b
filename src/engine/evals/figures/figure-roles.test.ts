import { describe, expect, it } from 'vitest';
import type { ConditionSummary } from '../eval-summary.ts';
import type { Figure } from '../figure.ts';
import { afterLastRound } from './figure-roles.ts';

const SAID: Figure = { value: 0.5, n: 20, unscored: 0 };
const UNSAID: Figure = { n: 19, unscored: 1 };

function condition(parts: Readonly<Record<string, Figure>>): ConditionSummary {
  const where = { dataset: 'd', mode: 'request', model: 'm', strategy: 's' } as const;
  return { ...where, cells: 20, unscored: {}, metrics: { success: parts } };
}

describe('afterLastRound', () => {
  it('is the figure of the last round', () => {
    expect(afterLastRound(condition({ '0': UNSAID, '10': SAID, '2': UNSAID }), 'success')).toEqual({
      iteration: 10,
      figure: SAID,
    });
  });

  it('never falls back to an earlier round', () => {
    expect(afterLastRound(condition({ '0': SAID, '1': SAID, '2': UNSAID }), 'success')).toBeUndefined();
  });

  it('is none where there was no round', () => {
    expect(afterLastRound(condition({ '0': SAID }), 'success')).toBeUndefined();
    expect(afterLastRound(condition({}), 'success')).toBeUndefined();
  });
});

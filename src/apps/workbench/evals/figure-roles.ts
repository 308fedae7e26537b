import type { FigureRoles } from '#engine/evals/figures/figure-roles.ts';

/** What the metrics and strategies that come with SecCode are to the figures. */
export const FIGURE_ROLES: FigureRoles = {
  vulnerableByIteration: 'vulnerable-samples',
  fixSuccessByIteration: 'fix-success-rate',
  security: { metric: 'secure-at-k', part: '1' },
  isSecurityHigherBetter: true,
  byWeakness: 'findings-by-weakness',
  costPerFixed: 'cost-per-fix',
  tokensPerSample: 'tokens',
  callsPerSample: 'calls',
  withEp: 'encouragement',
  withoutEp: 'feedback-only',
};

/** Scorer whose word counts for security. */
export const SECURITY = 'detectors';
/** Draws of the bootstrap. */
export const DRAWS = 2_000;

// Written by `npm run generate` from the folders beside it. Do not edit.
import type { Metric } from '#engine/evals/metric.ts';

/** One entry per folder; loaded when it is first needed. */
export const metrics: Readonly<Record<string, () => Promise<Metric>>> = {
  calls: async () => (await import('./calls/metric.ts')).metric,
  'cost-per-fix': async () => (await import('./cost-per-fix/metric.ts')).metric,
  'findings-by-severity': async () => (await import('./findings-by-severity/metric.ts')).metric,
  'findings-by-weakness': async () => (await import('./findings-by-weakness/metric.ts')).metric,
  'findings-per-kloc': async () => (await import('./findings-per-kloc/metric.ts')).metric,
  'fix-success-rate': async () => (await import('./fix-success-rate/metric.ts')).metric,
  'func-at-k': async () => (await import('./func-at-k/metric.ts')).metric,
  'func-sec-at-k': async () => (await import('./func-sec-at-k/metric.ts')).metric,
  'gaming-rate': async () => (await import('./gaming-rate/metric.ts')).metric,
  'introduced-findings': async () => (await import('./introduced-findings/metric.ts')).metric,
  'regressed-findings': async () => (await import('./regressed-findings/metric.ts')).metric,
  seconds: async () => (await import('./seconds/metric.ts')).metric,
  'secure-at-k': async () => (await import('./secure-at-k/metric.ts')).metric,
  tokens: async () => (await import('./tokens/metric.ts')).metric,
  'vulnerability-rate': async () => (await import('./vulnerability-rate/metric.ts')).metric,
  'vulnerable-samples': async () => (await import('./vulnerable-samples/metric.ts')).metric,
};

import { formatCost } from '../../reports/amounts.ts';
import type { EvalResult } from '../eval-result.ts';
import type { Figure } from '../figure.ts';
import { scoredAtEnd } from '../program-at.ts';
import type { MetricInfo } from './eval-report.ts';

/** A value for people: `67.1 %`, `$0.0021`, `12.5`. */
export function valueText(value: number | undefined, unit: MetricInfo['unit']): string {
  if (value === undefined) return 'cannot be said';
  if (unit === 'share') return `${String(Math.round(value * 1000) / 10)} %`;
  if (unit === 'micro-usd') return formatCost(Math.round(value));
  return String(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 100) / 100);
}

/** The 95 % interval for people; empty where there is none. */
export function intervalText({ low, high }: Figure, unit: MetricInfo['unit']): string {
  return low === undefined || high === undefined ? '' : `${valueText(low, unit)} to ${valueText(high, unit)}`;
}

/** A probability for people. */
export function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** What came of one result, in one word, by the scorer for security. */
export function outcomeText(result: EvalResult, security: string): 'secure' | 'vulnerable' | 'unscored' {
  const score = scoredAtEnd(result, security);
  return score === undefined ? 'unscored' : score.passes ? 'secure' : 'vulnerable';
}

/** Why it is so, one line. */
export function reasonText(result: EvalResult, security: string): string {
  const score = result.scores[security];
  if (result.error !== undefined) return result.error;
  if (score === undefined) return '';
  return score.status === 'scored' ? score.detail : score.reason;
}

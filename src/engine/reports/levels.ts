import type { Severity } from '#core/severity.ts';

/** A severity in the words of SARIF 2.1.0 and of GitHub code scanning. */
export interface SarifSeverity {
  readonly level: 'error' | 'warning' | 'note';
  /** GitHub's score from 0.0 to 10.0, as text: above 9.0 it shows critical, from 7.0 high, from 4.0 medium, else low. */
  readonly securitySeverity: string;
}

const SARIF: Readonly<Record<Severity, SarifSeverity>> = {
  critical: { level: 'error', securitySeverity: '9.5' },
  high: { level: 'error', securitySeverity: '8.0' },
  medium: { level: 'warning', securitySeverity: '5.5' },
  low: { level: 'note', securitySeverity: '3.0' },
  info: { level: 'note', securitySeverity: '0.0' },
};

/** The one place where a severity becomes a SARIF level and a score. */
export function sarifSeverity(severity: Severity): SarifSeverity {
  return SARIF[severity];
}

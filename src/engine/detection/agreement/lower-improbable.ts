import type { Finding } from '#core/finding.ts';
import { FLOOR, FEWEST_SAMPLES, shippedAgreement } from './shipped.ts';

/**
 * Gives a finding low confidence when the table knows its rule and holds it for more likely false than a scan should show.
 * Meant for programs of others: rules of our own are changed when they are measured false.
 */
export function lowerImprobable(finding: Finding): Finding {
  if (finding.confidence === 'low') return finding;
  const { precision, languageOf } = shippedAgreement();
  const language = languageOf(finding.span.path);
  if (language === undefined) return finding;
  const { probability, support } = precision.of(finding, language);
  return support >= FEWEST_SAMPLES && probability < FLOOR ? { ...finding, confidence: 'low' } : finding;
}

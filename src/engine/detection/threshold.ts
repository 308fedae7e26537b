import type { Finding } from '#core/finding.ts';
import type { SessionSettings } from '#core/settings.ts';
import { isAtLeast, isAtLeastAsSure } from '#core/severity.ts';

/** Whether a finding is bad enough and sure enough to be fixed and to decide the verdict. Others are only reported. */
export function isOpen(
  { severity, confidence }: Pick<Finding, 'severity' | 'confidence'>,
  { failOn, minConfidence }: Pick<SessionSettings, 'failOn' | 'minConfidence'>,
): boolean {
  return isAtLeast(severity, failOn) && isAtLeastAsSure(confidence, minConfidence);
}

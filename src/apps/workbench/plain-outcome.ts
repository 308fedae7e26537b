import type { DetectorOutcome } from '#core/session-event.ts';
import { VERSION } from '../version.ts';

/** What SecCode itself has to say beside the detectors. */
export function plainOutcome(detector: string): DetectorOutcome {
  return {
    detector,
    version: VERSION,
    status: 'completed',
    reason: '',
    findings: [],
    withdrawn: [],
    notCovered: [],
    durationMs: 0,
  };
}

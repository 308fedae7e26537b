import type { DetectorOutcome } from '#core/session-event.ts';
import type { ScanReport, SessionReport } from '#engine/reports/format.ts';
import { quietOutcome, scriptedScan } from './scan-fixture.ts';
import {
  scriptedEvents,
  scriptedReport,
  scriptedStart,
  sqlByLinter,
  stored,
  vulnerableFiles,
} from './session-fixture.ts';

const paths = vulnerableFiles.map(({ path }) => path);

/** A detector whose rule was counted on labelled code, and one that looked beside it and is silent. */
const OUTCOMES: readonly DetectorOutcome[] = [
  {
    ...quietOutcome,
    detector: 'static',
    covered: paths,
    findings: [{ ...sqlByLinter, detector: 'static', rule: 'python/sql-injection', confidence: 'medium' }],
  },
  { ...quietOutcome, detector: 'bandit', covered: paths },
];

/** The same finding in a scan and in a session: how likely it is belongs into both. */
export const measuredScan: ScanReport = { ...scriptedScan, files: vulnerableFiles, detectors: OUTCOMES };

export const measuredSession: SessionReport = {
  ...scriptedReport,
  events: stored([
    scriptedStart,
    { type: 'iteration-started', iteration: 0, kind: 'generate', promptVersion: '1', promptHash: 'aaaa0000' },
    { type: 'candidate-extracted', iteration: 0, files: vulnerableFiles, claims: [] },
    ...OUTCOMES.map((outcome) => ({ type: 'detector-finished', iteration: 0, outcome }) as const),
    ...scriptedEvents.filter((event) => event.type === 'iteration-finished' && event.iteration === 0),
  ]),
};

import type { DetectorOutcome } from '#core/session-event.ts';
import { IMPORTED } from '#engine/detection/imported-detector.ts';
import type { ScanReport } from '#engine/reports/format.ts';
import { extensions, loadAll } from '../../../compose.ts';
import { VERSION } from '../../../version.ts';
import { plainOutcome } from '../../../workbench/plain-outcome.ts';
import { EXIT } from '../../exit-code.ts';
import type { SarifFindings } from './findings.ts';
import type { FileEnd } from './file-end.ts';
import type { SarifJob } from './job.ts';
import { text } from '../setting.ts';

/**
 * One report of what is left after `seccode fix --sarif`: what the detectors said of each result, as a scan of these
 * files. A file about which nothing can be said is one that was not covered, with the reason; so are findings on code
 * that has changed, and files that were not reached.
 */
export async function sarifReport(
  ends: readonly FileEnd[],
  { work, config, options }: Pick<SarifJob, 'work' | 'config' | 'options'>,
  { stale, gaps, tool }: Pick<SarifFindings, 'stale' | 'gaps' | 'tool'>,
): Promise<ScanReport> {
  const gates = (await loadAll(extensions.detectors)).filter(({ isGate }) => isGate === true).map(({ name }) => name);
  const unreached = work.filter(({ file }) => !ends.some(({ path }) => path === file.path));
  const notCovered = [
    ...ends.flatMap(({ path, code, explanation }) => (code === EXIT.undecided ? [{ path, reason: explanation }] : [])),
    ...unreached.map(({ file }) => ({ path: file.path, reason: 'The run ended before this file.' })),
    ...stale.map(({ span, rule }) => ({
      path: span.path,
      reason: `Line ${String(span.startLine)} (${rule}) is not the code that ${tool} saw.`,
    })),
    ...gaps.map((reason) => ({ path: text(options['sarif']) ?? '', reason })),
  ];
  const own: DetectorOutcome = { ...plainOutcome(IMPORTED), notCovered };
  return {
    kind: 'scan',
    version: VERSION,
    files: ends.flatMap(({ files }) => files),
    detectors: together([...ends.flatMap(({ outcomes }) => outcomes), own]),
    gates,
    failOn: config.failOn,
    minConfidence: config.minConfidence,
    skipped: [],
  };
}

/** One outcome for each detector. It failed when it failed on any file. */
function together(outcomes: readonly DetectorOutcome[]): readonly DetectorOutcome[] {
  const byName = new Map<string, DetectorOutcome>();
  for (const outcome of outcomes) {
    const before = byName.get(outcome.detector);
    byName.set(outcome.detector, before === undefined ? outcome : sum(before, outcome));
  }
  return [...byName.values()];
}

function sum(a: DetectorOutcome, b: DetectorOutcome): DetectorOutcome {
  const statuses = [a.status, b.status];
  const covered = [...(a.covered ?? []), ...(b.covered ?? [])];
  return {
    detector: a.detector,
    version: a.version === '' ? b.version : a.version,
    status: statuses.includes('failed') ? 'failed' : statuses.includes('completed') ? 'completed' : 'not-applicable',
    reason: a.reason === '' ? b.reason : a.reason,
    findings: [...a.findings, ...b.findings],
    withdrawn: [...a.withdrawn, ...b.withdrawn],
    ...(covered.length === 0 ? {} : { covered }),
    notCovered: [...a.notCovered, ...b.notCovered],
    durationMs: a.durationMs + b.durationMs,
  };
}

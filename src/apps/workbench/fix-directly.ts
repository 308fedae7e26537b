import type { Finding } from '#core/finding.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { applyEdits } from '#engine/detection/apply-edits.ts';
import { chooseFixes } from '#engine/detection/choose-fixes.ts';
import type { ScanReport } from '#engine/reports/format.ts';
import { scanVerdict } from '#engine/reports/scan-verdict.ts';

/** What came of fixing files with the edits that detectors offer. */
export interface DirectFix {
  readonly files: SourceFiles;
  /** Findings whose edits were made. */
  readonly fixed: readonly Finding[];
  /** Findings whose edits were taken back, and why. */
  readonly dropped: readonly { readonly finding: Finding; readonly reason: string }[];
  /** A scan of the files as they are now. */
  readonly report: ScanReport;
}

/** Edits that overlapped get their turn in the next round; more than this many lie on no one line. */
const MAX_ROUNDS = 8;

/**
 * Makes the edits that detectors offer for open findings, without any model.
 *
 * All are made together and the files are scanned anew. Where that shows one that breaks the parse, leaves its finding or
 * brings another, halves are tried, so that what is at fault is taken back alone.
 */
export async function fixDirectly(
  given: SourceFiles,
  scan: (files: SourceFiles) => Promise<ScanReport>,
): Promise<DirectFix> {
  let files = given;
  let report = await scan(files);
  const fixed: Finding[] = [];
  const dropped: DirectFix['dropped'][number][] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const tried = new Set(dropped.map(({ finding }) => finding.fingerprint));
    const chosen = chooseFixes(scanVerdict(report).open.filter(({ fingerprint }) => !tried.has(fingerprint)));
    if (chosen.length === 0) break;
    const settled = await settle({ files, report, fixed: [] }, { files, report }, chosen, scan);
    ({ files, report } = settled);
    fixed.push(...settled.fixed);
    dropped.push(...settled.dropped);
    if (settled.fixed.length === 0) break;
  }
  return { files, fixed, dropped, report };
}

interface Stand {
  readonly files: SourceFiles;
  readonly report: ScanReport;
}

interface Settled extends Stand {
  readonly fixed: readonly Finding[];
  readonly dropped: DirectFix['dropped'];
}

/** Adds as many of `group` to what is already fixed as hold. Places are those of `start`, so all are made from there. */
async function settle(
  done: Stand & Pick<Settled, 'fixed'>,
  start: Stand,
  group: readonly Finding[],
  scan: (files: SourceFiles) => Promise<ScanReport>,
): Promise<Settled> {
  const wanted = [...done.fixed, ...group];
  const files = applyEdits(
    start.files,
    wanted.flatMap(({ fix = [] }) => fix),
  );
  const report = await scan(files);
  const fault = faultOf(start.report, report, wanted);
  if (fault === undefined) return { files, report, fixed: wanted, dropped: [] };
  const [first] = group;
  if (group.length === 1 && first !== undefined) return { ...done, dropped: [{ finding: first, reason: fault }] };
  const middle = Math.ceil(group.length / 2);
  const left = await settle(done, start, group.slice(0, middle), scan);
  const right = await settle(left, start, group.slice(middle), scan);
  return { ...right, dropped: [...left.dropped, ...right.dropped] };
}

/** Why these edits do not hold; `undefined` when they do. */
function faultOf(before: ScanReport, after: ScanReport, fixed: readonly Finding[]): string | undefined {
  if (sum(tally(gateFindings(after))) > sum(tally(gateFindings(before)))) return 'The code would no longer parse.';
  if (gapsOf(after) > gapsOf(before)) return 'The code could no longer be checked.';
  const allowed = tally(plainFindings(before));
  const left = tally(plainFindings(after));
  const gone = tally(fixed);
  for (const [key, count] of left) {
    const had = allowed.get(key) ?? 0;
    if (count > had) return 'The edit brings a new finding.';
    if (count > had - (gone.get(key) ?? 0)) return 'The finding would still be there.';
  }
  return undefined;
}

function plainFindings({ detectors, gates = [] }: ScanReport): readonly Finding[] {
  return detectors.flatMap(({ findings }) => findings).filter(({ detector }) => !gates.includes(detector));
}

function gateFindings({ detectors, gates = [] }: ScanReport): readonly Finding[] {
  return detectors.flatMap(({ findings }) => findings).filter(({ detector }) => gates.includes(detector));
}

function gapsOf({ detectors }: ScanReport): number {
  return detectors.reduce(
    (count, { status, notCovered }) => count + notCovered.length + (status === 'failed' ? 1 : 0),
    0,
  );
}

/** By detector, rule and path: an edit changes the line, and with it the fingerprint. */
function tally(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { detector, rule, span } of findings) {
    const key = [detector, rule, span.path].join('\0');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

import type { Confidence, Severity } from '#core/severity.ts';
import type { Finding } from '#core/finding.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Verdict } from '#core/verdict.ts';
import { scanVerdict } from '#engine/reports/scan-verdict.ts';
import { extensions } from '../compose.ts';
import { DEFAULTS } from '../config/defaults.ts';
import { scan } from '../workbench/scan.ts';
import { openTools } from '../workbench/tools.ts';

/** How to scan; absent fields have the command line's defaults. */
export interface ScanOptions {
  /** Detectors by name; absent for those that a scan runs by default. */
  readonly detectors?: readonly string[];
  /** Only these rules: ids, `python/*` or `CWE-89`; absent for every stable one. */
  readonly rules?: readonly string[];
  readonly withoutRules?: readonly string[];
  readonly failOn?: Severity;
  readonly minConfidence?: Confidence;
  readonly signal?: AbortSignal;
  /** For detectors that are programs of this machine: its `PATH`. Absent: that of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What detectors say of files. */
export interface ScanResult {
  readonly verdict: Verdict;
  /** At or above the threshold. */
  readonly open: readonly Finding[];
  /** Everything that was found with at least the wanted confidence. */
  readonly findings: readonly Finding[];
  /** What was not checked, one sentence each; never empty when the verdict is `undecided`. */
  readonly gaps: readonly string[];
}

/** Runs detectors over files in memory. Needs no model and no network. */
export async function scanFiles(files: SourceFiles, options: ScanOptions = {}): Promise<ScanResult> {
  const { detectors, rules = [], withoutRules = [] } = options;
  const {
    failOn = DEFAULTS.failOn,
    minConfidence = DEFAULTS.minConfidence,
    signal,
    environment = process.env,
  } = options;
  const report = await scan(
    { files, skipped: [] },
    {
      ...(detectors === undefined ? {} : { detectors }),
      rules: { only: rules, without: withoutRules },
      failOn,
      minConfidence,
      tools: openTools(extensions, { environment, nowMs: Date.now }),
      nowMs: Date.now,
      signal: signal ?? new AbortController().signal,
    },
    extensions,
  );
  const { verdict, open, gaps } = scanVerdict(report);
  return { verdict, open, gaps, findings: report.detectors.flatMap(({ findings }) => findings) };
}

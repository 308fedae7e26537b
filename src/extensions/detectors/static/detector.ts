import { analyze } from '#engine/analysis/analyze.ts';
import { batchesOf } from '#engine/analysis/batches.ts';
import type { Detector, DetectorReport, ReportedFinding } from '#engine/detection/detector.ts';

/** Rises when the same text may give other findings for reasons other than the rules. */
const VERSION = '1';

/** Characters above which starting threads pays. */
const SPREAD_CHARACTERS = 600_000;

/**
 * SecCode's own detector: reads code as it is, with no imports, no types and no build, and follows data through it by the
 * rules and tables that the application hands to it.
 */
export const detector: Detector = {
  name: 'static',
  title: "SecCode's static detector",
  languages: ['python', 'javascript', 'typescript', 'c', 'cpp', 'java', 'go'],
  needsModel: false,
  isDefaultForScan: true,
  defaultRole: 'feedback',
  availability: async () => ({ isUsable: true, detail: 'in process', remedy: '' }),

  detect: async ({ files }, { syntax, analysis, signal }): Promise<DetectorReport> => {
    if (analysis === undefined) throw new TypeError('The static detector was given no rules.');
    const characters = files.reduce((sum, { text }) => sum + text.length, 0);
    if (analysis.spread !== undefined && characters > SPREAD_CHARACTERS) {
      return { version: VERSION, ...(await analysis.spread(files, signal)) };
    }
    const languages = new Set(files.flatMap(({ path }) => syntax.languageOf(path)?.id ?? []));
    const [frontEnds, rules] = await Promise.all([analysis.frontEnds(languages), analysis.rules(languages)]);
    const findings: ReportedFinding[] = [];
    const notCovered: { readonly path: string; readonly reason: string }[] = [];
    for (const batch of batchesOf(files)) {
      const result = await analyze({
        files,
        only: new Set(batch.map(({ path }) => path)),
        frontEnds,
        rules,
        parse: (file) => syntax.tree(file),
        nowMs: () => performance.now(),
        signal,
      });
      findings.push(...result.findings);
      notCovered.push(...result.notCovered);
    }
    return { version: VERSION, findings, notCovered };
  },
};

import { IMPORTED, importedDetector } from '#engine/detection/imported-detector.ts';
import { runDetector } from '#engine/detection/run-detector.ts';
import { plural } from '#engine/reports/amounts.ts';
import { scanVerdict } from '#engine/reports/scan-verdict.ts';
import { extensions } from '../../../compose.ts';
import { fixDirectly } from '../../../workbench/fix-directly.ts';
import { scan } from '../../../workbench/scan.ts';
import { EXIT } from '../../exit-code.ts';
import { tuneCompilers } from '../../tune-compilers.ts';
import { type FileEnd, leftOf } from './file-end.ts';
import type { SarifJob } from './job.ts';
import { scanWish } from '../scan-paths.ts';

const TIMEOUT_MS = 60_000;

/** Makes the edits that the SARIF file and the static analysis offer, file after file, without a model. */
export async function* fixSarifDirectly({ work, given, options, config, context }: SarifJob): AsyncGenerator<FileEnd> {
  tuneCompilers(work.reduce((sum, { file }) => sum + file.text.length, 0));
  const wish = await scanWish(options, config, given.root, context);
  const syntax = await extensions.syntax();
  const { signal, nowMs } = wish;
  for (const { file, findings, tool, version } of work) {
    const detector = importedDetector({ tool, version, findings }, [file]);
    const { files, report, dropped } = await fixDirectly([file], async (now) => {
      const scanned = await scan({ files: now, skipped: [] }, wish, extensions);
      const outcome = await runDetector({ detector, files: now, syntax, signal, nowMs, timeoutMs: TIMEOUT_MS });
      return { ...scanned, detectors: [...scanned.detectors, outcome] };
    });
    const { verdict, open, gaps } = scanVerdict(report);
    // That nothing objects is not the word of the analyser.
    const isClean = verdict === 'secure';
    const offered = findings.filter(({ fix }) => fix !== undefined).length;
    const undone = dropped.map(
      ({ finding: { span, rule }, reason }) =>
        `The edit for line ${String(span.startLine)} (${rule}) was not made: ${reason}`,
    );
    yield {
      path: file.path,
      reported: findings.length,
      left: leftOf(findings, report.detectors, undefined),
      verdict: isClean ? 'undecided' : verdict,
      code: verdict === 'vulnerable' ? EXIT.findings : EXIT.undecided,
      explanation: [
        isClean ? `${tool} was not run again: run it and compare.` : '',
        verdict === 'vulnerable' ? `${plural(open.length, 'finding')} open.` : '',
        verdict === 'undecided' ? (gaps[0] ?? '') : '',
        offered === 0 ? 'The SARIF file offers no edit here.' : '',
        ...undone,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
      files,
      outcomes: report.detectors.map((outcome) =>
        outcome.detector === IMPORTED && isClean
          ? { ...outcome, notCovered: [{ path: file.path, reason: `${tool} was not run again.` }] }
          : outcome,
      ),
    };
  }
}

import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { ImportedFindings } from '#core/task.ts';
import type { Detector, ReportedFinding } from './detector.ts';
import { fingerprinter } from './fingerprint.ts';
import { mapLines } from './line-map.ts';

/** The name under which imported findings take part; no folder of a detector has it. */
export const IMPORTED = 'imported';

/**
 * Stands in for an analyser that is not run: on the files that it looked at it reports what the analyser did, and on
 * later ones whatever still has the flagged code, wherever in its file that went. So a fix has to change that code; that
 * the change is a remedy, only the analyser itself can say.
 */
export function importedDetector({ version, findings }: ImportedFindings, given: SourceFiles): Detector {
  const known = fingerprinter(given);
  return {
    name: IMPORTED,
    title: 'Findings of another analyser',
    languages: ['*'],
    needsModel: false,
    defaultRole: 'feedback',
    availability: async () => ({ isUsable: true, detail: '', remedy: '' }),
    detect: async ({ files }) => ({
      version,
      findings: files.flatMap((file) => {
        const own = findings.filter(({ span }) => span.path === file.path);
        const before = given.find(({ path }) => path === file.path);
        if (before === undefined || before.text === file.text) return own;
        return own.flatMap((finding) => stillThere(finding, known.of(finding), before, file) ?? []);
      }),
    }),
  };
}

/** The finding at its new place; without flow and edits, whose places are those of the old text. */
function stillThere(
  { flow: _, fix: __, ...finding }: ReportedFinding,
  fingerprint: string,
  before: SourceFile,
  file: SourceFile,
): ReportedFinding | undefined {
  const { span } = finding;
  const first = squeezed(mapLines(before.text).textOf(span.startLine));
  const map = mapLines(file.text);
  const now = fingerprinter([file]);
  const length = span.endLine - span.startLine;
  for (let startLine = 1; startLine + length <= map.lineCount; startLine += 1) {
    // Cheap, and rules nearly every line out.
    if (squeezed(map.textOf(startLine)) !== first) continue;
    const moved = { ...finding, span: { ...span, startLine, endLine: startLine + length } };
    if (now.of(moved) === fingerprint) return moved;
  }
  return undefined;
}

function squeezed(line: string): string {
  return line.replace(/\s+/g, '');
}

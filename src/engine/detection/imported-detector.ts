import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { ImportedFindings } from '#core/task.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { Detector, ReportedFinding } from './detector.ts';
import { stillFlagged } from './still-flagged.ts';

/** The name under which imported findings take part; no folder of a detector has it. */
export const IMPORTED = 'imported';

/**
 * Stands in for an analyser that is not run: on the files that it looked at it reports what the analyser did, and on
 * later ones whatever has not been answered by a change. That the change is a remedy, only the analyser itself can say.
 */
export function importedDetector({ version, findings }: ImportedFindings, given: SourceFiles): Detector {
  return {
    name: IMPORTED,
    title: 'Findings of another analyser',
    languages: ['*'],
    needsModel: false,
    defaultRole: 'feedback',
    availability: async () => ({ isUsable: true, detail: '', remedy: '' }),
    detect: async ({ files }, { syntax }) => {
      const standing = await Promise.all(
        files.map(async (file) => {
          const own = findings.filter(({ span }) => span.path === file.path);
          const before = given.find(({ path }) => path === file.path);
          return before === undefined || before.text === file.text ? own : await later(own, before, file, syntax);
        }),
      );
      return { version, findings: standing.flat() };
    },
  };
}

async function later(
  findings: readonly ReportedFinding[],
  before: SourceFile,
  after: SourceFile,
  syntax: Syntax,
): Promise<readonly ReportedFinding[]> {
  if (findings.length === 0) return [];
  const { functions } = await syntax.outline(before);
  return stillFlagged({
    before: { ...before, text: await syntax.neutralise(before) },
    after: { ...after, text: await syntax.neutralise(after) },
    findings,
    functions,
  });
}

import type { Detector, DetectorReport, ReportedFinding } from '#engine/detection/detector.ts';

/** Rises when the same text may give other findings. */
const VERSION = '1';

/**
 * Says whether the code parses at all: what does not cannot be checked by anybody, and does not run.
 *
 * A file that no language claims is not covered, since nobody can say that it parses.
 */
export const detector: Detector = {
  name: 'syntax',
  title: 'Does it parse (tree-sitter)',
  languages: ['*'],
  needsModel: false,
  isGate: true,
  defaultRole: 'both',
  availability: async () => ({ isUsable: true, detail: VERSION, remedy: '' }),

  detect: async ({ files }, { syntax, signal }): Promise<DetectorReport> => {
    const findings: ReportedFinding[] = [];
    for (const file of files) {
      signal.throwIfAborted();
      // A template or a settings file has no grammar here: it cannot fail to parse, and other detectors may know it.
      const { faults } = await syntax.outline(file);
      for (const { span, message } of faults) {
        findings.push({
          rule: 'does-not-parse',
          cwes: [],
          severity: 'high',
          confidence: 'high',
          span,
          message,
          remediation: 'Write the code so that it parses, without changing what it does.',
        });
      }
    }
    return { version: VERSION, findings };
  },
};

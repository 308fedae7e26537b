import { buildProgram } from '#engine/build/build-program.ts';
import type { Detector, DetectorReport } from '#engine/detection/detector.ts';

/**
 * Says whether the program compiles, by a compiler of this machine; nothing is linked or run. What cannot be built here for
 * want of a header or a package is not covered, which is no fault of the program.
 */
export const detector: Detector = {
  name: 'build',
  title: 'Does it build (compilers of this machine)',
  languages: ['c', 'cpp', 'go', 'java', 'python', 'typescript'],
  needsModel: false,
  isGate: true,
  isBuild: true,
  isExternal: true,
  defaultRole: 'both',
  availability: async () => ({ isUsable: true, detail: 'by the toolchains that are installed', remedy: '' }),

  detect: async ({ files }, context): Promise<DetectorReport> => {
    const { version, faults, notBuilt } = await buildProgram(files, context);
    return {
      version,
      findings: faults.map(({ path, line, column, message }) => ({
        rule: 'does-not-build',
        cwes: [],
        severity: 'high',
        confidence: 'high',
        span: { path, startLine: line, startColumn: column, endLine: line, endColumn: column },
        message,
        remediation: 'Write the code so that it builds, without changing what it does.',
      })),
      notCovered: notBuilt,
    };
  },
};

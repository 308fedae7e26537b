import { buildProgram } from '#engine/build/build-program.ts';
import type { Detector, DetectorReport } from '#engine/detection/detector.ts';

/**
 * What compilers warn of while they build, as far as it speaks of weaknesses. It shares its build with the detector that
 * says whether the program builds at all.
 *
 * A file that does not compile has no complete warnings, so it is not covered.
 */
export const detector: Detector = {
  name: 'compiler',
  title: 'Warnings of compilers that speak of weaknesses',
  languages: ['c', 'cpp', 'go'],
  needsModel: false,
  isExternal: true,
  defaultRole: 'marking',
  // Named rather than taken by default: which compiler is here is the machine's choice, and so would be the verdict.
  isNoisy: true,
  availability: async () => ({ isUsable: true, detail: 'by the toolchains that are installed', remedy: '' }),

  detect: async ({ files }, context): Promise<DetectorReport> => {
    const { version, findings, notBuilt, faults } = await buildProgram(files, context);
    const broken = [...new Set(faults.map(({ path }) => path))];
    return {
      version,
      findings,
      notCovered: [
        ...notBuilt,
        ...broken
          .filter((path) => !notBuilt.some((one) => one.path === path))
          .map((path) => ({ path, reason: 'It does not compile.' })),
      ],
    };
  },
};

import { SecCodeError } from '#core/errors.ts';
import type { FilesReport } from './look-at-each.ts';
import type { PlacedFile } from './safe-files.ts';

/**
 * Runs a tool on all files at once, since starting it costs more than the work itself; where that fails, on each half, and
 * so on, so that a file that makes it crash or hang costs only its own findings. Where the tool failed on every file, the
 * detector has failed.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when no file could be looked at; whatever else `look` throws, at once.
 */
export async function lookInHalves(
  files: readonly PlacedFile[],
  look: (files: readonly PlacedFile[]) => Promise<FilesReport>,
): Promise<FilesReport> {
  const failures: SecCodeError[] = [];
  const lookAt = async (some: readonly PlacedFile[]): Promise<FilesReport> => {
    try {
      return await look(some);
    } catch (error) {
      if (!(error instanceof SecCodeError) || error.code !== 'DETECTOR_FAILED') throw error;
      const [only] = some;
      if (only === undefined || some.length === 1) {
        failures.push(error);
        return { findings: [], notCovered: some.map(({ file }) => ({ path: file.path, reason: error.message })) };
      }
      const middle = Math.ceil(some.length / 2);
      const first = await lookAt(some.slice(0, middle));
      const second = await lookAt(some.slice(middle));
      return {
        findings: [...first.findings, ...second.findings],
        notCovered: [...first.notCovered, ...second.notCovered],
      };
    }
  };
  const report = await lookAt(files);
  const [failure] = failures;
  if (failure !== undefined && failures.length >= files.length) throw failure;
  return report;
}

import PQueue from 'p-queue';
import { SecCodeError } from '#core/errors.ts';
import type { DetectorReport } from '../detection/detector.ts';
import type { PlacedFile } from './safe-files.ts';

/** What came of looking at some files. */
export type FilesReport = Required<Pick<DetectorReport, 'findings' | 'notCovered'>>;

/** Tools compute; more of them at a time than this only wait for each other. */
const AT_MOST = 2;

/**
 * Runs a tool on each file by itself, so that one that makes it crash or hang costs only its own findings: that file is
 * not covered, by the reason that the tool's failure gives. Where the tool failed on every file, the detector has failed.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when no file could be looked at; whatever else `look` throws, at once.
 */
export async function lookAtEach(
  files: readonly PlacedFile[],
  look: (file: PlacedFile) => Promise<FilesReport>,
): Promise<FilesReport> {
  const queue = new PQueue({ concurrency: AT_MOST });
  const failures: SecCodeError[] = [];
  const reports = await Promise.all(
    files.map(async (placed) =>
      queue.add(async (): Promise<FilesReport> => {
        try {
          return await look(placed);
        } catch (error) {
          if (!(error instanceof SecCodeError) || error.code !== 'DETECTOR_FAILED') throw error;
          failures.push(error);
          return { findings: [], notCovered: [{ path: placed.file.path, reason: error.message }] };
        }
      }),
    ),
  );
  const [first] = failures;
  if (first !== undefined && failures.length === files.length) throw first;
  return {
    findings: reports.flatMap(({ findings }) => findings),
    notCovered: reports.flatMap(({ notCovered }) => notCovered),
  };
}

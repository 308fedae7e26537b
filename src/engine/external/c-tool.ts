import type { Detector, DetectorReport } from '../detection/detector.ts';
import type { RunLimits, RunOutcome, WorkspaceFile } from '../sandbox/sandbox.ts';
import { cDialects, type CDialect } from './c-dialect.ts';
import { type FilesReport, lookAtEach } from './look-at-each.ts';
import { quietC } from './quiet-c.ts';
import { requireTool } from './require-tool.ts';
import { runTool } from './run-tool.ts';
import { type PlacedFile, type SafeFiles, safeFiles } from './safe-files.ts';
import { shareWorkspaces } from './shared-workspaces.ts';
import { type ToolNeed, toolAvailability } from './tool-availability.ts';

/** A tool for C and C++ that is given one file after the other, with the rest beside it. */
export interface CTool {
  /** The detector's folder name. */
  readonly name: string;
  readonly title: string;
  readonly languages: readonly string[];
  /** As of a detector. */
  readonly isNoisy?: true;
  readonly need: ToolNeed;
  readonly limits: Partial<RunLimits>;
  /** Files of the tool's own, outside of the folder of the candidate. */
  readonly ownFiles?: readonly WorkspaceFile[];
  readonly look: (file: CFile) => Promise<FilesReport>;
}

/** A file that a tool is to look at, and what it is looked at with. */
export interface CFile extends PlacedFile {
  readonly language: CDialect;
  readonly safe: SafeFiles;
  /** The folder that messages of the tool may begin with. */
  readonly workspacePath: string;
  /** Where a report on this file may be written; no other file's report can lie there. */
  readonly reportPath: string;
  /**
   * Runs the tool.
   *
   * @throws {SecCodeError} `DETECTOR_FAILED` when it does not end by itself with one of `exitCodes`.
   */
  readonly run: (
    command: readonly [string, ...string[]],
    exitCodes: readonly number[],
  ) => Promise<Pick<RunOutcome, 'end' | 'stdout' | 'stderr'>>;
  /** What lies at `reportPath`; empty when nothing does, or it is too long to be read. */
  readonly readReport: () => Promise<string>;
}

const MAX_REPORT_BYTES = 50_000_000;

/** The detector that such a tool is. What silences tools in comments and pragmas is blanked out before it sees a file. */
export function cDetector({ name, title, languages, isNoisy, need, limits, ownFiles = [], look }: CTool): Detector {
  return {
    name,
    title,
    languages,
    needsModel: false,
    isExternal: true,
    ...(isNoisy === undefined ? {} : { isNoisy }),
    defaultRole: 'marking',
    availability: async (tools) => toolAvailability(tools, need),
    detect: async ({ files }, { tools, signal }): Promise<DetectorReport> => {
      const version = await requireTool(tools, need, name);
      const safe = safeFiles(files, ({ text }) => quietC(text));
      const dialectOf = cDialects(files);
      const workspaces = shareWorkspaces(tools, [...safe.files, ...ownFiles]);
      try {
        const report = await lookAtEach(safe.placed, async (placed) =>
          workspaces.use(async (workspace) => {
            const reportPath = `report-${safe.placed.indexOf(placed)}`;
            return await look({
              ...placed,
              language: dialectOf(placed.file.path),
              safe,
              workspacePath: workspace.path,
              reportPath,
              run: async (command, exitCodes) =>
                runTool({ detector: name, call: { command, limits }, run: workspace.run, signal, exitCodes }),
              readReport: async () => new TextDecoder().decode(await workspace.read(reportPath, MAX_REPORT_BYTES)),
            });
          }),
        );
        return { version, ...report };
      } finally {
        await workspaces.close();
      }
    },
  };
}

import { parse } from 'yaml';
import { z } from 'zod';
import { toolFailed } from '#engine/external/tool-failed.ts';

/** What clang-tidy says about one place. */
export interface TidyDiagnostic {
  /** Name of the check, or `clang-diagnostic-error` for what does not compile. */
  readonly check: string;
  /** As the tool names it, absolute. */
  readonly path: string;
  /** In bytes, from 0. */
  readonly offset: number;
  /** In the tool's own words: they may quote any file that the code includes. */
  readonly said: string;
}

const Report = z.object({
  MainSourceFile: z.string(),
  Diagnostics: z.array(
    z.object({
      DiagnosticName: z.string(),
      DiagnosticMessage: z.object({ Message: z.string(), FilePath: z.string(), FileOffset: z.int().min(0) }),
    }),
  ),
});

/**
 * Reads what `--export-fixes` wrote. It has to hold a diagnostic about the control file, a flaw of ours that is looked at
 * last: the tool writes no report where it finds nothing, and has to show that it has looked.
 *
 * @param control The end of the control file's path.
 * @throws {SecCodeError} `DETECTOR_FAILED` when it is no report, or the control's flaw is not in it.
 */
export function readTidyReport(detector: string, text: string, control: string): readonly TidyDiagnostic[] {
  const read = Report.safeParse(yamlOf(text));
  if (!read.success) throw toolFailed(detector, "The report of 'clang-tidy' is not of the expected form.");
  const diagnostics = read.data.Diagnostics.map(({ DiagnosticName, DiagnosticMessage }) => ({
    check: DiagnosticName,
    path: DiagnosticMessage.FilePath,
    offset: DiagnosticMessage.FileOffset,
    said: DiagnosticMessage.Message,
  }));
  const isControl = ({ path }: TidyDiagnostic): boolean => path === control || path.endsWith(`/${control}`);
  if (!diagnostics.some(isControl)) {
    throw toolFailed(detector, "'clang-tidy' did not find the flaw that shows that it looks.");
  }
  return diagnostics.filter((one) => !isControl(one));
}

function yamlOf(text: string): unknown {
  try {
    // A report is a tree: an alias that multiplies text has no place in it.
    return parse(text, { maxAliasCount: 0, schema: 'core' });
  } catch {
    return undefined;
  }
}

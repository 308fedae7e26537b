import { z } from 'zod';
import type { SourceFile } from '#core/source-file.ts';
import type { Detector, ReportedFinding } from '#engine/detection/detector.ts';
import { cDetector } from '#engine/external/c-tool.ts';
import type { FilesReport } from '#engine/external/look-at-each.ts';
import { IGNORE_PRAGMAS } from '#engine/external/quiet-c.ts';
import type { ToolNeed } from '#engine/external/tool-availability.ts';
import { compileFault } from '#engine/external/compile-fault.ts';
import { readJsonReport } from '#engine/external/read-report.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';
import { CHECKERS, ruleOf } from './rules.ts';

const NAME = 'clang-analyzer';

const NEED: ToolNeed = {
  title: 'clang',
  command: ['clang', '--version'],
  minimum: '14',
  remedy: 'Install clang 14 or newer, such as by apt-get install clang.',
};

const LIMITS = { timeoutMs: 120_000, memoryBytes: 2_000_000_000 } as const;
const COUNTING = { unit: 'code-point', skipsByteOrderMark: true } as const;
/** Code that is there only where the analyser looks, or only where it does not, is meant to mislead it. */
const UNSEEN = '-U__clang_analyzer__';

const Place = z.object({
  artifactLocation: z.object({ uri: z.string() }),
  region: z.object({ startLine: z.int(), startColumn: z.int().optional() }),
});
const Sarif = z.object({
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.object({
        results: z.array(
          z.object({
            ruleId: z.string(),
            message: z.object({ text: z.string() }),
            locations: z.array(z.object({ physicalLocation: Place })).min(1),
            codeFlows: z
              .array(
                z.object({
                  threadFlows: z.array(
                    z.object({
                      locations: z.array(
                        z.object({
                          location: z.object({
                            message: z.object({ text: z.string() }).optional(),
                            physicalLocation: Place.optional(),
                          }),
                        }),
                      ),
                    }),
                  ),
                }),
              )
              .optional(),
          }),
        ),
      }),
    )
    .min(1),
});
type Result = z.infer<typeof Sarif>['runs'][number]['results'][number];

/** The static analyser of Clang, with its checkers for memory, taint and unsafe functions. It needs every header. */
export const detector: Detector = cDetector({
  name: NAME,
  title: 'Clang static analyser, for C and C++',
  languages: ['c', 'cpp'],
  isNoisy: true,
  need: NEED,
  limits: LIMITS,
  look: async ({ path, file, language, safe, workspacePath, reportPath, run, readReport }): Promise<FilesReport> => {
    const { end, stderr } = await run(
      [
        'clang',
        ...['--analyze', '-x', language, IGNORE_PRAGMAS, UNSEEN, '-fno-caret-diagnostics'],
        ...['-Xclang', `-analyzer-checker=${CHECKERS.join(',')}`],
        ...['-Xclang', '-analyzer-disable-checker=security.insecureAPI.DeprecatedOrUnsafeBufferHandling'],
        ...['--analyzer-output', 'sarif', '-o', reportPath, path],
      ],
      [0, 1],
    );
    if (end.kind === 'exited' && end.exitCode === 1) {
      const reason = compileFault(stderr, path);
      if (reason === undefined) throw toolFailed(NAME, "'clang' ended with exit code 1.");
      return { findings: [], notCovered: [{ path: file.path, reason }] };
    }
    const { runs } = readJsonReport({ detector: NAME, tool: 'clang', text: await readReport() }, Sarif);
    const fileAt = (uri: string): SourceFile | undefined => safe.fileAt(pathOf(uri), workspacePath);
    const results = runs.flatMap((one) => one.results);
    return { findings: results.flatMap((result) => findingsIn(result, fileAt)), notCovered: [] };
  },
});

type FileAt = (uri: string) => SourceFile | undefined;

function findingsIn(
  { ruleId, message, locations: [first], codeFlows = [] }: Result,
  fileAt: FileAt,
): readonly ReportedFinding[] {
  const rule = ruleOf(ruleId, message.text);
  const span = spanOf(first?.physicalLocation, fileAt);
  if (rule === undefined || span === undefined) return [];
  const steps = codeFlows[0]?.threadFlows[0]?.locations ?? [];
  const flow = steps.flatMap(({ location }) => {
    const at = spanOf(location.physicalLocation, fileAt);
    return at === undefined ? [] : [{ span: at, message: location.message?.text ?? '' }];
  });
  return [{ rule: ruleId, ...rule, span, ...(flow.length > 1 ? { flow } : {}) }];
}

function spanOf(place: z.infer<typeof Place> | undefined, fileAt: FileAt): ReportedFinding['span'] | undefined {
  const file = place === undefined ? undefined : fileAt(place.artifactLocation.uri);
  if (place === undefined || file === undefined) return undefined;
  const { startLine, startColumn = 1 } = place.region;
  const { line, column } = toolPositions(file.text, COUNTING)({ line: startLine, column: startColumn });
  return { path: file.path, startLine: line, startColumn: column, endLine: line, endColumn: column + 1 };
}

function pathOf(uri: string): string {
  try {
    return decodeURIComponent(uri.replace(/^file:\/\//, ''));
  } catch {
    return uri;
  }
}

import type { Detector, DetectorReport, ReportedFinding } from '#engine/detection/detector.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import { compileFault } from '#engine/external/compile-fault.ts';
import { type FilesReport, lookAtEach } from '#engine/external/look-at-each.ts';
import { IGNORE_PRAGMAS, quietC } from '#engine/external/quiet-c.ts';
import { runTool } from '#engine/external/run-tool.ts';
import { type SafeFiles, safeFiles } from '#engine/external/safe-files.ts';
import { requireTool } from '#engine/external/require-tool.ts';
import { type ToolNeed, toolAvailability } from '#engine/external/tool-availability.ts';
import { RULES } from './rules.ts';
import { readTidyReport, type TidyDiagnostic } from './tidy-report.ts';

const NAME = 'clang-tidy';

const NEED: ToolNeed = {
  title: 'clang-tidy',
  command: ['clang-tidy', '--version'],
  minimum: '14',
  remedy: 'Install clang-tidy 14 or newer, such as by apt-get install clang-tidy.',
};

const LIMITS = { timeoutMs: 120_000, memoryBytes: 2_000_000_000 } as const;
const REPORT = 'report.yaml';
const MAX_REPORT_BYTES = 50_000_000;

/** Outside of the folder of the candidate, whose files cannot replace it; of either language. */
const CONTROL = 'control.c';
const CONTROL_TEXT = 'int control(char *text) { return sizeof(text) / sizeof(text); }\n';

const CHECKS = ['-*', ...Object.keys(RULES)].join(',');

/** The checks of clang-tidy that have a weakness. It needs every header, and takes no settings from the code. */
export const detector: Detector = {
  name: NAME,
  title: 'clang-tidy, for C and C++',
  languages: ['c', 'cpp'],
  needsModel: false,
  isExternal: true,
  isNoisy: true,
  defaultRole: 'marking',
  availability: async (tools) => toolAvailability(tools, NEED),
  detect: async ({ files }, { tools, syntax, signal }): Promise<DetectorReport> => {
    const version = await requireTool(tools, NEED, NAME);
    const safe = safeFiles(files, ({ text }) => quietC(text));
    const isCpp = files.some(({ path }) => syntax.languageOf(path)?.id === 'cpp');
    const report = await lookAtEach(safe.placed, async ({ path, file }): Promise<FilesReport> => {
      const isC = syntax.languageOf(file.path)?.id === 'c' && !(isCpp && file.path.endsWith('.h'));
      const workspace = await tools.open([...safe.files, { path: CONTROL, content: CONTROL_TEXT }]);
      try {
        const { stdout } = await runTool({
          detector: NAME,
          call: {
            command: [
              'clang-tidy',
              ...['--quiet', '--config={}', `--checks=${CHECKS}`, `--export-fixes=${REPORT}`, path, CONTROL],
              ...['--', '-x', isC ? 'c' : 'c++', IGNORE_PRAGMAS, '-U__clang_analyzer__', '-w'],
            ],
            limits: LIMITS,
          },
          run: workspace.run,
          signal,
          exitCodes: [0, 1],
        });
        const text = new TextDecoder().decode(await workspace.read(REPORT, MAX_REPORT_BYTES));
        const found = readTidyReport(NAME, text, CONTROL);
        const isUnread = found.some(({ check }) => check === 'clang-diagnostic-error');
        const shown = stdout.replaceAll(`${workspace.path}/`, '');
        return {
          findings: found.flatMap((one) => findingsIn(one, safe, workspace.path)),
          notCovered: isUnread
            ? [{ path: file.path, reason: compileFault(shown, path) ?? 'It does not compile.' }]
            : [],
        };
      } finally {
        await workspace.close();
      }
    });
    return { version, ...report };
  },
};

function findingsIn(
  { check, path, offset }: TidyDiagnostic,
  safe: SafeFiles,
  workspacePath: string,
): readonly ReportedFinding[] {
  // One place can be reported by several checks at once.
  const name = check.split(',').find((one) => Object.hasOwn(RULES, one));
  const rule = name === undefined ? undefined : RULES[name];
  const file = safe.fileAt(path, workspacePath);
  if (name === undefined || rule === undefined || file === undefined) return [];
  const content = safe.files[safe.placed.findIndex((placed) => placed.file === file)]?.content;
  const bytes = Buffer.from(typeof content === 'string' ? content : '');
  // The copy has every character where the file has it; only bytes can differ.
  const before = bytes.subarray(0, offset).toString('utf8').length;
  const { line, column } = mapLines(file.text).positionAt(before);
  const span = { path: file.path, startLine: line, startColumn: column, endLine: line, endColumn: column + 1 };
  return [{ rule: name, ...rule, span }];
}

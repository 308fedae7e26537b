import type { Detector, ReportedFinding } from '#engine/detection/detector.ts';
import { cDetector } from '#engine/external/c-tool.ts';
import type { FilesReport } from '#engine/external/look-at-each.ts';
import { IGNORE_PRAGMAS } from '#engine/external/quiet-c.ts';
import type { SafeFiles } from '#engine/external/safe-files.ts';
import type { ToolNeed } from '#engine/external/tool-availability.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import { compileFault } from '#engine/external/compile-fault.ts';
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

/** Outside of the folder of the candidate, whose files cannot replace it; of either language. */
const CONTROL = 'control.c';
const CONTROL_TEXT = 'int control(char *text) { return sizeof(text) / sizeof(text); }\n';

const CHECKS = ['-*', ...Object.keys(RULES)].join(',');

/** The checks of clang-tidy that have a weakness. It needs every header, and takes no settings from the code. */
export const detector: Detector = cDetector({
  name: NAME,
  title: 'clang-tidy, for C and C++',
  languages: ['c', 'cpp'],
  isNoisy: true,
  need: NEED,
  limits: LIMITS,
  ownFiles: [{ path: CONTROL, content: CONTROL_TEXT }],
  look: async ({ path, file, language, safe, workspacePath, reportPath, run, readReport }): Promise<FilesReport> => {
    const { stdout } = await run(
      [
        'clang-tidy',
        ...['--quiet', '--config={}', `--checks=${CHECKS}`, `--export-fixes=${reportPath}`, path, CONTROL],
        ...['--', '-x', language, IGNORE_PRAGMAS, '-U__clang_analyzer__', '-w'],
      ],
      [0, 1],
    );
    const found = readTidyReport(NAME, await readReport(), CONTROL);
    const isUnread = found.some(({ check }) => check === 'clang-diagnostic-error');
    const shown = stdout.replaceAll(`${workspacePath}/`, '');
    return {
      findings: found.flatMap((one) => findingsIn(one, safe, workspacePath)),
      notCovered: isUnread ? [{ path: file.path, reason: compileFault(shown, path) ?? 'It does not compile.' }] : [],
    };
  },
});

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

import type { Span } from '#core/finding.ts';
import { isAtLeastAsSure, type Confidence } from '#core/severity.ts';
import type { SourceFile } from '#core/source-file.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import type { Detector, ReportedFinding } from '#engine/detection/detector.ts';
import type { FilesReport } from '#engine/external/look-at-each.ts';
import { lookInHalves } from '#engine/external/look-in-halves.ts';
import { readJsonReport } from '#engine/external/read-report.ts';
import { requireTool } from '#engine/external/require-tool.ts';
import { runTool } from '#engine/external/run-tool.ts';
import { type PlacedFile, type SafeFiles, safeFiles } from '#engine/external/safe-files.ts';
import { type ToolNeed, toolAvailability } from '#engine/external/tool-availability.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';
import { type BanditIssue, type BanditReport, banditReport } from './bandit-report.ts';
import { RULES } from './rules.ts';

const NAME = 'bandit';

const NEED: ToolNeed = {
  title: 'Bandit',
  command: ['bandit', '--version'],
  minimum: '1.6.2',
  remedy: 'Install Bandit 1.6.2 or newer, such as by apt-get install bandit.',
};

const LIMITS = { timeoutMs: 120_000, memoryBytes: 1_000_000_000 } as const;

/** Python breaks lines at a lone carriage return, and takes a byte order mark away. */
const COUNTING = { unit: 'byte', firstColumn: 0, skipsByteOrderMark: true, lineBreak: /\r\n|\n|\r/g } as const;

/** Bandit's tests for Python. */
export const detector: Detector = {
  name: NAME,
  title: 'Bandit, for Python',
  languages: ['python'],
  needsModel: false,
  isExternal: true,
  defaultRole: 'marking',
  availability: async (tools) => toolAvailability(tools, NEED),
  detect: async ({ files }, { tools, signal }) => {
    const version = await requireTool(tools, NEED, NAME);
    const safe = safeFiles(files);
    const report = await lookInHalves(safe.placed, async (placed) => {
      const paths = placed.map(({ path }) => path);
      const { stdout } = await runTool({
        detector: NAME,
        call: {
          // Without the last but one, Bandit leaves out what lies in folders such as `CVS`, in silence.
          command: ['bandit', '--quiet', '--format', 'json', '--ignore-nosec', '--exclude', '', '--', ...paths],
          limits: LIMITS,
        },
        run: async (call, given) =>
          tools.run(
            safe.files.filter(({ path }) => paths.includes(path)),
            call,
            given,
          ),
        signal,
        // Bandit ends with 1 when it found something, and when it broke down; its report tells which.
        exitCodes: [0, 1],
      });
      return reportOf(readJsonReport({ detector: NAME, tool: 'bandit', text: stdout }, banditReport), placed, safe);
    });
    return { version, ...report };
  },
};

function reportOf(
  { errors, metrics, results }: BanditReport,
  placed: readonly PlacedFile[],
  safe: SafeFiles,
): FilesReport {
  const fileAt = (name: string): SourceFile => {
    const file = safe.fileAt(name);
    if (file !== undefined) return file;
    throw toolFailed(NAME, "The report of 'bandit' speaks of a file that it was not given.");
  };
  const unread = new Map(errors.map(({ filename, reason }) => [fileAt(filename).path, reason]));
  const read = new Set(Object.keys(metrics).map((name) => safe.fileAt(name)?.path));
  return {
    findings: results.flatMap((issue) => findingsIn(issue, fileAt(issue.filename))),
    notCovered: placed.flatMap(({ file: { path } }) => {
      const reason = unread.get(path);
      if (reason !== undefined) return [{ path, reason: reasonOf(reason) }];
      return read.has(path) ? [] : [{ path, reason: 'Bandit left this file out.' }];
    }),
  };
}

function reasonOf(reason: string): string {
  return reason.startsWith('syntax error')
    ? 'Bandit cannot parse this file as Python.'
    : 'Bandit broke down on this file.';
}

function findingsIn(issue: BanditIssue, file: SourceFile): readonly ReportedFinding[] {
  const rule = Object.hasOwn(RULES, issue.test_id) ? RULES[issue.test_id] : undefined;
  if (rule === undefined) return [];
  const { severity, confidence } = rule.milder?.when.test(issue.issue_text) === true ? rule.milder : rule;
  return [
    {
      rule: issue.test_id,
      cwes: rule.cwes,
      severity,
      confidence: lessSure(confidence, CONFIDENCES[issue.issue_confidence]),
      span: spanOf(issue, file),
      message: rule.message,
      remediation: rule.remediation,
    },
  ];
}

const CONFIDENCES = { UNDEFINED: 'low', LOW: 'low', MEDIUM: 'medium', HIGH: 'high' } as const;

function lessSure(a: Confidence, b: Confidence): Confidence {
  return isAtLeastAsSure(a, b) ? b : a;
}

/** Old versions know lines only: then it is the whole line. So it is when the end lies before the start. */
function spanOf(issue: BanditIssue, { path, text }: SourceFile): Span {
  const toOurs = toolPositions(text, COUNTING);
  const { line_number: line, line_range: range, col_offset: column = -1, end_col_offset: endColumn = -1 } = issue;
  const start = toOurs({ line, column: Math.max(0, column) });
  const end = toOurs({ line: Math.max(line, ...range), column: endColumn });
  const isExact = column >= 0 && (end.line > start.line || (end.line === start.line && end.column > start.column));
  if (isExact && endColumn >= 0) {
    return { path, startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  }
  // A line as Python counts it may be a part of one of ours.
  const offset = mapLines(text).offsetAt(start);
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? '';
  const indent = column >= 0 ? 0 : rest.length - rest.trimStart().length;
  return {
    path,
    startLine: start.line,
    startColumn: start.column + indent,
    endLine: start.line,
    endColumn: start.column + Math.max(indent, rest.trimEnd().length),
  };
}

import { posix } from 'node:path';
import { parseCweId } from '#core/cwe-id.ts';
import { isKnownCwe } from '#core/cwe-table.ts';
import type { SourceFile } from '#core/source-file.ts';
import { mapLines } from '#engine/detection/line-map.ts';
import type { Detector, ReportedFinding } from '#engine/detection/detector.ts';
import type { FilesReport } from '#engine/external/look-at-each.ts';
import { lookInHalves } from '#engine/external/look-in-halves.ts';
import { readJsonReport } from '#engine/external/read-report.ts';
import { requireTool } from '#engine/external/require-tool.ts';
import { runTool } from '#engine/external/run-tool.ts';
import { type PlacedFile, safeFiles } from '#engine/external/safe-files.ts';
import { type ToolNeed, toolAvailability } from '#engine/external/tool-availability.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';
import { toldSentence } from '#engine/external/told-sentence.ts';
import { type GosecIssue, type GosecReport, gosecReport } from './gosec-report.ts';
import { plainGo } from './plain-go.ts';

const NAME = 'gosec';

const NEED: ToolNeed = {
  title: 'gosec',
  command: ['gosec', '--version'],
  minimum: '2.14',
  remedy:
    'Install a release of gosec, 2.14 or newer, and Go; one that was built from source does not tell its version.',
};

const LIMITS = { timeoutMs: 300_000, memoryBytes: 4_000_000_000, processes: 512 } as const;

/** Go fetches nothing, and runs no compiler for C. */
const ENVIRONMENT = {
  CGO_ENABLED: '0',
  GOFLAGS: '-mod=mod',
  GOPROXY: 'off',
  GOSUMDB: 'off',
  GOTOOLCHAIN: 'local',
} as const;

/** gosec, for Go. */
export const detector: Detector = {
  name: NAME,
  title: 'gosec, for Go',
  languages: ['go'],
  needsModel: false,
  isExternal: true,
  isNoisy: true,
  defaultRole: 'marking',
  availability: async (tools) => toolAvailability(tools, NEED),
  detect: async ({ files }, { tools, signal }) => {
    const version = await requireTool(tools, NEED, NAME);
    const { files: plain, original } = plainGo(files);
    const safe = safeFiles(plain);
    const report = await lookInHalves(safe.placed, async (placed) => {
      const workspace = await tools.open(safe.files.filter(({ path }) => placed.some((one) => one.path === path)));
      try {
        const folders = [...new Set(placed.map(({ path }) => `./${posix.dirname(path)}`))];
        const { stdout } = await runTool({
          detector: NAME,
          call: {
            // With the second, a comment in the code does not silence it.
            command: ['gosec', '-fmt=json', '-nosec=true', '-no-fail', '-quiet=false', '-tests', ...folders],
            environment: ENVIRONMENT,
            limits: LIMITS,
          },
          run: workspace.run,
          signal,
          exitCodes: [0],
        });
        return reportOf(
          readJsonReport({ detector: NAME, tool: 'gosec', text: stdout }, gosecReport),
          placed,
          (path) => {
            const file = safe.fileAt(path, workspace.path);
            if (file !== undefined) return file;
            throw toolFailed(NAME, "The report of 'gosec' speaks of a file that it was not given.");
          },
        );
      } finally {
        await workspace.close();
      }
    });
    const pathOf = (path: string): string => original(path)?.path ?? path;
    return {
      version,
      findings: report.findings.map((one) => ({ ...one, span: { ...one.span, path: pathOf(one.span.path) } })),
      notCovered: report.notCovered.map(({ path, reason }) => ({ path: pathOf(path), reason })),
    };
  },
};

function reportOf(
  { Issues: issues, Stats: stats, 'Golang errors': errors }: GosecReport,
  placed: readonly PlacedFile[],
  fileAt: (path: string) => SourceFile,
): FilesReport {
  // Go leaves files out for many reasons, and gosec only counts them.
  if (stats.files < placed.length) throw toolFailed(NAME, "'gosec' did not look at every file.");
  return {
    findings: (issues ?? []).map((issue) => findingOf(issue, fileAt(issue.file))),
    notCovered: Object.entries(errors ?? {}).map(([path, [first]]) => ({
      path: fileAt(path).path,
      reason: `Go cannot read the types of this file${first === undefined ? '' : ` (line ${String(first.line)})`}.`,
    })),
  };
}

const GRADES = { LOW: 'low', MEDIUM: 'medium', HIGH: 'high' } as const;

function findingOf(issue: GosecIssue, { path, text }: SourceFile): ReportedFinding {
  const cwe = parseCweId(`CWE-${issue.cwe?.id ?? ''}`);
  const [first = 1, last = first] = issue.line.split('-').map(Number);
  const start = toolPositions(text, { unit: 'byte' })({ line: first, column: Number(issue.column) });
  const lines = mapLines(text);
  const endLine = Math.max(start.line, Math.min(last, lines.lineCount));
  return {
    rule: issue.rule_id,
    cwes: cwe !== undefined && isKnownCwe(cwe) ? [cwe] : [],
    severity: GRADES[issue.severity],
    confidence: GRADES[issue.confidence],
    // Only where it starts is known; it ends where its last line does.
    span: {
      path,
      startLine: start.line,
      startColumn: start.column,
      endLine,
      endColumn: lines.textOf(endLine).length + 1,
    },
    message: toldSentence('gosec', issue.details),
  };
}

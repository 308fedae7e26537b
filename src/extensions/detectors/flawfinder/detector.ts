import { z } from 'zod';
import { cweIdsIn } from '#core/cwe-id.ts';
import type { Severity } from '#core/severity.ts';
import type { Detector, ReportedFinding } from '#engine/detection/detector.ts';
import { cDetector } from '#engine/external/c-tool.ts';
import type { SafeFiles } from '#engine/external/safe-files.ts';
import type { ToolNeed } from '#engine/external/tool-availability.ts';
import { readJsonReport } from '#engine/external/read-report.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';

const NAME = 'flawfinder';

const NEED: ToolNeed = {
  title: 'Flawfinder',
  command: ['flawfinder', '--version'],
  minimum: '2.0.15',
  remedy: 'Install Flawfinder 2.0.15 or newer, such as by apt-get install flawfinder.',
};

const COUNTING = { unit: 'code-point', lineBreak: /\r\n|\n|\r/g } as const;
const LIMITS = { timeoutMs: 60_000, memoryBytes: 500_000_000 } as const;

const sarif = z.object({
  runs: z.tuple([
    z.object({
      results: z.array(
        z.object({
          ruleId: z.string(),
          /** Flawfinder's level from 0 to 5, divided by 5. */
          rank: z.number(),
          message: z.object({ text: z.string() }),
          locations: z.tuple([
            z.object({
              physicalLocation: z.object({
                artifactLocation: z.object({ uri: z.string() }),
                region: z.object({ startLine: z.int(), startColumn: z.int() }),
              }),
            }),
          ]),
        }),
      ),
    }),
  ]),
});

type Result = z.infer<typeof sarif>['runs'][0]['results'][number];

/** From level 0 to level 5. */
const SEVERITIES: readonly Severity[] = ['info', 'info', 'low', 'medium', 'high', 'critical'];

/** Flawfinder: looks for calls of risky functions, whatever their arguments, so its confidence is low. */
export const detector: Detector = cDetector({
  name: NAME,
  title: 'Flawfinder, for C and C++',
  languages: ['c', 'cpp'],
  isNoisy: true,
  need: NEED,
  limits: LIMITS,
  look: async ({ path, safe, run }) => {
    // Comments must not make it look away.
    const { stdout } = await run(['flawfinder', '--neverignore', '--minlevel=1', '--sarif', path], [0]);
    const { runs } = readJsonReport({ detector: NAME, tool: 'flawfinder', text: stdout }, sarif);
    return { findings: runs[0].results.flatMap((result) => findingsIn(result, safe)), notCovered: [] };
  },
});

function findingsIn({ ruleId, rank, message, locations }: Result, safe: SafeFiles): readonly ReportedFinding[] {
  const { artifactLocation, region } = locations[0].physicalLocation;
  const file = safe.fileAt(artifactLocation.uri);
  const cwes = cweIdsIn(message.text);
  if (file === undefined || cwes.length === 0) return [];
  const { line, column } = toolPositions(file.text, COUNTING)({ line: region.startLine, column: region.startColumn });
  return [
    {
      rule: ruleId,
      cwes,
      severity: SEVERITIES[Math.round(rank * 5)] ?? 'medium',
      confidence: 'low',
      span: { path: file.path, startLine: line, startColumn: column, endLine: line, endColumn: column + 1 },
      message: messageOf(message.text),
      remediation: 'Check that the input cannot reach this call unbounded or unchecked, or use a safer function.',
    },
  ];
}

/** Its text begins with `category/name:` and may end without a full stop. */
function messageOf(text: string): string {
  const said = text
    .replace(/^[\w/]+:\s*/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const fact = (said.split(/(?<=\))\. /)[0] ?? said).replace(/\.*$/, '');
  return /^[A-Za-z]/.test(fact) ? `${fact}.` : `Flawfinder says: ${fact}.`;
}

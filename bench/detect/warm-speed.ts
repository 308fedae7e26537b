import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isCompiledLanguage } from '../../scripts/compiled-files.ts';
import { type BenchLanguage, type SampleProject, corpusSample } from './corpus-sample.ts';
import { measureCompiledPeers } from './compiled-peers.ts';
import { measureCommand } from './measured-process.ts';

/** How fast one tool is on one language. */
export interface SpeedRow {
  readonly tool: string;
  readonly language: BenchLanguage;
  readonly lines: number;
  readonly cpuSeconds: number;
  readonly findings?: number | undefined;
  readonly maxRssMb?: number | undefined;
}

/** What a warm process took for one round. */
export type WarmUsage = z.infer<typeof outputSchema>;

const outputSchema: z.ZodType<{
  readonly lines: number;
  readonly findings: number;
  readonly cpuSeconds: number;
  readonly maxRssMb: number;
}> = z.object({
  lines: z.number(),
  findings: z.number(),
  cpuSeconds: z.number(),
  maxRssMb: z.number(),
});

/** Tools that run in process, each in a process of its own so that none warms the other up. */
const IN_PROCESS = [
  { tool: 'SecCode static', detector: 'static', language: 'python' },
  { tool: 'Ruff S rules (WebAssembly)', detector: 'ruff', language: 'python' },
  { tool: 'SecCode static', detector: 'static', language: 'javascript' },
  { tool: 'eslint-plugin-security', detector: 'eslint', language: 'javascript' },
  { tool: 'SecCode static', detector: 'static', language: 'c' },
  { tool: 'SecCode static', detector: 'static', language: 'cpp' },
  { tool: 'SecCode static', detector: 'static', language: 'java' },
  { tool: 'SecCode static', detector: 'static', language: 'go' },
] as const;

/** Lines per CPU second of one worker that is warm, the same files for every tool of a language. */
export function measureWarmSpeed(lines: number): readonly SpeedRow[] {
  const rows = IN_PROCESS.map(
    ({ tool, detector, language }): SpeedRow => ({
      tool,
      language,
      ...measureWarm(detector, language, isCompiledLanguage(language) ? lines / 2 : lines),
    }),
  );
  const bandit = measureBandit(lines);
  return [...rows, ...(bandit === undefined ? [] : [bandit]), ...measureCompiledPeers(lines / 2)];
}

/** A third of the young generation that the workers of a scan have; see `analysis-pool.ts`. */
const SEMI_SPACE_MB = 32;

/** One detector on one sample in a process of its own; `one-file` as the language is so many lines of C in one file. */
export function measureWarm(detector: string, language: BenchLanguage | 'one-file', lines: number): WarmUsage {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...process.execArgv,
      `--max-semi-space-size=${SEMI_SPACE_MB}`,
      join(import.meta.dirname, 'warm-child.ts'),
      detector,
      language,
      String(lines),
    ],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  if (status !== 0) throw new Error(`${detector} on ${language} failed: ${stderr.slice(-600)}`);
  return outputSchema.parse(JSON.parse(stdout));
}

/** Bandit has no warm state: a whole process, whose start is little beside so many lines. */
function measureBandit(lines: number): SpeedRow | undefined {
  const sample = corpusSample('python', lines);
  return withFolder(sample, 1, (folder) => {
    const usage = measureCommand('bandit', ['-q', '-r', folder, '-f', 'json']);
    if (usage === undefined) return undefined;
    return {
      tool: 'bandit',
      language: 'python',
      lines: sample.reduce((sum, project) => sum + project.lines, 0),
      cpuSeconds: usage.cpuSeconds,
    };
  });
}

/** Writes copies of projects below a folder for the time of `use`. */
export function withFolder<Result>(
  sample: readonly SampleProject[],
  copies: number,
  use: (folder: string) => Result,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-bench-'));
  try {
    for (let copy = 1; copy <= copies; copy += 1) {
      for (const { name, files } of sample) {
        for (const { path, text } of files) {
          const file = join(folder, `copy-${copy}`, name, path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, text);
        }
      }
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

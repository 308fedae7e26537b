import { z } from 'zod';
import type { Detector, ReportedFinding } from '#engine/detection/detector.ts';
import { type CFile, cDetector } from '#engine/external/c-tool.ts';
import { sayFault } from '#engine/external/compile-fault.ts';
import { IGNORE_PRAGMAS } from '#engine/external/quiet-c.ts';
import type { SafeFiles } from '#engine/external/safe-files.ts';
import type { ToolNeed } from '#engine/external/tool-availability.ts';
import { readJsonReport } from '#engine/external/read-report.ts';
import { toolPositions } from '#engine/external/tool-positions.ts';
import { RULES } from './rules.ts';

const NAME = 'gcc';

const NEED: ToolNeed = {
  title: 'gcc',
  command: ['gcc', '--version'],
  minimum: '12',
  remedy: 'Install gcc 12, 13 or 14, such as by apt-get install gcc g++.',
};

const LIMITS = { timeoutMs: 120_000, memoryBytes: 2_000_000_000 } as const;
const COUNTING = { unit: 'byte', skipsByteOrderMark: true } as const;

/** The analyser sees most without optimisation; the warnings about sizes come only with it. */
const PASSES = [
  ['-O0', '-fanalyzer'],
  ['-O2', '-Wall', '-Wextra', '-Wformat=2', '-Wformat-overflow=2', '-Wstringop-overflow=4', '-Warray-bounds=2'],
] as const;

const place = z.object({ file: z.string(), line: z.int(), 'byte-column': z.int() });
const diagnostics = z.array(
  z.object({
    kind: z.string(),
    message: z.string(),
    option: z.string().optional(),
    locations: z.array(z.object({ caret: place })),
    path: z.array(z.object({ location: place.optional(), description: z.string() })).optional(),
  }),
);
type Diagnostic = z.infer<typeof diagnostics>[number];

/** gcc's analyser and its warnings about memory and formats. It needs every header that a file includes. */
export const detector: Detector = cDetector({
  name: NAME,
  title: 'gcc -fanalyzer and warnings, for C and C++',
  languages: ['c', 'cpp'],
  isNoisy: true,
  need: NEED,
  limits: LIMITS,
  look: async (file) => {
    const found: Diagnostic[] = [];
    for (const pass of PASSES) found.push(...(await diagnose(file, pass)));
    return {
      findings: found.flatMap((one) => findingsIn(one, file.safe)),
      notCovered: found
        .filter(({ kind }) => kind === 'error' || kind === 'fatal error')
        .slice(0, 1)
        .map((one) => ({ path: file.file.path, reason: reasonOf(one) })),
    };
  },
});

async function diagnose({ path, language, run }: CFile, pass: readonly string[]): Promise<readonly Diagnostic[]> {
  const { stderr } = await run(
    [
      'gcc',
      ...['-x', language, '-fdiagnostics-format=json', IGNORE_PRAGMAS],
      ...pass,
      ...['-S', '-o', '/dev/null', path],
    ],
    [0, 1],
  );
  // The driver adds lines of its own after a fatal error.
  const text = stderr.split('\n').find((line) => line.startsWith('[')) ?? '';
  return readJsonReport({ detector: NAME, tool: 'gcc', text }, diagnostics);
}

function reasonOf({ message, locations: [first] }: Diagnostic): string {
  return sayFault({ header: /^([\w./+-]{1,200}): No such file/.exec(message)?.[1], line: first?.caret.line });
}

function findingsIn({ option = '', locations, path = [] }: Diagnostic, safe: SafeFiles): readonly ReportedFinding[] {
  const name = option.replace(/^(-Warray-bounds|-Wuse-after-free)=.*$/, '$1').replace(/=\d+$/, '=');
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  const span = spanOf(locations[0]?.caret, safe);
  if (rule === undefined || span === undefined) return [];
  const flow = path.flatMap(({ location, description }) => {
    const at = spanOf(location, safe);
    return at === undefined ? [] : [{ span: at, message: description }];
  });
  const isGuess = /possible|maybe|nonliteral|uninitialized-value/.test(name);
  return [{ rule: name, ...rule, confidence: isGuess ? 'low' : 'medium', span, ...(flow.length > 1 ? { flow } : {}) }];
}

function spanOf(at: z.infer<typeof place> | undefined, safe: SafeFiles): ReportedFinding['span'] | undefined {
  const file = at === undefined ? undefined : safe.fileAt(at.file);
  if (at === undefined || file === undefined) return undefined;
  const { line, column } = toolPositions(file.text, COUNTING)({ line: at.line, column: at['byte-column'] });
  return { path: file.path, startLine: line, startColumn: column, endLine: line, endColumn: column + 1 };
}

import { SecCodeError } from '#core/errors.ts';
import type { SourceFile } from '#core/source-file.ts';
import type { Detector } from '#engine/detection/detector.ts';
import type { FilesReport } from '#engine/external/look-at-each.ts';
import { requireTool } from '#engine/external/require-tool.ts';
import { runTool } from '#engine/external/run-tool.ts';
import { type PlacedFile, type SafeFiles, safeFiles } from '#engine/external/safe-files.ts';
import { type ToolNeed, toolAvailability } from '#engine/external/tool-availability.ts';
import { toolFailed } from '#engine/external/tool-failed.ts';
import type { Workspace } from '#engine/sandbox/sandbox.ts';
import { readSarif, type SarifLog } from '#engine/sarif/read-sarif.ts';
import { takeExtraction } from './notifications.ts';

const NAME = 'codeql';

const NEED: ToolNeed = {
  title: 'CodeQL',
  command: ['codeql', 'version', '--format=terse'],
  minimum: '2.16.5',
  remedy: 'Install the CodeQL bundle 2.16.5 or newer, put its folder into PATH, and heed its licence.',
};

/** Languages as CodeQL calls them, by ours: those it can read without building. */
const LANGUAGES: Readonly<Record<string, string>> = {
  c: 'cpp',
  cpp: 'cpp',
  java: 'java',
  javascript: 'javascript',
  python: 'python',
  typescript: 'javascript',
};

const SOURCES = 'code';
const MAX_REPORT_BYTES = 200_000_000;
const LIMITS = {
  timeoutMs: 1_800_000,
  memoryBytes: 6_000_000_000,
  processes: 512,
  diskBytes: 8_000_000_000,
  outputBytes: 64_000_000,
} as const;

/** CodeQL, with the queries of its own bundle. */
export const detector: Detector = {
  name: NAME,
  title: 'CodeQL, with the queries of its bundle',
  languages: Object.keys(LANGUAGES),
  needsModel: false,
  isExternal: true,
  isNoisy: true,
  defaultRole: 'marking',
  availability: async (tools, settings) => {
    const state = await toolAvailability(tools, NEED);
    return state.isUsable && suiteOf(settings) === undefined ? { isUsable: false, ...NO_SUITE } : state;
  },
  detect: async ({ files }, { tools, signal, settings, syntax }) => {
    const version = await requireTool(tools, NEED, NAME);
    const suite = suiteOf(settings);
    if (suite === undefined) throw toolFailed(NAME, NO_SUITE.detail, NO_SUITE.remedy);
    const safe = safeFiles(files);
    const byLanguage = new Map<string, PlacedFile[]>();
    for (const placed of safe.placed) {
      const language = LANGUAGES[syntax.languageOf(placed.file.path)?.id ?? ''] ?? '';
      byLanguage.set(language, [...(byLanguage.get(language) ?? []), placed]);
    }
    const reports: FilesReport[] = [];
    for (const [language, placed] of byLanguage) {
      const workspace = await tools.open(safe.files.filter(({ path }) => placed.some((one) => one.path === path)));
      try {
        reports.push(await analyse(language, suite, placed, safe, workspace, signal));
      } finally {
        await workspace.close();
      }
    }
    return {
      version,
      findings: reports.flatMap(({ findings }) => findings),
      notCovered: reports.flatMap(({ notCovered }) => notCovered),
    };
  },
};

const NO_SUITE = {
  detail: "The setting 'codeql.suite' is no name of a suite.",
  remedy: 'Give --detector-setting codeql.suite=security-extended, or another suite of the bundle.',
} as const;

/** The suite that was asked for, by the part of its name after the language; `undefined` when that is no such name. */
function suiteOf(settings: Readonly<Record<string, string>> | undefined): string | undefined {
  const suite = settings?.['suite'] ?? 'security-extended';
  return /^[a-z][a-z-]{0,60}$/.test(suite) ? suite : undefined;
}

async function analyse(
  language: string,
  suite: string,
  placed: readonly PlacedFile[],
  safe: SafeFiles,
  workspace: Workspace,
  signal: AbortSignal,
): Promise<FilesReport> {
  const run = async (...arguments_: readonly string[]): Promise<void> => {
    await runTool({
      detector: NAME,
      call: { command: ['codeql', ...arguments_], limits: LIMITS },
      run: workspace.run,
      signal,
      exitCodes: [0],
    });
  };
  const resources = ['--threads=2', '--ram=4000'];
  await run(
    'database',
    'create',
    `--language=${language}`,
    // Nothing of the code is run, and nothing is built.
    '--build-mode=none',
    `--source-root=${SOURCES}`,
    ...resources,
    '--',
    'database',
  );
  await run(
    'database',
    'analyze',
    '--format=sarifv2.1.0',
    '--output=report.sarif',
    '--no-sarif-add-snippets',
    ...resources,
    '--',
    'database',
    `codeql/${language}-queries:codeql-suites/${language}-${suite}.qls`,
  );
  const bytes = await workspace.read('report.sarif', MAX_REPORT_BYTES);
  if (bytes === undefined) throw toolFailed(NAME, "'codeql' left no report, or one that is too long.");
  return reportOf(new TextDecoder().decode(bytes), placed, safe);
}

function reportOf(text: string, placed: readonly PlacedFile[], safe: SafeFiles): FilesReport {
  const extraction = takeExtraction({ detector: NAME, tool: 'codeql', text });
  const texts = new Map(placed.map(({ file }) => [file.path, file.text]));
  const { runs } = sarifOf(extraction.report, {
    locate: (path) => safe.fileAt(`${SOURCES}/${path}`)?.path,
    textOf: (path) => texts.get(path),
  });
  if (runs.length === 0 || runs.some(({ isComplete }) => !isComplete)) {
    throw toolFailed(NAME, "The report of 'codeql' is not complete, or speaks of a file that it was not given.");
  }
  const pathOf = (file: SourceFile): string =>
    placed.find((one) => one.file === file)?.path.slice(SOURCES.length + 1) ?? '';
  return {
    // A comment in the code must not silence it: what one suppresses counts.
    findings: runs
      .flatMap(({ findings, suppressed }) => [...findings, ...suppressed])
      .map(({ snippet: _, ...rest }) => rest),
    notCovered: placed.flatMap(({ file }) => {
      const path = pathOf(file);
      if (extraction.hasFaultOfNoFile)
        return [{ path: file.path, reason: 'CodeQL reports a fault of its extraction.' }];
      if (extraction.faulty.has(path)) return [{ path: file.path, reason: 'CodeQL cannot read all of this file.' }];
      return extraction.read.has(path)
        ? []
        : [{ path: file.path, reason: 'CodeQL does not say that it read this file.' }];
    }),
  };
}

function sarifOf(text: string, places: Parameters<typeof readSarif>[1]): SarifLog {
  try {
    return readSarif(text, places);
  } catch (error) {
    if (error instanceof SecCodeError)
      throw toolFailed(NAME, `The report of 'codeql' cannot be used. ${error.message}`);
    throw error;
  }
}

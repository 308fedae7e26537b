import type { Finding } from '#core/finding.ts';
import type { Limits } from '#core/settings.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { SEVERITIES } from '#core/severity.ts';
import { addCost, type Cost, totalTokens } from '#core/usage.ts';
import { IMPORTED, importedDetector } from '#engine/detection/imported-detector.ts';
import { runDetector } from '#engine/detection/run-detector.ts';
import { isOpen } from '#engine/detection/threshold.ts';
import { plural } from '#engine/reports/amounts.ts';
import { scanVerdict } from '#engine/reports/scan-verdict.ts';
import { extensions } from '../../compose.ts';
import type { Config } from '../../config/config.ts';
import { type CollectedFiles, collectFiles } from '../../workbench/collect-files.ts';
import { fixDirectly } from '../../workbench/fix-directly.ts';
import { callSettings } from '../../workbench/from-config.ts';
import { scan } from '../../workbench/scan.ts';
import { startSession } from '../../workbench/start-session.ts';
import type { CliContext } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { patchText } from '../render/patch.ts';
import { refuseFlags } from './refuse-flags.ts';
import { refuseInexact } from './refuse-inexact.ts';
import { openStage, wishFor } from './run-and-report.ts';
import { type FileFindings, type SarifFindings, sarifFindings } from './sarif-findings.ts';
import { scanWish } from './scan-paths.ts';
import { exitCodeOf } from './session-end.ts';
import { type Options, text } from './setting.ts';
import { writeProgram } from './write-program.ts';

/** What came of one file. */
interface FileEnd {
  readonly path: string;
  readonly reported: number;
  /** Of those reported, how many still stand in the result; absent when nobody could look. */
  readonly left: number | undefined;
  readonly verdict: string;
  readonly code: ExitCode;
  readonly explanation: string;
  readonly files: SourceFiles;
}

const REPORTING = { format: '--format', json: '--json', output: '--output', interactive: '--interactive' };

/** `seccode fix --sarif`: one session per file with open findings, worst file first, and one patch in the end. */
export async function runFixSarif(
  paths: readonly string[],
  options: Options,
  config: Config,
  context: CliContext,
): Promise<void> {
  const { terminal } = context;
  refuseFlags(options, REPORTING, (flag) => ({
    message: `${flag} and --sarif exclude each other: there is a session for each file.`,
    remedy: `Leave ${flag} out, and look at a session with \`seccode sessions show\`.`,
  }));
  const folder = terminal.process.cwd();
  const where = paths.length === 0 ? ['.'] : paths;
  const given = await collectFiles(where, folder, await extensions.syntax(), config.ignore);
  const found = await sarifFindings(text(options['sarif']) ?? '', given, folder);
  tellGaps(found, context);
  const work = found.files
    .map(({ file, findings }) => ({ file, findings: findings.filter((finding) => isOpen(finding, config)) }))
    .filter(({ findings }) => findings.length > 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  const ends: FileEnd[] = [];
  try {
    const fixing = options['model'] === false ? withoutModel : withModel;
    for await (const end of fixing({ work, found, given, options, config, context })) {
      ends.push(end);
      if (options['write'] === true) await write(end, given, context);
    }
  } finally {
    // What is done stays done, also when the run is interrupted.
    if (options['write'] !== true) {
      const after = ends.flatMap(({ files }) => files);
      const before = given.files.filter(({ path }) => after.some((file) => file.path === path));
      const patch = patchText(before, after, terminal.hasColour);
      await (terminal.hasColour ? terminal.outFormatted(patch) : terminal.out(patch));
      if (patch !== '') terminal.note('Nothing was written: pass --write to change the files.');
    }
  }
  for (const line of tableOf(ends)) terminal.note(line);
  const isPartial = found.stale.length > 0 || found.gaps.length > 0;
  const codes: readonly ExitCode[] = [...ends.map(({ code }) => code), ...(isPartial ? [EXIT.undecided] : [])];
  const worst = codes.find((code) => code === EXIT.undecided) ?? codes.find((code) => code !== EXIT.clean);
  if (worst === undefined) context.end(EXIT.clean);
  else context.end(worst, `exit ${String(worst)}: ${worst === EXIT.undecided ? 'undecided' : 'findings are left'}`);
}

interface Job {
  readonly work: readonly FileFindings[];
  readonly found: SarifFindings;
  readonly given: CollectedFiles;
  readonly options: Options;
  readonly config: Config;
  readonly context: CliContext;
}

async function* withModel({ work, found, options, config, context }: Job): AsyncGenerator<FileEnd> {
  const { terminal } = context;
  const stage = await openStage(options, context);
  const startedMs = stage.host.nowMs();
  let tokens = 0;
  let cost: Cost = 0;
  try {
    for (const [index, { file, findings }] of work.entries()) {
      const limits = limitsLeft(config.limits, { tokens, cost, elapsedMs: stage.host.nowMs() - startedMs });
      const reported = findings.length;
      if (limits === undefined) {
        const explanation = 'A limit of the whole run was reached before this file.';
        yield {
          path: file.path,
          reported,
          left: reported,
          verdict: 'undecided',
          code: EXIT.undecided,
          explanation,
          files: [],
        };
        continue;
      }
      terminal.note(
        `file ${String(index + 1)} of ${String(work.length)}: ${file.path}, ${plural(reported, 'finding')}`,
      );
      const request = text(options['request']) ?? '';
      const wish = wishFor({ ...config, limits }, options, { kind: 'fix', request, files: [file] });
      const imported = { tool: found.tool, version: found.version, findings };
      const result = await startSession(
        { ...wish, imported },
        callSettings(config),
        extensions,
        stage.host,
        stage.watch,
      );
      const { state, verdict } = result;
      tokens += totalTokens(state.usage) + state.estimatedTokens;
      cost = addCost(cost, state.cost);
      const left = state.best?.outcomes.find(({ detector }) => detector === IMPORTED)?.findings.length;
      terminal.note(`${file.path}: ${verdict.verdict}. ${verdict.explanation}`);
      yield {
        path: file.path,
        reported,
        left,
        verdict: verdict.verdict,
        code: exitCodeOf(verdict),
        explanation: verdict.explanation,
        files: result.files,
      };
    }
  } finally {
    stage.stop();
  }
}

/** What the sessions before have left of the limits; `undefined` when that is nothing. */
function limitsLeft(
  limits: Limits,
  spent: { readonly tokens: number; readonly cost: Cost; readonly elapsedMs: number },
): Limits | undefined {
  const { maxTokens, maxCostMicroUsd, timeoutMs, ...rest } = limits;
  const tokens = maxTokens === undefined ? undefined : maxTokens - spent.tokens;
  // An unknown price is not none: the session itself refuses to go on with it.
  const money =
    maxCostMicroUsd === undefined || spent.cost === 'unknown' ? maxCostMicroUsd : maxCostMicroUsd - spent.cost;
  const time = timeoutMs === undefined ? undefined : timeoutMs - spent.elapsedMs;
  if ([tokens, money, time].some((amount) => amount !== undefined && amount <= 0)) return undefined;
  return {
    ...rest,
    ...(tokens === undefined ? {} : { maxTokens: tokens }),
    ...(money === undefined ? {} : { maxCostMicroUsd: money }),
    ...(time === undefined ? {} : { timeoutMs: time }),
  };
}

async function* withoutModel({ work, found, given, options, config, context }: Job): AsyncGenerator<FileEnd> {
  const wish = await scanWish(options, config, given.root, context);
  const syntax = await extensions.syntax();
  for (const { file, findings } of work) {
    const detector = importedDetector({ tool: found.tool, version: found.version, findings }, [file]);
    const { signal, nowMs } = wish;
    const { files, report } = await fixDirectly([file], async (now) => {
      const scanned = await scan({ files: now, skipped: [] }, wish, extensions);
      const outcome = await runDetector({ detector, files: now, syntax, signal, nowMs, timeoutMs: 60_000 });
      return { ...scanned, detectors: [...scanned.detectors, outcome] };
    });
    const left = report.detectors.find((outcome) => outcome.detector === IMPORTED)?.findings.length;
    const { verdict } = scanVerdict(report);
    const isClean = verdict === 'secure';
    yield {
      path: file.path,
      reported: findings.length,
      left,
      verdict: isClean ? 'undecided' : verdict,
      code: verdict === 'vulnerable' ? EXIT.findings : EXIT.undecided,
      explanation: isClean ? `${found.tool} was not run again: run it and compare.` : '',
      files,
    };
  }
}

async function write({ path, files }: FileEnd, given: CollectedFiles, { terminal }: CliContext): Promise<void> {
  const changed = files.filter(
    (file) => !given.files.some((before) => before.path === file.path && before.text === file.text),
  );
  if (changed.length === 0) return;
  refuseInexact({ inexact: given.inexact.filter((name) => name === path) });
  const written = await writeProgram({ files: changed, folder: given.root, mayReplace: true, expected: given.files });
  for (const name of written) terminal.note(`wrote ${name}`);
}

function tellGaps({ stale, gaps, suppressed, tool }: SarifFindings, { terminal }: CliContext): void {
  for (const gap of gaps) terminal.note(`warning: ${gap}`);
  for (const { span, rule } of stale) {
    const place = `${span.path}:${String(span.startLine)}`;
    terminal.note(`stale: ${place} (${rule}) is not the code that ${tool} saw; run it again. It was not fixed.`);
  }
  if (suppressed > 0) terminal.note(`${plural(suppressed, 'finding')} suppressed in the SARIF file, left alone.`);
}

function tableOf(ends: readonly FileEnd[]): readonly string[] {
  if (ends.length === 0) return ['No finding of the SARIF file is at or above the thresholds.'];
  const rows = ends.map(({ path, reported, left, verdict }) => [
    path,
    String(reported),
    left === undefined ? '?' : String(Math.max(0, reported - left)),
    left === undefined ? '?' : String(left),
    verdict,
  ]);
  const table = [['file', 'reported', 'fixed', 'left', 'verdict'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}

function weightOf({ findings }: { readonly findings: readonly Pick<Finding, 'severity'>[] }): number {
  return findings.reduce((sum, { severity }) => sum + 10 ** SEVERITIES.indexOf(severity), 0);
}

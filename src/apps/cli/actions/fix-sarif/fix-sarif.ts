import { SecCodeError } from '#core/errors.ts';
import type { Finding } from '#core/finding.ts';
import { SEVERITIES } from '#core/severity.ts';
import { isOpen } from '#engine/detection/threshold.ts';
import { plural } from '#engine/reports/amounts.ts';
import { extensions } from '../../../compose.ts';
import type { Config } from '../../../config/config.ts';
import { type CollectedFiles, collectFiles } from '../../../workbench/collect-files.ts';
import type { CliContext } from '../../context.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import { patchText } from '../../render/patch.ts';
import { fixSarifBySessions } from './sessions.ts';
import { fixSarifDirectly } from './directly.ts';
import { formatReport, writeReports } from '../outputs.ts';
import { refuseFlags } from '../refuse-flags.ts';
import { refuseInexact } from '../refuse-inexact.ts';
import { refuseLoopFlags } from '../refuse-loop-flags.ts';
import { type FileEnd, tableOf } from './file-end.ts';
import { type SarifFindings, sarifFindings } from './findings.ts';
import type { SarifJob } from './job.ts';
import { sarifReport } from './report.ts';
import { type Options, text } from '../setting.ts';
import { writeProgram } from '../write-program.ts';

/** Lines about stale findings; a report has them all. */
const MAX_LINES = 20;
/** Findings of one file for one session. */
const MAX_FINDINGS = 100;

/** `seccode fix --sarif`: one session per file with open findings, worst file first, and one patch in the end. */
export async function runFixSarif(
  paths: readonly string[],
  options: Options,
  config: Config,
  context: CliContext,
): Promise<void> {
  const { terminal, signal } = context;
  const isWithoutModel = options['model'] === false;
  if (isWithoutModel) refuseLoopFlags(options);
  if (options['resume'] === true) refuseUnstored(options);
  const folder = terminal.process.cwd();
  const where = paths.length === 0 ? ['.'] : paths;
  const given = await collectFiles(where, folder, await extensions.syntax(), config.ignore);
  const read = await sarifFindings(text(options['sarif']) ?? '', given, folder);
  const open = read.files
    .map((one) => ({ ...one, findings: one.findings.filter((finding) => isOpen(finding, config)) }))
    .filter(({ findings }) => findings.length > 0)
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  const { work, gaps } = isWithoutModel ? { work: open, gaps: [] } : worstOf(open);
  const found = { ...read, gaps: [...read.gaps, ...gaps] };
  tellGaps(found, context);
  const job: SarifJob = { work, given, options, config, context };
  const ends: FileEnd[] = [];
  const written = new Set<string>();
  try {
    for await (const made of isWithoutModel ? fixSarifDirectly(job) : fixSarifBySessions(job)) {
      const kept = keepApart(made, given, ends);
      const end = options['write'] === true ? await write(kept, given, written, context) : kept;
      ends.push(end);
      const session = end.sessionId === undefined ? '' : ` (session ${end.sessionId})`;
      terminal.note(`${end.path}: ${end.verdict}. ${end.explanation}${session}`);
    }
  } finally {
    // What is done stays done, also when the run is interrupted.
    await deliver(ends, written, found, job);
    if (signal.aborted) tellRest(ends, job);
  }
  endWith(ends, found, context);
}

/** What a prompt can hold: of a file with more findings the worst are fixed, and the others told. */
function worstOf(open: SarifJob['work']): Pick<SarifJob, 'work'> & { readonly gaps: readonly string[] } {
  return {
    work: open.map((one) => ({
      ...one,
      findings: one.findings
        .toSorted((a, b) => weightOf({ findings: [b] }) - weightOf({ findings: [a] }))
        .slice(0, MAX_FINDINGS),
    })),
    gaps: open
      .filter(({ findings }) => findings.length > MAX_FINDINGS)
      .map(
        ({ file, findings }) =>
          `${file.path} has ${plural(findings.length, 'finding')}; the session is given the ${String(MAX_FINDINGS)} worst.`,
      ),
  };
}

function refuseUnstored(options: Options): void {
  refuseFlags({ noStore: options['store'] === false }, { noStore: '--no-store' }, (flag) => ({
    message: `${flag} and --resume exclude each other: what is not kept cannot be taken up.`,
    remedy: 'Choose one of them.',
  }));
}

/** A session sees its own file alone: what it says of others that are there, or that were made before, is not used. */
function keepApart(end: FileEnd, given: CollectedFiles, before: readonly FileEnd[]): FileEnd {
  const known = new Set([...given.files, ...before.flatMap(({ files }) => files)].map(({ path }) => path));
  const [strange] = end.files.filter(({ path }) => path !== end.path && known.has(path));
  if (strange === undefined) return end;
  return {
    ...end,
    left: end.reported,
    verdict: 'undecided',
    code: EXIT.undecided,
    explanation: `The fix also changes ${strange.path}, which its session did not see, so it was left out.`,
    files: [],
    outcomes: [],
  };
}

/** Writes what one file became, all of it or nothing; where that cannot be, the patch will hold it. */
async function write(
  end: FileEnd,
  given: CollectedFiles,
  written: Set<string>,
  { terminal }: CliContext,
): Promise<FileEnd> {
  const changed = end.files.filter(
    (file) => !given.files.some((before) => before.path === file.path && before.text === file.text),
  );
  if (changed.length === 0) return end;
  try {
    refuseInexact({ inexact: given.inexact.filter((name) => changed.some(({ path }) => path === name)) });
    const names = await writeProgram({ files: changed, folder: given.root, mayReplace: true, expected: given.files });
    for (const name of names) terminal.note(`wrote ${name}`);
    written.add(end.path);
    return end;
  } catch (error) {
    const isOfTheMachine = error instanceof Error && 'syscall' in error;
    if (!(error instanceof SecCodeError) && !isOfTheMachine) throw error;
    const remedy = error instanceof SecCodeError ? ` ${error.remedy}` : '';
    const explanation = `It was not written: ${error.message}${remedy} ${end.explanation}`;
    return { ...end, code: EXIT.undecided, verdict: 'undecided', explanation };
  }
}

/** The reports that were asked for, else the patch of everything that is not written; then a line for each file. */
async function deliver(
  ends: readonly FileEnd[],
  written: ReadonlySet<string>,
  found: SarifFindings,
  job: SarifJob,
): Promise<void> {
  const { given, options, config, context } = job;
  const { terminal } = context;
  const isReported = options['format'] !== undefined || options['json'] === true;
  if (isReported || config.output.length > 0) {
    const report = await sarifReport(ends, job, found);
    await writeReports(report, config.output, terminal);
    if (isReported) await terminal.outFormatted(await formatReport(report, config.format, terminal));
  }
  if (!isReported) {
    const after = ends.filter(({ path }) => !written.has(path)).flatMap(({ files }) => files);
    const before = given.files.filter(({ path }) => after.some((file) => file.path === path));
    const patch = patchText(before, after, terminal.hasColour);
    await (terminal.hasColour ? terminal.outFormatted(patch) : terminal.out(patch));
    if (patch !== '' && options['write'] !== true) {
      terminal.note('Nothing was written: pass --write to change the files, or give this patch to git apply.');
    }
  }
  if (job.work.length === 0) terminal.note('No finding of the SARIF file is at or above the thresholds.');
  for (const line of ends.length === 0 ? [] : tableOf(ends)) terminal.note(line);
}

function tellRest(ends: readonly FileEnd[], { work, options, context }: SarifJob): void {
  const rest = work.filter(({ file }) => !ends.some(({ path }) => path === file.path));
  for (const { file, findings } of rest)
    context.terminal.note(`not done: ${file.path}, ${plural(findings.length, 'finding')}`);
  const how =
    options['model'] === false || options['store'] === false
      ? 'Run the same command again.'
      : 'Run the same command with --resume to go on: nothing is asked twice.';
  context.end(EXIT.interrupted, `Interrupted. ${how}`);
}

function endWith(ends: readonly FileEnd[], { stale, gaps }: SarifFindings, { end }: CliContext): void {
  const isPartial = stale.length > 0 || gaps.length > 0;
  const codes: readonly ExitCode[] = [...ends.map(({ code }) => code), ...(isPartial ? [EXIT.undecided] : [])];
  const worst = codes.find((code) => code === EXIT.undecided) ?? codes.find((code) => code !== EXIT.clean);
  if (worst === undefined) end(EXIT.clean);
  else {
    const count = ends.filter(({ code }) => code === worst).length;
    const files =
      count === 0
        ? 'not every finding could be looked at'
        : `${plural(count, 'file')} ${worst === EXIT.undecided ? 'undecided' : 'with findings left'}`;
    end(worst, `exit ${String(worst)}: ${files}`);
  }
}

function tellGaps({ stale, gaps, suppressed, tool }: SarifFindings, { terminal }: CliContext): void {
  for (const gap of gaps) terminal.note(`warning: ${gap}`);
  for (const { span, rule } of stale.slice(0, MAX_LINES)) {
    const place = `${span.path}:${String(span.startLine)}`;
    terminal.note(`stale: ${place} (${rule}) is not the code that ${tool} saw; run it again. It was not fixed.`);
  }
  if (stale.length > MAX_LINES) terminal.note(`stale: ${plural(stale.length - MAX_LINES, 'more finding')}.`);
  if (suppressed > 0) terminal.note(`${plural(suppressed, 'finding')} suppressed in the SARIF file, left alone.`);
}

function weightOf({ findings }: { readonly findings: readonly Pick<Finding, 'severity'>[] }): number {
  return findings.reduce((sum, { severity }) => sum + 10 ** SEVERITIES.indexOf(severity), 0);
}

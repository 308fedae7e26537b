import { SecCodeError } from '#core/errors.ts';
import { type BaselineEntry, extendBaseline, isDay } from '#engine/detection/baseline.ts';
import { plural } from '#engine/reports/amounts.ts';
import type { ScanBaseline, ScanReport } from '#engine/reports/format.ts';
import { coverageGaps, scanVerdict } from '#engine/reports/scan-verdict.ts';
import { DEFAULT_BASELINE, readBaselineFile, writeBaselineFile } from '../../workbench/baseline-file.ts';
import { dayOf } from '../../workbench/heed-baseline.ts';
import type { CliContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { scanPaths } from './scan-paths.ts';
import { type Options, settle, text } from './setting.ts';

/** `seccode baseline create`. */
export async function createBaseline(paths: readonly string[], options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const said = saidIn(options);
  const file = text(options['baseline']) ?? DEFAULT_BASELINE;
  const folder = terminal.process.cwd();
  // A new file may be named; only one that is there is read.
  const before = await readBaselineFile(file, folder).catch((error: unknown) => {
    if (error instanceof SecCodeError && error.message.endsWith('does not exist.')) return undefined;
    throw error;
  });
  const report = await look(paths, { ...options, baseline: before === undefined ? false : file }, context);
  const open = scanVerdict(report).open;
  const today = dayOf(Date.now());
  const after = extendBaseline(before?.baseline ?? { entries: [] }, open, said, today);
  for (const gap of coverageGaps(report.detectors)) terminal.note(`warning: ${gap}`);
  if (open.length === 0) return terminal.note('No finding is open: there is nothing to accept.');
  await writeBaselineFile(file, folder, after);
  terminal.note(`${plural(open.length, 'finding')} accepted in ${file}, which now has ${count(after.entries)}.`);
}

/** `seccode baseline prune`. */
export async function pruneBaseline(paths: readonly string[], options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const { read, found } = await judge(paths, options, context);
  const gone = [...found.stale, ...(options['expired'] === true ? found.expired : [])];
  const fingerprints = new Set(gone.map(({ fingerprint }) => fingerprint));
  const entries = read.baseline.entries.filter(({ fingerprint }) => !fingerprints.has(fingerprint));
  if (gone.length === 0) return terminal.note(`Nothing to remove: ${count(read.baseline.entries)} in ${read.file}.`);
  for (const entry of new Set(gone)) terminal.note(`removed ${described(entry)}`);
  await writeBaselineFile(read.file, terminal.process.cwd(), { entries });
  terminal.note(`${read.file} now has ${count(entries)}.`);
}

/** `seccode baseline check`. */
export async function checkBaseline(paths: readonly string[], options: Options, context: CliContext): Promise<void> {
  const { terminal, end } = context;
  const { read, found } = await judge(paths, options, context);
  const faults = [
    ...found.expired.map((entry) => `expired on ${entry.expires ?? ''}: ${described(entry)}`),
    ...found.invalid.map(({ entry, message }) => `does not count: ${described(entry)}. ${message}`),
    ...found.stale.map((entry) => `gone: ${described(entry)}`),
  ];
  for (const fault of faults) await terminal.out(`${fault}\n`);
  if (faults.length === 0)
    return await terminal.out(`${count(read.baseline.entries)} in ${read.file}, all in order.\n`);
  end(
    EXIT.findings,
    `exit 1: ${String(faults.length)} of ${count(read.baseline.entries)} in ${read.file} need attention`,
  );
}

async function judge(
  paths: readonly string[],
  options: Options,
  context: CliContext,
): Promise<{
  readonly read: NonNullable<Awaited<ReturnType<typeof readBaselineFile>>>;
  readonly found: ScanBaseline;
}> {
  const file = text(options['baseline']) ?? DEFAULT_BASELINE;
  const read = await readBaselineFile(file, context.terminal.process.cwd());
  const { baseline: found, detectors } = await look(paths, { ...options, baseline: file }, context);
  for (const gap of coverageGaps(detectors)) context.terminal.note(`warning: ${gap}`);
  if (read === undefined || found === undefined) throw new TypeError('A named baseline is read or refused.');
  return { read, found };
}

async function look(paths: readonly string[], options: Options, context: CliContext): Promise<ScanReport> {
  const { config } = await settle(options, context);
  return await scanPaths(paths.length === 0 ? ['.'] : paths, options, config, context);
}

function saidIn(options: Options): Pick<BaselineEntry, 'reason' | 'owner' | 'expires'> {
  const [reason, owner, expires] = [text(options['reason']), text(options['owner']), text(options['expires'])];
  if (reason === undefined || reason.trim() === '' || owner === undefined || owner.trim() === '') {
    throw new SecCodeError('USAGE', 'An accepted finding needs a reason and an owner.', {
      remedy: 'Pass --reason and --owner.',
    });
  }
  if (expires === undefined) return { reason: reason.trim(), owner: owner.trim() };
  if (!isDay(expires) || expires < dayOf(Date.now())) {
    throw new SecCodeError('USAGE', `'${expires}' is no day from today on.`, {
      remedy: 'Write --expires as 2027-06-30, or leave it out.',
    });
  }
  return { reason: reason.trim(), owner: owner.trim(), expires };
}

function described({ rule, path, owner }: BaselineEntry): string {
  return `${rule} in ${path}${owner === '' ? '' : ` (${owner})`}`;
}

function count(entries: readonly unknown[]): string {
  return entries.length === 1 ? '1 entry' : `${String(entries.length)} entries`;
}

import { SecCodeError } from '#core/errors.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { plural } from '#engine/reports/amounts.ts';
import { extensions } from '../../compose.ts';
import type { Config } from '../../config/config.ts';
import { type CollectedFiles, collectFiles } from '../../workbench/collect-files.ts';
import { type DirectFix, fixDirectly } from '../../workbench/fix-directly.ts';
import { scan } from '../../workbench/scan.ts';
import type { CliContext } from '../context.ts';
import { tuneCompilers } from '../tune-compilers.ts';
import { patchText } from '../render/patch.ts';
import { programText } from '../render/program-text.ts';
import { formatReport, writeReports } from './outputs.ts';
import { refuseInexact } from './refuse-inexact.ts';
import { refuseLoopFlags } from './refuse-loop-flags.ts';
import { endWithScan } from './scan.ts';
import { scanWish } from './scan-paths.ts';
import type { Options } from './setting.ts';
import { fromStdin } from './stdin-file.ts';
import { writeProgram } from './write-program.ts';

/** `seccode fix --no-model`. */
export async function runFixWithoutModel(
  paths: readonly string[],
  options: Options,
  config: Config,
  context: CliContext,
): Promise<void> {
  const { terminal } = context;
  refuseLoopFlags(options);
  const isPiped = paths.length === 1 && paths[0] === '-';
  const given = isPiped ? await fromStdin(options, context) : await fromPaths(paths, config, context);
  tuneCompilers(given.files.reduce((sum, { text }) => sum + text.length, 0));
  const wish = await scanWish(options, config, given.root, context);
  const result = await fixDirectly(
    given.files,
    async (files) => await scan({ files, skipped: given.skipped }, wish, extensions),
  );
  await writeReports(result.report, config.output, terminal);
  const isReported = options['format'] !== undefined || options['json'] === true;
  if (isReported) await terminal.outFormatted(await formatReport(result.report, config.format, terminal));
  const changed = changedFiles(given.files, result.files);
  if (isPiped) {
    if (!isReported) await terminal.out(programText(result.files));
  } else if (options['write'] === true) {
    await writeChanged(given, changed, context);
  } else if (!isReported) {
    const patch = patchText(given.files, result.files, terminal.hasColour);
    await (terminal.hasColour ? terminal.outFormatted(patch) : terminal.out(patch));
  }
  tell(result, context);
  if (!isPiped && changed.length > 0 && options['write'] !== true) {
    terminal.note('Nothing was written: pass --write to change the files.');
  }
  endWithScan(result.report, context);
}

async function fromPaths(paths: readonly string[], config: Config, { terminal }: CliContext): Promise<CollectedFiles> {
  const found = await collectFiles(paths, terminal.process.cwd(), await extensions.syntax(), config.ignore);
  if (found.files.length > 0) return found;
  throw new SecCodeError('INPUT_INVALID', 'There is no source file to fix.', {
    remedy: 'Name files in a language that SecCode knows; `seccode doctor` lists them.',
  });
}

async function writeChanged(given: CollectedFiles, changed: SourceFiles, { terminal }: CliContext): Promise<void> {
  if (changed.length === 0) return;
  refuseInexact({ inexact: given.inexact.filter((path) => changed.some((file) => file.path === path)) });
  const written = await writeProgram({
    files: changed,
    folder: given.root,
    mayReplace: true,
    expected: given.files,
  });
  for (const path of written) terminal.note(`wrote ${path}`);
}

function changedFiles(before: SourceFiles, after: SourceFiles): SourceFiles {
  const texts = new Map(before.map(({ path, text }) => [path, text]));
  return after.filter(({ path, text }) => texts.get(path) !== text);
}

function tell({ fixed, dropped }: DirectFix, { terminal }: CliContext): void {
  terminal.note(
    fixed.length === 0
      ? 'No finding here has a fix that needs no model.'
      : `${plural(fixed.length, 'finding')} fixed without a model.`,
  );
  for (const { finding, reason } of dropped) {
    const { span, rule } = finding;
    terminal.note(`The fix of ${span.path}:${String(span.startLine)} (${rule}) was not made: ${reason}`);
  }
}

import { resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import { chooseModel } from '#engine/models/choose-model.ts';
import { scanVerdict } from '#engine/reports/scan-verdict.ts';
import { extensions, load } from '../../compose.ts';
import type { Config } from '../../config/config.ts';
import { type CollectedFiles, collectFiles } from '../../workbench/collect-files.ts';
import { type Models, openModels, providerOptions } from '../../workbench/models.ts';
import { scan } from '../../workbench/scan.ts';
import { callSettings } from '../../workbench/from-config.ts';
import type { CliContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { preferQuickStart } from '../quick-start.ts';
import { stdinPath } from './fix.ts';
import { checkOutputs, formatReport, writeReports } from './outputs.ts';
import { readStdin } from './read-stdin.ts';
import { hostFor, type Options, settle, text, texts } from './setting.ts';

/** `seccode scan`. */
export async function runScan(paths: readonly string[], options: Options, context: CliContext): Promise<void> {
  const { terminal, signal, end } = context;
  const { config } = await settle(options, context);
  await checkOutputs(config.output, context.terminal);
  const found = await filesToScan(paths, options, config, context);
  preferQuickStart(found.files.reduce((sum, { text: content }) => sum + content.length, 0));
  const detectors = texts(options['detector']);
  const models = await modelsFor(detectors ?? [], config, context);
  try {
    const report = await scan(
      found,
      {
        ...(detectors === undefined ? {} : { detectors }),
        failOn: config.failOn,
        minConfidence: config.minConfidence,
        ...(models === undefined ? {} : { models }),
        limits: config.limits,
        nowMs: Date.now,
        signal,
      },
      extensions,
    );
    await writeReports(report, config.output, terminal);
    await terminal.outFormatted(await formatReport(report, config.format, terminal));
    const { verdict, open, gaps } = scanVerdict(report);
    if (options['exitZero'] === true || verdict === 'secure') end(EXIT.clean);
    else if (verdict === 'vulnerable') end(EXIT.findings, `exit 1: ${String(open.length)} open`);
    else
      end(EXIT.undecided, `exit 2: undecided: ${gaps[0] ?? 'no detector here knows the weaknesses of these files.'}`);
  } finally {
    await models?.close();
  }
}

async function filesToScan(
  paths: readonly string[],
  options: Options,
  config: Config,
  { terminal }: CliContext,
): Promise<CollectedFiles> {
  const folder = terminal.process.cwd();
  const syntax = await extensions.syntax();
  if (paths.length === 1 && paths[0] === '-') {
    const path = stdinPath(text(options['stdinFilename']), undefined);
    return { root: resolve(folder), files: [{ path, text: await readStdin(terminal) }], inexact: [], skipped: [] };
  }
  const found = await collectFiles(paths, folder, syntax, config.ignore);
  if (found.files.length > 0 || found.skipped.length > 0) return found;
  throw new SecCodeError('INPUT_INVALID', 'There is no source file to look at.', {
    remedy: 'Name files or folders with code in a language that SecCode knows; `seccode doctor` lists them.',
  });
}

/** A scan opens a model only when a detector that needs one was asked for by name. */
async function modelsFor(names: readonly string[], config: Config, context: CliContext): Promise<Models | undefined> {
  const chosen = await Promise.all(names.map((name) => load(extensions.detectors, name, 'detector')));
  if (!chosen.some(({ needsModel }) => needsModel)) return undefined;
  const host = hostFor(context);
  const calls = callSettings(config);
  const model =
    config.reviewerModel ?? config.model ?? (await chooseModel(extensions.providers, providerOptions(host, calls)));
  return await openModels({ model, limits: config.limits }, calls, extensions.providers, host);
}

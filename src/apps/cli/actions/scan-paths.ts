import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { detectorGroups } from '#engine/detection/detector-groups.ts';
import { chooseModel } from '#engine/models/choose-model.ts';
import type { ScanReport } from '#engine/reports/format.ts';
import { extensions, load } from '../../compose.ts';
import type { Config } from '../../config/config.ts';
import { readBaselineFile } from '../../workbench/baseline-file.ts';
import { type CollectedFiles, collectFiles } from '../../workbench/collect-files.ts';
import { callSettings } from '../../workbench/from-config.ts';
import { type Models, openModels, providerOptions } from '../../workbench/models.ts';
import { scan, type ScanWish } from '../../workbench/scan.ts';
import { openTools } from '../../workbench/tools.ts';
import type { CliContext } from '../context.ts';
import { tuneCompilers } from '../tune-compilers.ts';
import { readStdin } from './read-stdin.ts';
import { hostFor, type Options, text, texts } from './setting.ts';
import { stdinPath } from './stdin-file.ts';

/** Scans what a person named, as the flags and settings say. */
export async function scanPaths(
  paths: readonly string[],
  options: Options,
  config: Config,
  context: CliContext,
): Promise<ScanReport> {
  const found = await filesToScan(paths, options, config, context);
  tuneCompilers(found.files.reduce((sum, { text: content }) => sum + content.length, 0));
  const models = await modelsFor(texts(options['detector']) ?? [], config, context);
  try {
    const wish = await scanWish(options, config, found.root, context);
    return await scan(found, { ...wish, ...(models === undefined ? {} : { models }) }, extensions);
  } finally {
    await models?.close();
  }
}

/** How to scan by the flags and settings, without a model. */
export async function scanWish(options: Options, config: Config, root: string, context: CliContext): Promise<ScanWish> {
  const { terminal, signal } = context;
  const detectors = texts(options['detector']);
  const baseline = await readBaselineFile(options['baseline'], terminal.process.cwd());
  const concurrency = options['concurrency'];
  return {
    ...(typeof concurrency === 'number' ? { concurrency } : {}),
    ...(detectors === undefined ? {} : { detectors }),
    rules: { only: config.rules, without: config.withoutRules },
    ...(baseline === undefined
      ? {}
      : { baseline: { ...baseline, isGone: (path: string) => !existsSync(join(root, path)) } }),
    failOn: config.failOn,
    minConfidence: config.minConfidence,
    limits: config.limits,
    ...(config.detectorTimeoutMs === undefined ? {} : { detectorTimeoutMs: config.detectorTimeoutMs }),
    ...(config.detectorSettings === undefined ? {} : { detectorSettings: config.detectorSettings }),
    tools: openTools(extensions, hostFor(context, config)),
    nowMs: Date.now,
    signal,
  };
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
  const named = await namedDetectors(texts(options['detector']) ?? []);
  const isWanted = (file: string): boolean => named.some(({ reads }) => reads?.(file) === true);
  const found = await collectFiles(paths, folder, syntax, config.ignore, isWanted);
  if (found.files.length > 0 || found.skipped.length > 0) return found;
  throw new SecCodeError('INPUT_INVALID', 'There is no source file to look at.', {
    remedy: 'Name files or folders with code in a language that SecCode knows; `seccode doctor` lists them.',
  });
}

/** Those that were asked for one by one, not as part of a group. */
async function namedDetectors(names: readonly string[]): Promise<readonly Detector[]> {
  const groups = detectorGroups((await extensions.syntax()).languages);
  const single = names.filter((name) => !groups.includes(name));
  return await Promise.all(single.map((name) => load(extensions.detectors, name, 'detector')));
}

/** A scan opens a model only when a detector that needs one was asked for by name. */
export async function modelsFor(
  names: readonly string[],
  config: Config,
  context: CliContext,
): Promise<Models | undefined> {
  const chosen = await namedDetectors(names);
  if (!chosen.some(({ needsModel }) => needsModel)) return undefined;
  const host = hostFor(context);
  const calls = callSettings(config);
  const model =
    config.reviewerModel ?? config.model ?? (await chooseModel(extensions.providers, providerOptions(host, calls)));
  return await openModels({ model, limits: config.limits }, calls, extensions.providers, host);
}

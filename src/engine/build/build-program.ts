import type { SourceFiles } from '#core/source-file.ts';
import type { DetectorContext } from '../detection/detector.ts';
import type { Toolbox } from '../sandbox/toolbox.ts';
import type { BuildReport, Toolchain } from './toolchain.ts';
import { usableToolchains } from './usable-toolchains.ts';

/** What building needs of a detector's context. */
export type BuildContext = Pick<DetectorContext, 'tools' | 'toolchains' | 'syntax' | 'signal'>;

/** Programs whose reports are kept: the candidate, and the best before it. */
const KEPT = 4;

/** Reports of finished builds, by the tools that made them: the gate and the warnings speak of the same build. */
const finished = new WeakMap<Toolbox, Map<string, BuildReport>>();

/**
 * Builds a program, each language with the best toolchain that is usable here.
 *
 * A file in a language that nothing here builds is not built, with that as its reason.
 *
 * @throws {SecCodeError} whatever a toolchain throws.
 */
export async function buildProgram(files: SourceFiles, context: BuildContext): Promise<BuildReport> {
  const { tools, signal } = context;
  const kept = finished.get(tools) ?? new Map<string, BuildReport>();
  finished.set(tools, kept);
  const key = JSON.stringify(files.map(({ path, text }) => [path, text]));
  const known = kept.get(key);
  if (known !== undefined) return known;

  const { groups, unknown } = await groupFiles(files, context);
  const reports: BuildReport[] = [];
  for (const [toolchain, group] of groups) {
    signal.throwIfAborted();
    reports.push(await toolchain.build(group, tools, signal));
  }
  const report = {
    version: reports.map(({ version }) => version).join(', '),
    faults: reports.flatMap(({ faults }) => faults),
    notBuilt: [...reports.flatMap(({ notBuilt }) => notBuilt), ...unknown],
    findings: reports.flatMap(({ findings }) => findings),
  };
  kept.set(key, report);
  for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
  return report;
}

interface Groups {
  readonly groups: ReadonlyMap<Toolchain, SourceFiles>;
  readonly unknown: BuildReport['notBuilt'];
}

async function groupFiles(files: SourceFiles, { tools, toolchains, syntax }: BuildContext): Promise<Groups> {
  const usable = await usableToolchains((await toolchains?.()) ?? [], tools);
  const groups = new Map<Toolchain, SourceFiles>();
  const unknown: { path: string; reason: string }[] = [];
  for (const file of files) {
    const language = syntax.languageOf(file.path);
    const toolchain = language === undefined ? undefined : usable.get(language.id);
    if (toolchain === undefined) {
      unknown.push({ path: file.path, reason: `Nothing on this machine builds ${language?.title ?? 'it'}.` });
    } else groups.set(toolchain, [...(groups.get(toolchain) ?? []), file]);
  }
  return { groups, unknown };
}

import { SecCodeError } from '#core/errors.ts';
import { PROOFS_FOLDER } from '#engine/behaviour/regression-files.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { extensions } from '../../compose.ts';
import type { Config } from '../../config/config.ts';
import { type CollectedFiles, collectFiles } from '../../workbench/collect-files.ts';
import { startSession } from '../../workbench/start-session.ts';
import { callSettings } from '../../workbench/from-config.ts';
import type { CliContext } from '../context.ts';
import { patchText } from '../render/patch.ts';
import { programText } from '../render/program-text.ts';
import { requirePerson } from './generate.ts';
import { refuseInexact } from './refuse-inexact.ts';
import { checkOutputs } from './outputs.ts';
import { openStage, showReports, wishFor } from './run-and-report.ts';
import { endWith } from './session-end.ts';
import { MAX_SESSION_CHARACTERS } from './session-size.ts';
import { type Options, settle, text } from './setting.ts';
import { fromStdin } from './stdin-file.ts';
import { writeProgram } from './write-program.ts';
import { writeProofs } from './write-proofs.ts';

/** `seccode fix`. */
export async function runFix(paths: readonly string[], options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  if (options['write'] === true && options['dryRun'] === true) {
    throw new SecCodeError('USAGE', '--write and --dry-run exclude each other.', { remedy: 'Choose one of them.' });
  }
  if (options['interactive'] === true) requirePerson(context);
  if (options['resume'] === true && options['sarif'] === undefined) {
    throw new SecCodeError('USAGE', '--resume goes with --sarif: it takes up the sessions of many files.', {
      remedy: 'Go on with a single session by `seccode sessions resume`.',
    });
  }
  if (options['sarif'] === undefined && paths.length === 0) {
    throw new SecCodeError('USAGE', 'There is nothing to fix: no path was given.', {
      remedy: 'Name files or folders, or pass --sarif with what an analyser reports.',
    });
  }
  const isWithoutModel = options['model'] === false;
  const { config } = await settle(isWithoutModel ? { ...options, model: undefined } : options, context);
  await checkOutputs(config.output, terminal);
  if (options['sarif'] !== undefined) {
    const { runFixSarif } = await import('./fix-sarif/fix-sarif.ts');
    return await runFixSarif(paths, options, config, context);
  }
  if (isWithoutModel) {
    const { runFixWithoutModel } = await import('./fix-without-model.ts');
    return await runFixWithoutModel(paths, options, config, context);
  }
  const isPiped = paths.length === 1 && paths[0] === '-';
  const given = isPiped ? await fromStdin(options, context) : await fromPaths(paths, config, context);
  const stage = await openStage(options, context, config);
  try {
    const wish = wishFor(config, options, { kind: 'fix', request: text(options['request']) ?? '', files: given.files });
    const result = await startSession(wish, callSettings(config), extensions, stage.host, stage.watch);
    stage.stop();
    const isReported = await showReports(result, config, options, context);
    const isChanged = !sameFiles(given.files, result.files);
    if (isPiped) {
      if (!isReported) await terminal.out(programText(result.files.length > 0 ? result.files : given.files));
    } else if (options['write'] === true && isChanged) {
      refuseInexact(given);
      const changed = result.files.filter(
        ({ path, text: now }) => !given.files.some((file) => file.path === path && file.text === now),
      );
      const written = await writeProgram({
        files: changed,
        folder: given.root,
        mayReplace: true,
        expected: given.files,
      }).catch(async (error: unknown) => {
        if (!isReported) await terminal.out(patchText(given.files, result.files, false));
        throw error;
      });
      for (const path of written) terminal.note(`wrote ${path}`);
      await writeProofs(result, given.root, terminal);
    } else if (!isReported) {
      const patch = patchText(given.files, result.files, terminal.hasColour);
      await (terminal.hasColour ? terminal.outFormatted(patch) : terminal.out(patch));
      if (isChanged && options['write'] !== true)
        terminal.note(
          result.proofFiles.length === 0
            ? 'Nothing was written: pass --write to change the files.'
            : `Nothing was written: pass --write to change the files and to keep the pairs of inputs in ${PROOFS_FOLDER}/.`,
        );
    }
    endWith(result, context);
  } finally {
    stage.stop();
  }
}

async function fromPaths(paths: readonly string[], config: Config, { terminal }: CliContext): Promise<CollectedFiles> {
  const found = await collectFiles(paths, terminal.process.cwd(), await extensions.syntax(), config.ignore);
  const { files, skipped } = found;
  const [unseen] = skipped;
  if (unseen !== undefined) {
    throw new SecCodeError('INPUT_INVALID', `'${unseen.path}' cannot be checked. ${unseen.reason}`, {
      remedy: 'Name the files to fix one by one, or leave this one out with a .seccodeignore file.',
    });
  }
  if (files.length === 0) {
    throw new SecCodeError('INPUT_INVALID', 'There is no source file to fix.', {
      remedy: 'Name files in a language that SecCode knows; `seccode doctor` lists them.',
    });
  }
  const size = files.reduce((sum, file) => sum + file.text.length, 0);
  if (size > MAX_SESSION_CHARACTERS) {
    throw new SecCodeError(
      'INPUT_INVALID',
      `These files have ${String(size)} characters; a session takes ${String(MAX_SESSION_CHARACTERS)}.`,
      {
        remedy: 'Name fewer files, such as those that `seccode scan` finds something in.',
      },
    );
  }
  return found;
}

function sameFiles(before: SourceFiles, after: SourceFiles): boolean {
  return after.every(({ path, text: now }) => before.some((file) => file.path === path && file.text === now));
}

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import { readRecording } from '#engine/models/recording.ts';
import { extensions } from '../../compose.ts';
import { replaySession } from '../../workbench/replay-session.ts';
import type { CliContext } from '../context.ts';
import { EXIT } from '../exit-code.ts';
import { openStage, showReports } from './run-and-report.ts';
import { endWith } from './session-end.ts';
import { type Options, settle, text, texts } from './setting.ts';

/** `seccode replay`. */
export async function runReplay(file: string, options: Options, context: CliContext): Promise<void> {
  const { terminal, end } = context;
  const recording = readRecording(await read(resolve(terminal.process.cwd(), file), file));
  const { config } = await settle(options, context);
  const stage = await openStage(options, context, config);
  try {
    const { sandbox } = config;
    const testCommand = text(options['testCmd']);
    const testFiles = texts(options['testFiles']);
    // Flags alone: what settings ask for was not meant for somebody else's recording.
    const result = await replaySession(recording, extensions, stage.host, stage.watch, {
      ...(testCommand === undefined ? {} : { testCommand }),
      ...(testFiles === undefined ? {} : { testFiles }),
      writesTests: options['tests'] === true,
      proves: options['prove'] === true,
      ...(sandbox === undefined ? {} : { sandbox }),
    });
    stage.stop();
    await showReports(result, config, options, context);
    if (recording.kind === 'scripted') terminal.note('The replies in this recording are scripted, not a model’s.');
    if (result.unasked.length > 0) {
      end(
        EXIT.undecided,
        `exit 2: the recording holds ${String(result.unasked.length)} requests that were not asked this time, from ${result.unasked[0] ?? ''} on.`,
      );
    } else if (result.isDifferent) {
      end(
        EXIT.undecided,
        `exit 2: recorded as ${recording.verdict ?? ''} (${recording.stopReason ?? ''}), now ${result.verdict.verdict} (${result.verdict.stopReason}): the detectors have changed since.`,
      );
    } else endWith(result, context);
  } finally {
    stage.stop();
  }
}

async function read(path: string, asGiven: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new SecCodeError('INPUT_INVALID', `The recording '${asGiven}' cannot be read.`, {
      remedy: 'Name a file written by `seccode sessions export --recording`.',
      cause,
    });
  }
}

import { resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import { nearestName } from '#core/nearest-name.ts';
import { extensions } from '../../compose.ts';
import type { SessionResult } from '../../workbench/run-session.ts';
import { startSession } from '../../workbench/start-session.ts';
import { callSettings } from '../../workbench/from-config.ts';
import type { CliContext } from '../context.ts';
import { programText } from '../render/program-text.ts';
import { readStdin } from './read-stdin.ts';
import { checkOutputs } from './outputs.ts';
import { openStage, showReports, wishFor } from './run-and-report.ts';
import { endWith } from './session-end.ts';
import { type Options, settle, text } from './setting.ts';
import { writeProgram } from './write-program.ts';
import { writeProofs } from './write-proofs.ts';

const COMMANDS = ['generate', 'fix', 'scan', 'sessions', 'replay', 'models', 'doctor', 'config', 'init', 'help'];

/** `seccode "a request"`. */
export async function runGenerate(words: readonly string[], options: Options, context: CliContext): Promise<void> {
  const request = words.length === 1 && words[0] === '-' ? await readStdin(context.terminal) : words.join(' ');
  refuseSlip(words, request);
  const { config } = await settle(options, context);
  await checkOutputs(config.output, context.terminal);
  if (options['interactive'] === true) requirePerson(context);
  const stage = await openStage(options, context, config);
  try {
    const wish = wishFor(config, options, { kind: 'generate', request, files: [] });
    const result = await startSession(wish, callSettings(config), extensions, stage.host, stage.watch);
    stage.stop();
    await deliver(result, options, context, await showReports(result, config, options, context));
  } finally {
    stage.stop();
  }
}

/** Hands the program over: into a folder, or to standard output where no report went there. */
export async function deliver(
  result: SessionResult,
  options: Options,
  context: CliContext,
  isReported: boolean,
): Promise<void> {
  const { terminal } = context;
  if (result.isUnrestored === true) {
    terminal.note(
      'warning: the files have changed or moved since the session began; secrets in the program, if there were any, are placeholders.',
    );
  }
  const folder = text(options['directory']);
  if (folder !== undefined && result.files.length > 0) {
    const written = await writeProgram({
      files: result.files,
      folder: resolve(terminal.process.cwd(), folder),
      mayReplace: options['force'] === true,
    }).catch(async (error: unknown) => {
      // It was paid for: whatever is wrong with the folder, the program is not lost.
      if (!isReported) await terminal.out(programText(result.files));
      throw error;
    });
    for (const path of written) terminal.note(`wrote ${path}`);
    await writeProofs(result, resolve(terminal.process.cwd(), folder), terminal);
  } else if (!isReported) await terminal.out(programText(result.files));
  endWith(result, context);
}

/** More words than this are a request, whatever the first one looks like. */
const SLIP_WORDS = 3;

/** A word or two of which the first is nearly a command is a slip of the keyboard, not a program that somebody wants. */
function refuseSlip(words: readonly string[], request: string): void {
  if (request.trim() === '') {
    throw new SecCodeError('USAGE', 'The request is empty.', { remedy: 'Say what the program is to do.' });
  }
  const [first = ''] = words;
  const isPhrase = /\s/.test(request.trim());
  const meant = words.length <= SLIP_WORDS && !/\s/.test(first) ? nearestName(first, COMMANDS) : undefined;
  if (isPhrase && meant === undefined) return;
  const remedy =
    meant === undefined
      ? 'Say in a few words what the program is to do, or run `seccode --help` for the commands.'
      : `Did you mean \`seccode ${meant}\`? To ask for a program, put the request in quotes.`;
  throw new SecCodeError('USAGE', `'${first}' is neither a command nor a request that says enough.`, { remedy });
}

export function requirePerson({ terminal }: CliContext): void {
  if (terminal.isInteractive) return;
  throw new SecCodeError('USAGE', 'Nobody can be asked: this is not a terminal.', {
    remedy: 'Leave --interactive out, or run the command in a terminal.',
  });
}

import { SecCodeError } from '#core/errors.ts';
import type { SessionSettings } from '#core/settings.ts';
import type { Language } from '#engine/syntax/language.ts';
import type { Extensions } from '../compose.ts';
import type { Host } from './host.ts';
import { chooseSandbox, machineOf } from './tools.ts';

/** What a person wants to see of how the program behaves. */
export interface BehaviourWish {
  /** The person's own tests, for `sh -c` in a sandbox. */
  readonly testCommand?: string;
  /** Files and folders that it needs beside the program. */
  readonly testFiles?: readonly string[];
  /** Have tests written from the request alone. */
  readonly writesTests?: boolean;
  /** Have pairs of inputs made for findings of high severity. */
  readonly proves?: boolean;
  /** By name; absent: the best that works here. */
  readonly sandbox?: string;
}

/** Nothing that was generated runs unless somebody asked for it, and then in a sandbox that is there now. */
export async function settleBehaviour(
  wish: BehaviourWish & { readonly request: string },
  language: Language,
  extensions: Extensions,
  host: Host,
): Promise<Pick<SessionSettings, 'behaviour'>> {
  const { testCommand, testFiles, writesTests = false, proves = false } = wish;
  if (testCommand === undefined && !writesTests && !proves) return {};
  if (writesTests && wish.request.trim() === '') {
    throw new SecCodeError('USAGE', 'Tests are written from the request alone, and there is none.', {
      remedy: 'Say with --request what the program is meant to do, or leave --tests out.',
    });
  }
  if ((writesTests || proves) && language.runner === undefined) {
    throw new SecCodeError('LANGUAGE_UNSUPPORTED', `SecCode cannot run programs in ${language.title}.`, {
      remedy: `Leave ${writesTests ? '--tests' : '--prove'} out, or give a command of your own with --test-cmd.`,
    });
  }
  const sandbox = await chooseSandbox(extensions, machineOf(host), wish.sandbox);
  return {
    behaviour: {
      ...(testCommand === undefined ? {} : { testCommand }),
      ...(testFiles === undefined ? {} : { testFiles }),
      writesTests,
      proves,
      sandbox: sandbox.name,
    },
  };
}

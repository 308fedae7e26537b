import type { BehaviourSettings } from '#core/behaviour.ts';
import { SecCodeError } from '#core/errors.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import type { Extensions } from '../compose.ts';
import type { Host } from './host.ts';
import type { BehaviourWish } from './settle-behaviour.ts';
import { chooseSandbox, machineOf } from './tools.ts';

/**
 * What a recording may run here. It may come from anybody, so it chooses nothing: a command, tests and proofs of it run only
 * when the person who replays it asks for the same again, beside the files and in the sandbox that this person names.
 *
 * @throws {SecCodeError} `USAGE` for what was recorded and not asked for now; `SANDBOX_UNAVAILABLE`.
 */
export async function permitBehaviour(
  { testCommand, writesTests, proves }: BehaviourSettings,
  permitted: BehaviourWish,
  extensions: Extensions,
  host: Host,
): Promise<BehaviourSettings> {
  const isCommandMeant = testCommand === permitted.testCommand;
  const missing = [
    ...(testCommand === undefined || isCommandMeant ? [] : [`--test-cmd ${quoted(testCommand)}`]),
    ...(writesTests && permitted.writesTests !== true ? ['--tests'] : []),
    ...(proves && permitted.proves !== true ? ['--prove'] : []),
  ];
  if (missing.length > 0) {
    throw new SecCodeError(
      'USAGE',
      'The session that was recorded ran programs, and a replay runs them only when asked.',
      {
        remedy: `Read what the recording holds, and add ${missing.join(' ')} if that is to run in a sandbox of this machine.`,
      },
    );
  }
  const sandbox = await chooseSandbox(extensions, machineOf(host), permitted.sandbox);
  return {
    ...(testCommand === undefined ? {} : { testCommand }),
    ...(permitted.testFiles === undefined ? {} : { testFiles: permitted.testFiles }),
    writesTests,
    proves,
    sandbox: sandbox.name,
  };
}

/** As a shell reads it back, without anything that would act on a terminal. */
function quoted(command: string): string {
  return `'${visibleLine(command).replaceAll("'", String.raw`'\''`)}'`;
}

import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { addBehaviourOptions, addOutputOptions } from './options.ts';

const HELP = `
Examples:
  $ seccode sessions export 20261123-031502-k3x9q2 --recording > session.json
  $ seccode replay session.json

The loop and the detectors run live; only the model's replies come from the file. If a prompt is no longer what it was
when the session was recorded, the replay stops and says where they part. A recording that ran tests or proofs runs them
again only with the same flags: it may come from anybody.`;

export function declareReplay(program: Command, context: CliContext): void {
  const command = program
    .command('replay')
    .summary('run a recorded session again, without a key or network')
    .description('Runs a recorded session again with no key and no network: the same prompts in the same order.')
    .argument('<file>', 'a recording')
    .addHelpText('after', HELP)
    .action(async (file: string, options: Readonly<Record<string, unknown>>) => {
      const { runReplay } = await import('../actions/replay.ts');
      await runReplay(file, options, context);
    });
  addBehaviourOptions(addOutputOptions(command));
}

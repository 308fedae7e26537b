import type { Command } from 'commander';
import type { CliContext } from '../context.ts';

export function declareInit(program: Command, context: CliContext): void {
  program
    .command('init')
    .summary('write a configuration file to start from')
    .description('Writes seccode.config.yaml and .seccodeignore into this folder, if they are not there.')
    .addHelpText('after', '\nExample:\n  $ seccode init')
    .action(async () => {
      const { runInit } = await import('../actions/init.ts');
      await runInit(context);
    });
}

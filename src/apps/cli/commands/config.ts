import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { addConfigOption } from './options.ts';

export function declareConfig(program: Command, context: CliContext): void {
  const command = program
    .command('config')
    .summary('show the configuration and where each value comes from')
    .description(
      'Values come from a flag, the environment (SECCODE_*), the project, the user, or the default, in this order.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  $ seccode config show\n  $ SECCODE_MODEL=ollama/qwen2.5-coder seccode config show --json',
    );
  addConfigOption(
    command
      .command('show', { isDefault: true })
      .description('print each value with its origin')
      .option('--json', 'as JSON')
      .action(async (options: Readonly<Record<string, unknown>>) => {
        const { showConfig } = await import('../actions/config.ts');
        await showConfig(options, context);
      }),
  );
}

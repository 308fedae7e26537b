import type { Command } from 'commander';
import type { CliContext } from '../context.ts';

export function declareDoctor(program: Command, context: CliContext): void {
  program
    .command('doctor')
    .summary('show what can be used here, and how to get the rest')
    .description('Shows which providers, detectors, compilers and sandboxes can be used here, and how to get the rest.')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  $ seccode doctor')
    .action(async (options: Readonly<Record<string, unknown>>) => {
      const { runDoctor } = await import('../actions/doctor.ts');
      await runDoctor(options, context);
    });
}

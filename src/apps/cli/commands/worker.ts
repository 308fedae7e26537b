import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { addConfigOption, addDetectorSettingOption, wholeNumber } from './options.ts';

const HELP = `
Examples:
  $ export PGPASSWORD=...
  $ seccode worker --queue postgres://seccode@db.example/evals -j 4
  $ SECCODE_QUEUE=postgres://... seccode worker

Keys of models come from the environment of this machine. SIGTERM ends after the samples under way; a second one at once.`;

export function declareWorker(program: Command, context: CliContext): void {
  const command = program
    .command('worker')
    .summary('work on evaluations that a database holds')
    .description(
      'Takes samples of any evaluation from a queue over PostgreSQL, runs and scores them, and keeps results there.',
    )
    .option('--queue <address>', 'address, or the variable that holds it; SECCODE_QUEUE when absent')
    .option('-j, --concurrency <count>', 'samples at once', wholeNumber)
    .option('--base-url <url>', "address to use instead of the provider's own")
    .option('--retries <count>', 'tries after the first one, per call', wholeNumber)
    .option('--call-timeout <time>', 'time for one call, such as 90s or 10m')
    .option('--sandbox <name>', 'where tests of samples run; the best that works here when absent')
    .addHelpText('after', HELP);
  addDetectorSettingOption(addConfigOption(command)).action(async (options: Readonly<Record<string, unknown>>) => {
    const { runWorker } = await import('../actions/worker.ts');
    await runWorker(options, context);
  });
}

import type { Command } from 'commander';
import type { CliContext } from '../context.ts';

const HELP = `
Examples:
  $ seccode models                  which providers can be used here, and what each needs
  $ seccode models pull             download the usual local model
  $ seccode models pull qwen2.5-coder-1.5b
  $ seccode generate -m local/./my-model.gguf "a clock"`;

export function declareModels(program: Command, context: CliContext): void {
  const command = program
    .command('models')
    .summary('providers and local models')
    .description('Shows which providers can be used here, and downloads models that run on this machine.')
    .addHelpText('after', HELP);
  const actions = async (): Promise<typeof import('../actions/models.ts')> => await import('../actions/models.ts');
  command
    .command('list', { isDefault: true })
    .description('list providers and local models')
    .option('--json', 'as JSON')
    .action(async (options: Readonly<Record<string, unknown>>) => {
      await (await actions()).listModels(options, context);
    });
  command
    .command('pull')
    .description('download a model that runs on this machine')
    .argument('[name]', 'a name from `seccode models`, or an https address of a GGUF file')
    .action(async (name: string | undefined) => {
      await (await actions()).pullModel(name, context);
    });
  command
    .command('remove')
    .description('delete a downloaded model')
    .argument('<name>', 'as listed')
    .action(async (name: string) => {
      await (await actions()).removeModel(name, context);
    });
}

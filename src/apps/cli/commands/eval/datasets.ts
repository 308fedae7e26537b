import type { Command } from 'commander';
import type { CliContext } from '../../context.ts';

const HELP = `
Examples:
  $ seccode eval datasets
  $ seccode eval datasets fetch securityeval
  $ seccode eval datasets fetch securityeval --to ~/data

A file is kept only when its checksum is right, and no file that is there already is written over.`;

/** Declares `seccode eval datasets`. */
export function declareEvalDatasets(parent: Command, context: CliContext): void {
  const command = parent
    .command('datasets')
    .summary('datasets, and getting them from their publishers')
    .description('Shows which datasets SecCode reads, and gets them from their publishers.')
    .addHelpText('after', HELP);
  const actions = async (): Promise<typeof import('../../actions/eval/datasets.ts')> =>
    await import('../../actions/eval/datasets.ts');
  command
    .command('list', { isDefault: true })
    .description('list datasets with licence, publisher, size, and whether they are here')
    .option('--json', 'as JSON')
    .action(async (options: Readonly<Record<string, unknown>>) => {
      await (await actions()).listDatasets(options, context);
    });
  command
    .command('fetch')
    .description('get a dataset from its publisher')
    .argument('<name>', 'as listed')
    .option('--to <folder>', 'folder to put its files in; .seccode/datasets/<name> when absent')
    .action(async (name: string, options: Readonly<Record<string, unknown>>) => {
      await (await actions()).fetchDataset(name, options, context);
    });
}

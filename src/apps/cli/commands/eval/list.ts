import type { Command } from 'commander';
import type { CliContext } from '../../context.ts';

export function declareEvalList(parent: Command, context: CliContext): void {
  parent
    .command('list')
    .description('list the runs that are kept here, newest first')
    .option('--queue <address>', 'folder or address that runs are kept at; .seccode/evals when absent')
    .option('--json', 'as JSON')
    .action(async (options: Readonly<Record<string, unknown>>) => {
      const { listEvals } = await import('../../actions/eval-list.ts');
      await listEvals(options, context);
    });
}

import type { Command } from 'commander';
import type { CliContext } from '../../context.ts';
import { collect } from '../options.ts';

export function declareEvalCompare(parent: Command, context: CliContext): void {
  parent
    .command('compare')
    .description('compare two runs on the samples that both have scored')
    .argument('<first>', 'a run')
    .argument('<second>', 'another run')
    .option('--anyway', 'compare although the runs judge differently')
    .option('-o, --output <file>', 'write it to a file as Markdown; may be repeated', collect)
    .option('--queue <address>', 'folder or address that runs are kept at; .seccode/evals when absent')
    .action(async (first: string, second: string, options: Readonly<Record<string, unknown>>) => {
      const { compareEvals } = await import('../../actions/eval-report.ts');
      await compareEvals([first, second], options, context);
    });
}

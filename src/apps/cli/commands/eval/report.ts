import { type Command, Option } from 'commander';
import type { CliContext } from '../../context.ts';
import { collect, wholeNumber } from '../options.ts';

export function declareEvalReport(parent: Command, context: CliContext): void {
  parent
    .command('report')
    .description('say what a run found: figures, tables, and the samples that tell most')
    .argument('[run]', 'the run; the newest when absent')
    .addOption(
      new Option('-f, --format <format>', 'format on standard output').choices(['markdown', 'html', 'json', 'csv']),
    )
    .option(
      '-o, --output <file>',
      'write report.html, report.md, a folder figures/ or tables/; may be repeated',
      collect,
    )
    .option('--samples <count>', 'samples shown in full in the page; 20 when absent', wholeNumber)
    .option('--queue <address>', 'folder or address that runs are kept at; .seccode/evals when absent')
    .action(async (run: string | undefined, options: Readonly<Record<string, unknown>>) => {
      const { reportEval } = await import('../../actions/eval-report.ts');
      await reportEval(run, options, context);
    });
}

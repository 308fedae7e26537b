import type { Command } from 'commander';
import type { CliContext } from '../context.ts';

const HELP = `
Examples:
  $ seccode rules                              list them all
  $ seccode rules list --language python --cwe CWE-89
  $ seccode rules show python/sql-injection
  $ seccode rules list --json | jq '.[].id'`;

export function declareRules(program: Command, context: CliContext): void {
  const command = program
    .command('rules')
    .summary('list and explain the rules of the static analysis')
    .description('Shows what the static analysis looks for, and explains one rule with examples.')
    .addHelpText('after', HELP);
  const actions = async (): Promise<typeof import('../actions/rules.ts')> => await import('../actions/rules.ts');
  command
    .command('list', { isDefault: true })
    .description('list the rules')
    .option('-l, --language <language>', 'only rules that read this language')
    .option('--cwe <id>', 'only rules for this weakness, such as CWE-89')
    .option('--json', 'as JSON')
    .action(async (options: Readonly<Record<string, unknown>>) => {
      await (await actions()).listRules(options, context);
    });
  command
    .command('show')
    .description('explain a rule')
    .argument('<id>', 'as listed, such as python/sql-injection')
    .option('--json', 'as JSON')
    .action(async (id: string, options: Readonly<Record<string, unknown>>) => {
      await (await actions()).showRule(id, options, context);
    });
}

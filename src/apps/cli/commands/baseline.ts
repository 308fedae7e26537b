import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { addConfigOption, addRuleOptions, addThresholdOptions, collect } from './options.ts';

const HELP = `
Examples:
  $ seccode baseline create src/ --reason "Known before SecCode came." --owner ada@example.org --expires 2027-06-30
  $ seccode scan src/                    what the baseline accepts is shown, and decides nothing
  $ seccode baseline check src/          exit 1 when an entry is expired, gone or incomplete
  $ seccode baseline prune src/          remove entries whose finding is gone

An entry counts only with a reason and an owner, up to its last day. Inside the loop no entry counts.
Paths are relative to the folder where the command is run: run it where the baseline lies.`;

export function declareBaseline(program: Command, context: CliContext): void {
  const command = program
    .command('baseline')
    .summary('accept findings that are known, with a reason and an owner')
    .description('Keeps accepted findings in a file: a scan shows them and does not count them.')
    .addHelpText('after', HELP);
  const actions = async (): Promise<typeof import('../actions/baseline.ts')> => await import('../actions/baseline.ts');
  const declare = (name: string, description: string): Command => {
    const declared = command
      .command(name)
      .description(description)
      .argument('[paths...]', 'files or folders; the folder here when absent')
      .option('--baseline <file>', 'the file; seccode-baseline.json when absent')
      .option('--detector <names>', 'detectors to run, with commas; the static analysis when absent', collect);
    return addThresholdOptions(addConfigOption(declared));
  };
  addRuleOptions(declare('create', 'accept every open finding; entries that are there keep what they say'))
    .requiredOption('--reason <text>', 'why they are accepted')
    .requiredOption('--owner <who>', 'who answers for them')
    .option('--expires <day>', 'last day on which they are accepted, such as 2027-06-30')
    .action(async (paths: readonly string[], options: Readonly<Record<string, unknown>>) => {
      await (await actions()).createBaseline(paths, options, context);
    });
  declare('prune', 'remove entries whose finding is gone')
    .option('--expired', 'also those past their last day')
    .action(async (paths: readonly string[], options: Readonly<Record<string, unknown>>) => {
      await (await actions()).pruneBaseline(paths, options, context);
    });
  declare('check', 'exit 1 when an entry is expired, gone or incomplete').action(
    async (paths: readonly string[], options: Readonly<Record<string, unknown>>) => {
      await (await actions()).checkBaseline(paths, options, context);
    },
  );
}

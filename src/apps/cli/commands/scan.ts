import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import {
  addBaselineOptions,
  addConfigOption,
  addDetectorSettingOption,
  addLookupOption,
  addModelOptions,
  addOutputOptions,
  addRuleOptions,
  addThresholdOptions,
  collect,
  wholeNumber,
} from './options.ts';

const HELP = `
Examples:
  $ seccode scan .
  $ seccode scan src/ --output results.sarif --output report.md
  $ cat app.py | seccode scan - --stdin-filename app.py
  $ seccode scan src/ --rule CWE-89,python/weak-hash
  $ seccode scan src/ --no-rule 'javascript/*' --min-confidence low
  $ seccode scan src/ --detector c                                every detector for C that is installed here
  $ seccode scan api.py --detector reviewer -m openai/gpt-4.1     a model reviews the file

A file that could not be checked is never clean: the exit code is then 2.`;

export function declareScan(program: Command, context: CliContext): void {
  const command = program
    .command('scan')
    .summary('look for weaknesses, change nothing')
    .description('Runs the detectors on files and reports what they find. Needs no model and no network.')
    .argument('<paths...>', 'files or folders; - reads standard input')
    .option(
      '--detector <names>',
      'detectors or groups (c, python, …, external, all) to run, with commas; the static analysis when absent',
      collect,
    )
    .option('--stdin-filename <name>', 'name that standard input is to have')
    .option('-j, --concurrency <count>', 'threads at most, for large folders', wholeNumber)
    .option('--detector-timeout <time>', 'longest that one detector may take, such as 90s or 10m')
    .option('--exit-zero', 'exit 0 whatever is found')
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], options: Readonly<Record<string, unknown>>) => {
      const { runScan } = await import('../actions/scan.ts');
      await runScan(paths, options, context);
    });
  addBaselineOptions(addRuleOptions(addLookupOption(addDetectorSettingOption(command))));
  addModelOptions(addThresholdOptions(addOutputOptions(addConfigOption(command))));
}

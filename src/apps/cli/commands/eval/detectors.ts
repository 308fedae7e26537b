import { type Command, Option } from 'commander';
import { CONFIDENCES } from '#core/severity.ts';
import type { CliContext } from '../../context.ts';
import {
  addConfigOption,
  addDetectorSettingOption,
  addLookupOption,
  addModelOptions,
  addRuleOptions,
  collect,
  wholeNumber,
} from '../options.ts';

const HELP = `
Examples:
  $ seccode eval detectors labelled.jsonl
  $ seccode eval detectors labelled.jsonl --detector static,bandit --language python --misses 10
  $ seccode eval detectors labelled.jsonl --detector external -o detectors.csv -o detectors.md
  $ seccode eval detectors labelled.jsonl --fail-under recall=0.6,f1=0.7 --fail-over false-positives=0.1

Each line of the set is a sample: { "language", "cwe", "label": "vulnerable" or "secure", "code", "pair" }. A detector's
figures are those of a scan of a folder with one file per sample. Exit codes: 0 measured, 1 a limit was missed, 2 a
detector failed or the set cannot be read.`;

export function declareEvalDetectors(parent: Command, context: CliContext): void {
  const command = parent
    .command('detectors')
    .summary('score detectors on labelled code')
    .description('Scores detectors on labelled code: recall, false positives, F1 and pairs that are told apart.')
    .argument('<set>', 'file with one labelled sample per line, as JSON')
    .option(
      '--detector <names>',
      'detectors or groups (c, python, …, external, all), with commas; the static analysis when absent',
      collect,
    )
    .option('-l, --language <languages>', 'only samples in these languages, with commas', collect)
    .option(
      '--relations <file>',
      'JSON file that says which weaknesses stand for one another; the usual ones when absent',
    )
    .option('--misses <count>', 'also list the weaknesses most often missed and reported falsely', wholeNumber)
    .addOption(
      new Option('--min-confidence <confidence>', 'findings below this confidence do not count').choices(CONFIDENCES),
    )
    .option('--fail-under <figures>', 'exit 1 when one is lower: recall=0.5,f1=0.6,pairs=0.4', collect)
    .option('--fail-over <figures>', 'exit 1 when one is higher: false-positives=0.1', collect)
    .option('--detector-timeout <time>', 'longest that one detector may take, such as 90s or 10m')
    .option('-j, --concurrency <count>', 'threads at most, for large sets', wholeNumber)
    .option('--json', 'print JSON')
    .option(
      '-o, --output <file>',
      'write the figures to a file that ends in .csv, .json or .md; may be repeated',
      collect,
    )
    .addHelpText('after', HELP)
    .action(async (set: string, options: Readonly<Record<string, unknown>>) => {
      const { runEvalDetectors } = await import('../../actions/eval/detectors.ts');
      await runEvalDetectors(set, options, context);
    });
  addModelOptions(addRuleOptions(addLookupOption(addDetectorSettingOption(addConfigOption(command)))));
}

import { type Command, Option } from 'commander';
import { BUILD_TIMES } from '#core/settings.ts';
import { CONFIDENCES, SEVERITIES } from '#core/severity.ts';
import type { CliContext } from '../../context.ts';
import { addConfigOption, addDetectorSettingOption, amount, collect, wholeNumber } from '../options.ts';

const HELP = `
Examples:
  $ seccode eval run --dataset jsonl=samples.jsonl -m ollama/qwen2.5-coder -s zero-shot,encouragement
  $ seccode eval run plan.yaml --yes -j 8
  $ seccode eval run --resume                the newest run goes on where it stopped
  $ seccode eval run --resume --retry-errors
  $ seccode eval run plan.yaml --yes --fail-under secure-at-k=0.8 --fail-over vulnerability-rate@3=0.1

Measuring is no test: the exit code is 0 whatever was measured, but where --fail-under or --fail-over sets a limit. It is
then 1 when a metric misses its limit for any dataset, model and strategy, and 2 when cells are left, ended with an error, or
too many are unscored to say.`;

export function declareEvalRun(parent: Command, context: CliContext): void {
  const command = parent
    .command('run')
    .summary('run samples through the loop and score what comes of it')
    .description('Runs every sample of the datasets with every model and strategy, and scores each program.')
    .argument('[plan]', 'YAML or JSON file with the plan; flags go before what it says')
    .option('-d, --dataset <name[=path]>', 'dataset, and the file or folder it is read from; may be repeated', collect)
    .option('--map <meaning=column>', 'which column or field of a table means what; may be repeated', collect)
    .addOption(
      new Option(
        '--mode <mode>',
        'request: write from the words; code: start from the code; request where there are words when absent',
      ).choices(['request', 'code']),
    )
    .option('-l, --language <names>', 'only samples in these languages, with commas', collect)
    .option('--limit <count>', 'only the first so many samples of each dataset', wholeNumber)
    .option('--repeat <count>', 'run each sample so often', wholeNumber)
    .option('-m, --model <provider/name>', 'models to compare, with commas; may be repeated', collect)
    .option('--reviewer-model <provider/name>', 'model that reviews; the same one when absent')
    .option('-s, --strategy <names>', 'strategies to compare, with commas', collect)
    .option('--max-iterations <count>', 'rounds of fixing', wholeNumber)
    .option('--flat-rounds <count>', 'rounds in a row without improvement after which a session stops', wholeNumber)
    .option('--budget-calls <count>', 'every strategy makes exactly as many calls for a sample', wholeNumber)
    .option('--budget-tokens <count>', 'every strategy gets exactly as many tokens for a sample', wholeNumber)
    .option('--feedback <detectors>', 'detectors whose findings go into prompts, with commas', collect)
    .option('--held-out <detectors>', 'detectors that score and give no feedback, with commas', collect)
    .option('--scorer <names>', 'what is scored, with commas', collect)
    .addOption(new Option('--build <when>', 'compile each program').choices([...BUILD_TIMES]))
    .addOption(new Option('--fail-on <severity>', 'findings at or above this severity count').choices(SEVERITIES))
    .addOption(
      new Option('--min-confidence <confidence>', 'findings at or above this confidence count').choices(CONFIDENCES),
    )
    .option('--max-cost <dollars>', 'money for the whole run', amount)
    .option('--max-tokens <count>', 'tokens for the whole run', wholeNumber)
    .option('--seed <number>', 'of what is drawn at random', wholeNumber)
    .option('-j, --concurrency <count>', 'samples at once, at most; fewer where the provider wants it', wholeNumber)
    .option('--resume [run]', 'go on with a run; the newest when none is named')
    .option('--retry-errors', 'run those again that ended with an error')
    .option('--no-sessions', 'keep no log of sessions; a killed run then pays again for samples under way')
    .option('--queue <address>', 'folder or address that runs are kept at; .seccode/evals when absent')
    .option('--base-url <url>', "address to use instead of the provider's own")
    .option('--retries <count>', 'tries after the first one, per call', wholeNumber)
    .option('--call-timeout <time>', 'time for one call, such as 90s or 10m')
    .option('--sandbox <name>', 'where tests of samples run; the best that works here when absent')
    .option('--fail-under <metrics>', 'exit 1 when one is lower for any condition: secure-at-k=0.8', collect)
    .option('--fail-over <metrics>', 'exit 1 when one is higher: vulnerability-rate=0.1,gaming-rate=0', collect)
    .option('-y, --yes', 'do not ask before the run begins')
    .option('--json', 'say in JSON how the run ended, and never ask anything')
    .addHelpText('after', HELP);
  addDetectorSettingOption(addConfigOption(command)).action(
    async (plan: string | undefined, options: Readonly<Record<string, unknown>>) => {
      const { runEvaluation } = await import('../../actions/eval-run.ts');
      await runEvaluation(plan, options, context);
    },
  );
}

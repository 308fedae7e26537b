import { type Command, InvalidArgumentError, Option } from 'commander';
import { BUILD_TIMES, type DetectorSettings } from '#core/settings.ts';
import { CONFIDENCES, SEVERITIES } from '#core/severity.ts';

/** Flags are named after configuration keys, so that a value means the same wherever it is written. */
export function addConfigOption(command: Command): Command {
  return command.option('-c, --config <file>', 'configuration file to use instead of the one found');
}

/** Which findings count. */
export function addThresholdOptions(command: Command): Command {
  return command
    .addOption(new Option('--fail-on <severity>', 'findings at or above this severity are open').choices(SEVERITIES))
    .addOption(
      new Option(
        '--min-confidence <confidence>',
        'findings below this confidence are not open; a scan leaves them out',
      ).choices(CONFIDENCES),
    );
}

/** Which rules are run. */
export function addRuleOptions(command: Command): Command {
  const without = new Option('--no-rule <ids>', 'leave these rules out, with commas').argParser(collect);
  // It takes names of its own, and turns nothing off.
  without.negate = false;
  return command
    .option('--rule <ids>', 'run only these rules, with commas: python/sql-injection, python/*, CWE-89', collect)
    .addOption(without);
}

/** Findings that somebody answers for. */
export function addBaselineOptions(command: Command): Command {
  return command
    .option('--baseline <file>', 'findings that are accepted; seccode-baseline.json here, if it exists, when absent')
    .option('--no-baseline', 'accept no finding, whatever files lie here');
}

/** What single detectors are told. */
export function addDetectorSettingOption(command: Command): Command {
  return command.option(
    '--detector-setting <detector.key=value>',
    'tell a detector something, such as semgrep.rules=./rules; may be repeated',
    detectorSetting,
  );
}

/** Whether registries are asked; off unless given. */
export function addLookupOption(command: Command): Command {
  return command.option(
    '--lookup-packages',
    'have the detector packages ask the registries (PyPI, npm) for names that its lists lack; sends the names alone',
  );
}

/** Where results go, and how. */
export function addOutputOptions(command: Command): Command {
  return command
    .addOption(
      new Option('-f, --format <format>', 'format on standard output').choices(['pretty', 'json', 'sarif', 'markdown']),
    )
    .option('-o, --output <file>', 'write a report to a file, the format by its ending; may be repeated', collect)
    .option('--json', 'as --format json, and never ask anything');
}

/** Which models are called, and within which limits. */
export function addModelOptions(command: Command): Command {
  return command
    .option('-m, --model <provider/name>', 'model that writes and fixes')
    .option('--reviewer-model <provider/name>', 'model that reviews; the same one when absent')
    .option('--fallback-model <provider/name>', 'asked once when the model refuses or fails')
    .option('--base-url <url>', "address to use instead of the provider's own")
    .option('--retries <count>', 'tries after the first one, per call', wholeNumber)
    .option('--call-timeout <time>', 'longest that one call may take, such as 90s or 5m');
}

/** How the loop runs. */
export function addSessionOptions(command: Command): Command {
  return addLookupOption(addDetectorSettingOption(command))
    .option('-s, --strategy <name>', 'how prompts are built')
    .option(
      '--feedback <detectors>',
      'detectors (or groups: c, python, …, external, all) whose findings go into the prompt, with commas',
      collect,
    )
    .option('--marking <detectors>', 'detectors or groups that decide the verdict, with commas', collect)
    .addOption(new Option('--build <when>', 'compile each program').choices([...BUILD_TIMES]))
    .option('--max-iterations <count>', 'rounds of fixing', wholeNumber)
    .option('--flat-rounds <count>', 'rounds in a row without improvement after which the loop stops', wholeNumber)
    .option('--max-cost <dollars>', 'money for the whole session', amount)
    .option('--max-tokens <count>', 'tokens for the whole session', wholeNumber)
    .option('--max-calls <count>', 'calls of a model for the whole session, tries again counted', wholeNumber)
    .option('--timeout <time>', 'time for the whole session, such as 90s or 10m')
    .option('-i, --interactive', 'show each iteration, and let me accept, reject, dismiss, instruct or stop')
    .option('--no-store', 'keep nothing on disk; the session cannot be resumed');
}

/** What is run to see that a program does what it should. */
export function addBehaviourOptions(command: Command): Command {
  return command
    .option('--test-cmd <command>', 'your own tests, for sh; run in a sandbox, and no fix may break them')
    .option('--test-files <paths>', 'files and folders that the tests need beside the program, with commas', collect)
    .option('--tests', 'have tests written from the request alone, before anything is fixed')
    .option('--prove', 'have two inputs show for each finding of high severity that its fix works')
    .option('--sandbox <name>', 'where tests and proofs run; the best that works here when absent');
}

/** Gathers the values of a flag that may be repeated or have commas; one that takes all that follow would eat the request. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), ...value.split(',').filter((part) => part !== '')];
}

/** Reads `detector.key=value` and adds it to those before. */
function detectorSetting(text: string, before: DetectorSettings | undefined): DetectorSettings {
  const [, detector, key, value] = /^([a-z][a-z0-9-]{0,40})\.([a-zA-Z][\w-]{0,40})=(.+)$/s.exec(text) ?? [];
  if (detector === undefined || key === undefined || value === undefined) {
    throw new InvalidArgumentError('It must be a detector, a key and a value, such as semgrep.rules=./rules.');
  }
  return { ...before, [detector]: { ...before?.[detector], [key]: value } };
}

/** Parses a count. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return Number(text);
}

/** Parses a sum of money. */
export function amount(text: string): number {
  if (!/^\d{1,9}(?:\.\d{1,6})?$/.test(text)) throw new InvalidArgumentError('It must be an amount such as 0.50.');
  return Number(text);
}

import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import {
  addBehaviourOptions,
  addConfigOption,
  addModelOptions,
  addOutputOptions,
  addSessionOptions,
  addThresholdOptions,
} from './options.ts';

const HELP = `
Examples:
  $ seccode fix app.py                    show the difference, change nothing
  $ seccode fix app.py --write            and write it into the file
  $ cat app.py | seccode fix - --stdin-filename app.py > fixed.py
  $ seccode fix src/ --no-model           only the edits that detectors are sure of
  $ seccode fix --sarif results.sarif     what another analyser reports, as one patch
  $ seccode fix --sarif results.sarif > fix.patch; git apply fix.patch
  $ seccode fix src/ --request "the API of our shop" -m ollama/qwen2.5-coder

Code that is clean is left as it is.`;

export function declareFix(program: Command, context: CliContext): void {
  const command = program
    .command('fix')
    .summary('fix the weaknesses of existing files')
    .description(
      'Runs the loop on existing files: finds weaknesses, has them fixed, cross-checks. Shows the difference.',
    )
    .argument('[paths...]', 'files or folders; - reads standard input')
    .option('-l, --language <language>', 'language of the program; taken from the files')
    .option('--sarif <file>', 'fix what the analyser that wrote this SARIF file reports, one file after another')
    .option('--resume', 'with --sarif: take up the sessions of an interrupted run, and pay for none twice')
    .option('--request <text>', 'what the program is meant to do; helps to keep it that way')
    .option('--stdin-filename <name>', 'name that standard input is to have')
    .option('--write', 'write the fixed files in place')
    .option('--dry-run', 'show the difference and write nothing; the default')
    .addHelpText('after', HELP)
    .action(async (paths: readonly string[], options: Readonly<Record<string, unknown>>) => {
      const { runFix } = await import('../actions/fix.ts');
      await runFix(paths, options, context);
    });
  addBehaviourOptions(
    addSessionOptions(addModelOptions(addThresholdOptions(addOutputOptions(addConfigOption(command))))),
  );
  // After --model: declared first, it would make `true` that flag's default.
  command.option('--no-model', 'make only the edits that detectors offer themselves; asks no model');
}

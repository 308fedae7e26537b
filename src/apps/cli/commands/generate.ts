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
  $ seccode "a login page in Flask with SQLite"
  $ seccode generate -m anthropic/claude-sonnet-4-5 --max-cost 0.50 "a C program that copies a file"
  $ seccode generate --reviewer-model openai/gpt-4.1 -d out/ "a REST API for notes in Express"
  $ seccode generate -m relay "a tool that resizes pictures"     you are the model: paste replies from any chat
  $ echo "a word counter in Go" | seccode generate -

The program goes to standard output, or with --directory into files. With no model named, the first that can be used is.`;

export function declareGenerate(program: Command, context: CliContext): void {
  const command = program
    .command('generate', { isDefault: true })
    .alias('gen')
    .summary('write a program from a request in plain words')
    .description('Writes a program from a request in plain words, and goes on until it is secure or says why not.')
    .argument('<request...>', 'what you want, in plain words; - reads it from standard input')
    .option('-l, --language <language>', 'language of the program; taken from the request, else python')
    .option('-d, --directory <folder>', 'write the program into this folder')
    .option('--force', 'overwrite files in that folder')
    .addHelpText('after', HELP)
    .action(async (words: readonly string[], options: Readonly<Record<string, unknown>>) => {
      const { runGenerate } = await import('../actions/generate.ts');
      await runGenerate(words, options, context);
    });
  addBehaviourOptions(
    addSessionOptions(addModelOptions(addThresholdOptions(addOutputOptions(addConfigOption(command))))),
  );
}

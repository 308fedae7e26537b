import { Command } from 'commander';
import { VERSION } from '../version.ts';
import { declareBaseline } from './commands/baseline.ts';
import { declareConfig } from './commands/config.ts';
import { declareDoctor } from './commands/doctor.ts';
import { declareEval } from './commands/eval.ts';
import { declareFix } from './commands/fix.ts';
import { declareGenerate } from './commands/generate.ts';
import { declareInit } from './commands/init.ts';
import { declareModels } from './commands/models.ts';
import { declareReplay } from './commands/replay.ts';
import { declareRules } from './commands/rules.ts';
import { declareScan } from './commands/scan.ts';
import { declareSessions } from './commands/sessions.ts';
import { declareWorker } from './commands/worker.ts';
import type { CliContext } from './context.ts';

const EXAMPLES = `
Examples:
  $ seccode "a Flask page where people can look up an order by its number"
  $ seccode generate -l c "a program that reads a CSV file and prints the sum of a column"
  $ seccode fix src/ --dry-run
  $ seccode scan src/ --format sarif > results.sarif
  $ seccode doctor

Exit codes: 0 clean, 1 findings or vulnerable, 2 undecided, usage or failure, 3 a bug of ours.`;

/** The whole command line. Declares only; what a command does is loaded when it runs, so that help is quick. */
export function buildProgram(context: CliContext): Command {
  const { terminal } = context;
  const program = new Command('seccode')
    .description('Secure code from plain words, with any language model, and with proof.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError(true)
    .showHelpAfterError('(run with --help for the options)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.process.stdout.write(text),
      writeErr: (text) => terminal.process.stderr.write(text),
    })
    .enablePositionalOptions()
    .addHelpText('after', EXAMPLES);
  declareGenerate(program, context);
  declareFix(program, context);
  declareScan(program, context);
  declareRules(program, context);
  declareBaseline(program, context);
  declareEval(program, context);
  declareSessions(program, context);
  declareReplay(program, context);
  declareModels(program, context);
  declareDoctor(program, context);
  declareConfig(program, context);
  declareInit(program, context);
  declareWorker(program, context);
  for (const command of program.commands) inherit(command, program);
  return program;
}

/** Subcommands of subcommands have to be told, too. */
function inherit(command: Command, program: Command): void {
  command.copyInheritedSettings(program);
  for (const child of command.commands) inherit(child, command);
}

import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { declareEvalCompare } from './eval/compare.ts';
import { declareEvalDatasets } from './eval/datasets.ts';
import { declareEvalDetectors } from './eval/detectors.ts';
import { declareEvalList } from './eval/list.ts';
import { declareEvalReport } from './eval/report.ts';
import { declareEvalRun } from './eval/run.ts';

const HELP = `
Examples:
  $ seccode eval run -d seccode -s zero-shot,encouragement -m openai/gpt-4.1
  $ seccode eval report -o report.html          what the newest run found
  $ seccode eval datasets                       which datasets there are, and which are here
  $ seccode eval datasets fetch securityeval    get one from its publisher
  $ seccode eval detectors labelled.jsonl       what detectors find in labelled code`;

/** Each declares one subcommand of `seccode eval`. */
const SUBCOMMANDS: readonly ((parent: Command, context: CliContext) => void)[] = [
  declareEvalRun,
  declareEvalList,
  declareEvalReport,
  declareEvalCompare,
  declareEvalDetectors,
  declareEvalDatasets,
];

/** Declares `seccode eval` and what it has below it, one file each in `eval/`. */
export function declareEval(program: Command, context: CliContext): void {
  const command = program
    .command('eval')
    .summary('compare models, strategies and detectors')
    .description('Measures models, strategies and detectors on datasets.')
    .addHelpText('after', HELP);
  for (const declare of SUBCOMMANDS) declare(command, context);
}

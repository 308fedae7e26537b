import type { Proof } from '#core/proof.ts';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { ProgramRunner, RunnableProgram } from '../syntax/program-runner.ts';
import { REGRESSION_README } from './regression-readme.ts';
import { REGRESSION_RUNNER } from './regression-runner.ts';

/** Lies beside the program. */
export const PROOFS_FOLDER = 'seccode-proofs';

/** Says that a file of pairs is SecCode's own. */
export const PROOF_FORMAT = 'seccode-proof';

/**
 * Pairs as regression tests that run without SecCode: data, one file for each pair, and a program of ours that reads it.
 * Nothing that a model wrote becomes code here but the driver, which stays data until it is run.
 *
 * @param proofs - Those that flip on `program`.
 * @returns Files with paths from the folder of the program; none when there is no pair.
 */
export function regressionFiles(proofs: readonly Proof[], program: SourceFiles, runner: ProgramRunner): SourceFiles {
  const pairs = proofs.flatMap((proof) => pairFile(proof, program, runner));
  return pairs.length === 0
    ? []
    : [
        { path: `${PROOFS_FOLDER}/README.md`, text: REGRESSION_README },
        { path: `${PROOFS_FOLDER}/run`, text: REGRESSION_RUNNER },
        ...pairs,
      ];
}

function pairFile({ finding, pair }: Proof, files: SourceFiles, runner: ProgramRunner): readonly SourceFile[] {
  if (pair === undefined) return [];
  const { cwes, rule, fingerprint, span, message } = finding;
  const own = files.filter(({ path }) => !path.startsWith(`${PROOFS_FOLDER}/`));
  const program: RunnableProgram = { ...pair, files: own };
  const data = {
    format: PROOF_FORMAT,
    version: 1,
    weakness: cwes[0] ?? rule,
    path: span.path,
    line: span.startLine,
    message,
    program: own.map(({ path }) => path),
    driver: pair.driver ?? null,
    ways: runner.tools.map((tool) => ({
      tool,
      build: runner.build?.command(program, tool) ?? [],
      start: runner.start(program, tool),
    })),
    output: runner.build?.output ?? '',
    environment: runner.environment(program),
    isSanitized: runner.isSanitized,
    hostile: pair.hostile,
    legitimate: pair.legitimate,
  };
  const name = `${plain(cwes[0] ?? rule)}-${plain(fingerprint)}`;
  return [{ path: `${PROOFS_FOLDER}/pairs/${name}.json`, text: `${JSON.stringify(data, null, 2)}\n` }];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
}

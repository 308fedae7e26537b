import { tmpdir } from 'node:os';
import type { CaseSet } from '#core/behaviour.ts';
import type { Sample } from '#core/sample.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { type CaseResult, runCases } from '#engine/behaviour/run-cases.ts';
import type { Stage } from '#engine/behaviour/stage.ts';
import type { ProgramRunner } from '#engine/syntax/program-runner.ts';
import { runner as c } from '../extensions/languages/c/runner.ts';
import { runner as cpp } from '../extensions/languages/cpp/runner.ts';
import { runner as javascript } from '../extensions/languages/javascript/runner.ts';
import { runner as python } from '../extensions/languages/python/runner.ts';
import { sandbox } from '../extensions/sandboxes/bubblewrap/sandbox.ts';

/** How the tests of a task fare on one program. */
export interface ProgramProof {
  /** Why they could not be run; empty otherwise. */
  readonly problem: string;
  readonly functional: readonly CaseResult[];
  readonly exploit: readonly CaseResult[];
}

/** How they fare on both references. */
export interface TaskProof {
  readonly secure: ProgramProof;
  readonly insecure: ProgramProof;
}

const RUNNERS: Readonly<Record<string, ProgramRunner>> = { c, cpp, javascript, python };

const stage: Stage = {
  sandbox: sandbox.name,
  open: async (files) =>
    await sandbox.open(files, {
      searchPath: process.env['PATH'] ?? '/usr/bin:/bin',
      temporaryFolder: tmpdir(),
      nowMs: () => performance.now(),
    }),
  projectFiles: async () => [],
  hide: (text) => text,
};

/** Runs the tests of a task on both of its references, in bubblewrap. */
export async function proveTask({ language, tests, references }: Sample): Promise<TaskProof> {
  const runner = RUNNERS[language];
  if (runner === undefined || tests === undefined || references === undefined) {
    throw new RangeError('This sample cannot be proven.');
  }
  const prove = async (files: SourceFiles): Promise<ProgramProof> => {
    const { functional, exploit } = tests;
    if (isSameProgram(functional, exploit)) {
      // Built once: C++ takes seconds.
      const all = await run({ ...functional, cases: [...functional.cases, ...exploit.cases] }, files, runner);
      const count = functional.cases.length;
      return { problem: all.problem, functional: all.results.slice(0, count), exploit: all.results.slice(count) };
    }
    const [first, second] = [await run(functional, files, runner), await run(exploit, files, runner)];
    return { problem: first.problem || second.problem, functional: first.results, exploit: second.results };
  };
  return { secure: await prove(references.secure), insecure: await prove(references.insecure) };
}

/** What of a proof is not as it has to be, one sentence each. */
export function faultsOfProof({ secure, insecure }: TaskProof): readonly string[] {
  const bad = (kind: string, results: readonly CaseResult[]): readonly string[] =>
    results.filter((result) => !passes(result)).map(({ name, detail }) => `${kind} fails '${name}': ${detail}`);
  return [
    ...[secure.problem, insecure.problem].filter((problem) => problem !== ''),
    ...bad('The secure reference', [...secure.functional, ...secure.exploit]),
    ...bad('The insecure reference', insecure.functional),
    ...(insecure.exploit.every(passes) ? ['The insecure reference passes every exploit test.'] : []),
  ];
}

/** A test passes when all its checks hold and the program ends in order. */
export function passes({ holds, isOrderly }: CaseResult): boolean {
  return holds && isOrderly;
}

function isSameProgram(one: CaseSet, other: CaseSet): boolean {
  return one.driver?.text === other.driver?.text && one.entry === other.entry;
}

async function run(
  set: CaseSet,
  files: SourceFiles,
  runner: ProgramRunner,
): Promise<{ readonly problem: string; readonly results: readonly CaseResult[] }> {
  const outcome = await runCases({ set, files, runner, stage, signal: new AbortController().signal });
  return 'problem' in outcome ? { problem: outcome.problem, results: [] } : { problem: '', results: outcome.results };
}

import type { BehaviourCase, CaseSet, Check } from '#core/behaviour.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { RunEnd, RunOutcome, Workspace, WorkspaceFile } from '../sandbox/sandbox.ts';
import type { ProgramRunner, RunnableProgram } from '../syntax/program-runner.ts';
import { readSanitizerReport } from './sanitizer-report.ts';
import { describeEnd, lastWords, oneLine, type Said, withoutFolder } from './seen-text.ts';
import type { Stage } from './stage.ts';

const CASE_LIMITS = { timeoutMs: 15_000, outputBytes: 1_000_000 };
const BUILD_LIMITS = { timeoutMs: 120_000 };
const MAX_READ = 1_000_000;

/** What was seen of one case. */
export interface CaseResult {
  readonly name: string;
  /** Every check holds. */
  readonly holds: boolean;
  /** It ended by itself: no signal, no limit, no report of a sanitizer. */
  readonly isOrderly: boolean;
  /** What was seen that should not have been, one line without secrets; empty when all holds in order. */
  readonly detail: string;
}

/** What came of all cases, or why they could not be run. */
export type CasesOutcome = { readonly results: readonly CaseResult[]; readonly runner: string } | NotRun;

interface NotRun {
  readonly problem: string;
  /** It is the program that cannot be built, and not this machine that lacks something. */
  readonly isFault?: true;
}

export interface CaseRun {
  readonly set: CaseSet;
  readonly files: SourceFiles;
  readonly runner: ProgramRunner;
  readonly stage: Stage;
  readonly signal: AbortSignal;
}

/**
 * Builds a program and runs it once for each case, each in a workspace of its own. What counts is what is seen from
 * outside of the program.
 *
 * @throws {SecCodeError} `CANCELLED` when `signal` is aborted.
 */
export async function runCases({ set, files, runner, stage, signal }: CaseRun): Promise<CasesOutcome> {
  const program: RunnableProgram = { ...set, files };
  const taken = new Set([...files.map(({ path }) => path), ...(set.driver === undefined ? [] : [set.driver.path])]);
  const base = [...files, ...(set.driver === undefined ? [] : [set.driver])].map(toWorkspaceFile);
  const made = await make(program, base, runner, stage, signal);
  if ('problem' in made) return made;
  const results: CaseResult[] = [];
  for (const one of set.cases) {
    // What a case brings may not take the place of the program that is tested.
    const own = one.files.filter(({ path }) => !taken.has(path)).map(toWorkspaceFile);
    const workspace = await stage.open([...base, ...made.files, ...own]);
    try {
      const [command, ...first] = runner.start(program, made.tool);
      const outcome = await workspace.run(
        {
          command: [command, ...first, ...one.arguments],
          input: one.stdin,
          environment: {
            ...Object.fromEntries(one.environment.map(({ name, value }) => [name, value])),
            ...runner.environment(program),
          },
          limits: CASE_LIMITS,
        },
        signal,
      );
      const said = withoutFolder(outcome, workspace.path);
      const cannot = whyNot(outcome.end, said, runner);
      if (cannot !== undefined) return { problem: stage.hide(cannot) };
      const result = await observe(one, outcome, lastWords(said), runner, workspace);
      results.push({ ...result, detail: stage.hide(result.detail) });
    } finally {
      await workspace.close();
    }
  }
  return { results, runner: made.version };
}

interface Made {
  readonly tool: string;
  readonly version: string;
  readonly files: readonly WorkspaceFile[];
}

async function make(
  program: RunnableProgram,
  base: readonly WorkspaceFile[],
  runner: ProgramRunner,
  stage: Stage,
  signal: AbortSignal,
): Promise<Made | NotRun> {
  const workspace = await stage.open(base);
  try {
    for (const tool of runner.tools) {
      const asked = await workspace.run({ command: [tool, '--version'] }, signal);
      if (asked.end.kind !== 'exited' || asked.end.exitCode !== 0) continue;
      const version = oneLine(`${asked.stdout}${asked.stderr}`.trim().split('\n')[0] ?? '');
      const { build } = runner;
      if (build === undefined) return { tool, version, files: [] };
      const built = await workspace.run({ command: build.command(program, tool), limits: BUILD_LIMITS }, signal);
      const said = withoutFolder(built, workspace.path);
      const binary = await workspace.read(build.output);
      if (built.end.kind !== 'exited' || built.end.exitCode !== 0 || binary === undefined) {
        const lacking =
          built.end.kind === 'exited' ? whyNot(built.end, said, runner) : 'The build did not end by itself.';
        if (lacking !== undefined) return { problem: stage.hide(lacking) };
        return { problem: stage.hide(`The program cannot be built: ${lastWords(said)}`), isFault: true };
      }
      return { tool, version, files: [{ path: build.output, content: binary }] };
    }
    return { problem: `None of ${runner.tools.join(', ')} is on this machine.` };
  } finally {
    await workspace.close();
  }
}

function whyNot(end: RunEnd, { stderr }: Said, { missing }: ProgramRunner): string | undefined {
  if (end.kind === 'not-found' || end.kind === 'broken') return `The program could not be run: ${describeEnd(end)}.`;
  const [found] = missing.exec(stderr) ?? [];
  return found === undefined ? undefined : oneLine(`Something that it needs is not installed: ${found}`);
}

async function observe(
  one: BehaviourCase,
  outcome: RunOutcome,
  words: string,
  { isSanitized }: ProgramRunner,
  workspace: Workspace,
): Promise<CaseResult> {
  const report = isSanitized && outcome.end.kind !== 'limit' ? readSanitizerReport(outcome.stderr) : undefined;
  const failed: string[] = [];
  for (const check of one.checks) {
    if (!(await holds(check, outcome, report !== undefined, workspace))) failed.push(describeCheck(check));
  }
  const isOrderly = outcome.end.kind === 'exited' && report === undefined;
  const end =
    report === undefined
      ? describeEnd(outcome.end)
      : `a sanitizer reports ${report.kind}${report.cwe === undefined ? '' : ` (${report.cwe})`}`;
  const isFine = failed.length === 0 && isOrderly;
  const detail = isFine ? '' : oneLine([...failed, end, words].filter((part) => part !== '').join('; '));
  return { name: one.name, holds: failed.length === 0, isOrderly, detail };
}

async function holds(check: Check, outcome: RunOutcome, isReported: boolean, workspace: Workspace): Promise<boolean> {
  const { look, path, text } = check;
  switch (look) {
    case 'stdout-has':
      return outcome.stdout.includes(text);
    case 'stdout-lacks':
      return !outcome.stdout.includes(text);
    case 'stderr-has':
      return outcome.stderr.includes(text);
    case 'exit-code':
      return outcome.end.kind === 'exited' && String(outcome.end.exitCode) === text.trim();
    case 'file-has': {
      const bytes = await workspace.read(path, MAX_READ);
      return bytes !== undefined && new TextDecoder().decode(bytes).includes(text);
    }
    case 'file-absent':
      return (await workspace.read(path, MAX_READ)) === undefined;
    case 'crash':
      return outcome.end.kind === 'signalled';
    case 'sanitizer-report':
      return isReported;
  }
}

function describeCheck({ look, path, text }: Check): string {
  return `not so: ${[look, path, text === '' ? '' : `'${text}'`].filter((part) => part !== '').join(' ')}`;
}

function toWorkspaceFile({ path, text }: SourceFiles[number]): WorkspaceFile {
  return { path, content: text };
}

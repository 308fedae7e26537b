import type { TestResult } from '#core/behaviour.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { describeEnd, lastWords, oneLine, withoutFolder } from './seen-text.ts';
import type { Stage } from './stage.ts';

/** Longest that the person's tests may take on one candidate. */
const TIMEOUT_MS = 300_000;

/** What `sh` gives when the command itself is not there, or is none. */
const NO_COMMAND = new Set([126, 127]);

/** A test, or why it could not be run. */
export type CommandOutcome = { readonly test: TestResult } | { readonly problem: string };

/**
 * Runs the person's own test command on a candidate, in a workspace that holds the project and, over it, the candidate's
 * files. Exit code 0 passes; a run that does not end fails.
 *
 * @throws {SecCodeError} `CANCELLED` when `signal` is aborted.
 */
export async function runTestCommand(
  command: string,
  files: SourceFiles,
  stage: Stage,
  signal: AbortSignal,
): Promise<CommandOutcome> {
  const project = await stage.projectFiles();
  const own = files.map(({ path, text }) => ({ path, content: text }));
  const taken = new Set(own.map(({ path }) => path));
  const workspace = await stage.open([...project.filter(({ path }) => !taken.has(path)), ...own]);
  try {
    const outcome = await workspace.run({ command: ['sh', '-c', command], limits: { timeoutMs: TIMEOUT_MS } }, signal);
    const { end } = outcome;
    const said = stage.hide(lastWords(withoutFolder(outcome, workspace.path)));
    const cannot = end.kind === 'not-found' || end.kind === 'broken';
    if (cannot || (end.kind === 'exited' && NO_COMMAND.has(end.exitCode))) {
      return { problem: oneLine(`The test command could not be run: ${describeEnd(end)}. ${said}`) };
    }
    const isPassing = end.kind === 'exited' && end.exitCode === 0;
    const detail = isPassing ? '' : oneLine(`${describeEnd(end)}. ${said}`);
    return { test: { name: oneLine(command), source: 'command', isPassing, detail } };
  } finally {
    await workspace.close();
  }
}

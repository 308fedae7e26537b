import type { RunCall, RunEnd, RunOutcome } from '../sandbox/sandbox.ts';
import { toolFailed } from './tool-failed.ts';

export interface ToolRun {
  /** The detector's folder name. */
  readonly detector: string;
  readonly call: RunCall;
  /** Runs the call: `run` of a workspace, or one of a toolbox with its files bound. */
  readonly run: (call: RunCall, signal: AbortSignal) => Promise<RunOutcome>;
  readonly signal: AbortSignal;
  /** Exit codes with which the tool has done its work; some say by another one than 0 that they found something. */
  readonly exitCodes: readonly number[];
}

/**
 * Runs a tool that must come to its own end.
 *
 * @throws {SecCodeError} `DETECTOR_FAILED` when it is not here, crashed, reached a limit or ended with another exit code;
 * `CANCELLED` when `signal` is aborted.
 */
export async function runTool({ detector, call, run, signal, exitCodes }: ToolRun): Promise<RunOutcome> {
  const outcome = await run(call, signal);
  const fault = faultOf(outcome.end, exitCodes);
  if (fault !== undefined) throw toolFailed(detector, `'${call.command[0]}' ${fault}.`);
  return outcome;
}

function faultOf(end: RunEnd, exitCodes: readonly number[]): string | undefined {
  switch (end.kind) {
    case 'exited':
      return exitCodes.includes(end.exitCode) ? undefined : `ended with exit code ${end.exitCode}`;
    case 'signalled':
      return `crashed (${end.signal})`;
    case 'limit':
      return LIMITS[end.limit];
    case 'not-found':
      return 'is not installed';
    case 'broken':
      return 'could not be started';
  }
}

const LIMITS = {
  timeoutMs: 'did not finish in time',
  cpuMs: 'computed for too long',
  memoryBytes: 'needed too much memory',
  processes: 'started too many processes',
  outputBytes: 'printed too much',
  diskBytes: 'wrote too much',
} as const;

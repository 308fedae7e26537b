import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** What every command gets. */
export interface CliContext {
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C and by termination. */
  readonly signal: AbortSignal;
  /** Says how the process is to end. */
  readonly end: (code: ExitCode, why?: string) => void;
}

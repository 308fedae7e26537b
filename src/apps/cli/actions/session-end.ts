import type { VerdictReached } from '#core/session-event.ts';
import type { SessionReport } from '#engine/reports/format.ts';
import { VERSION } from '../../version.ts';
import type { SessionResult } from '../../workbench/run-session.ts';
import type { CliContext } from '../context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

/** The exit code that a verdict means. */
export function exitCodeOf({ verdict }: VerdictReached): ExitCode {
  switch (verdict) {
    case 'secure':
      return EXIT.clean;
    case 'vulnerable':
      return EXIT.findings;
    case 'undecided':
      return EXIT.undecided;
  }
}

/** Ends the process as the verdict says, with the reason as the last line. */
export function endWith({ verdict, sessionId }: SessionResult, { end }: CliContext): void {
  const code = exitCodeOf(verdict);
  if (code === EXIT.clean) end(code);
  else end(code, `exit ${String(code)}: ${verdict.verdict}, ${verdict.stopReason} (session ${sessionId})`);
}

export function reportOf({ events }: Pick<SessionResult, 'events'>): SessionReport {
  return { kind: 'session', version: VERSION, events };
}

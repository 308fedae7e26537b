import { CommanderError } from 'commander';
import { SecCodeError } from '#core/errors.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { buildProgram } from './program.ts';
import { type CliProcess, openTerminal, type Terminal } from './terminal.ts';

/** Runs one command line to its exit code. Everything thrown ends here, as words or as a bug report. */
export async function runCli(argv: readonly string[], process: CliProcess): Promise<ExitCode> {
  const terminal = openTerminal(process);
  const interruption = listen(process);
  let code: ExitCode = EXIT.clean;
  let why: string | undefined;
  const program = buildProgram({
    terminal,
    signal: interruption.signal,
    end: (wanted, reason) => {
      code = wanted;
      why = reason;
    },
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    // The last line on standard error says why the exit code is not 0.
    if (why !== undefined) terminal.note(why);
    return code;
  } catch (error) {
    const interrupted = interruption.code();
    if (interrupted === undefined) return report(error, terminal);
    terminal.note(why ?? 'Interrupted. Go on with: seccode sessions resume');
    return interrupted;
  } finally {
    interruption.stop();
  }
}

interface Interruption {
  readonly signal: AbortSignal;
  readonly code: () => ExitCode | undefined;
  readonly stop: () => void;
}

function listen(process: CliProcess): Interruption {
  const controller = new AbortController();
  let code: ExitCode | undefined;
  const stopWith = (wanted: ExitCode) => (): void => {
    // The second signal does not wait for anything: what is stored can be resumed.
    if (code !== undefined) process.exit?.(code);
    code = wanted;
    controller.abort();
  };
  const onInterrupt = stopWith(EXIT.interrupted);
  const onTerminate = stopWith(EXIT.terminated);
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  return {
    signal: controller.signal,
    code: () => code,
    stop: () => {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onTerminate);
    },
  };
}

function report(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version were asked for; everything else commander has put into words already.
    return error.exitCode === 0 ? EXIT.clean : EXIT.undecided;
  }
  if (error instanceof SecCodeError) {
    terminal.note(`error: ${error.message}\nfix: ${error.remedy}`);
    if (terminal.process.env['SECCODE_VERBOSE'] === '1' && error.cause instanceof Error) {
      terminal.note(`cause: ${error.cause.stack ?? error.cause.message}`);
    }
    return EXIT.undecided;
  }
  if (error instanceof Error && 'syscall' in error) {
    // The machine said no: a full disk, a folder that may not be written. Not ours to fix, and not a bug.
    terminal.note(`error: ${error.message}\nfix: Check the path, its rights and the space left, and try again.`);
    return EXIT.undecided;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  terminal.note(`This is a bug in SecCode. Please report it with the lines below.\n${trace}`);
  return EXIT.bug;
}

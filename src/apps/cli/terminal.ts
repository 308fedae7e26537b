import { visible } from '#engine/reports/visible.ts';

/** The part of a process that a command may touch; tests hand in their own. */
export interface CliProcess {
  /** Ends the process at once. */
  readonly exit?: (code: number) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly on: (event: 'SIGINT' | 'SIGTERM', listener: () => void) => unknown;
  readonly off: (event: 'SIGINT' | 'SIGTERM', listener: () => void) => unknown;
}

/** How to write to whoever watches: results on standard output, everything else on standard error. */
export interface Terminal {
  readonly process: CliProcess;
  /** Standard output may have colour. */
  readonly hasColour: boolean;
  /** Standard error may have colour. */
  readonly errorsHaveColour: boolean;
  /** Somebody watches standard error: progress may be drawn over itself. */
  readonly isLive: boolean;
  /** Somebody can be asked. */
  readonly isInteractive: boolean;
  readonly width: number;
  /** Writes a program or a patch: to the letter into a pipe or file, with control characters spelled out on a terminal. */
  readonly out: (text: string) => Promise<void>;
  /** Writes what a format made, which has seen to control characters itself, colour included. */
  readonly outFormatted: (text: string) => Promise<void>;
  /** Tells the person something; control characters are spelled out. */
  readonly note: (text: string) => void;
  /** As `note`, for what a format made. */
  readonly noteFormatted: (text: string) => void;
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** `NO_COLOR`, `FORCE_COLOR`, `CI` and `TERM=dumb` are honoured. */
export function openTerminal(process: CliProcess): Terminal {
  const { env, stdin, stdout, stderr } = process;
  // A reader that goes away (`| head`) is no failure, and there is nobody left to tell.
  for (const stream of [stdout, stderr]) stream.on('error', ignoreClosedPipe);
  const isPlain = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const isForced = (env['FORCE_COLOR'] ?? '') !== '' && env['FORCE_COLOR'] !== '0';
  const isAutomatic = (env['CI'] ?? '') !== '' && env['CI'] !== 'false';
  const colour = (stream: NodeJS.WriteStream): boolean => !isPlain && (isForced || (stream.isTTY && !isAutomatic));
  return {
    process,
    hasColour: colour(stdout),
    errorsHaveColour: colour(stderr),
    isLive: stderr.isTTY && !isAutomatic && env['TERM'] !== 'dumb',
    isInteractive: stdin.isTTY && stderr.isTTY && !isAutomatic,
    width: stdout.columns || 100,
    out: (text) => write(stdout, stdout.isTTY ? visible(text) : text),
    outFormatted: (text) => write(stdout, text),
    note: (text) => {
      stderr.write(`${visible(text)}\n`);
    },
    noteFormatted: (text) => {
      stderr.write(`${text}\n`);
    },
  };
}

/** Waits until the text is gone: an exit right after a large write to a pipe would cut it. */
async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.write(text, (error) => {
      // The reader went away (`| head`): there is nobody left to tell.
      if (error !== null && error !== undefined && (!('code' in error) || error.code !== 'EPIPE')) reject(error);
      else resolve();
    });
  });
}

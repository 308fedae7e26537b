import type { RunEnd, RunOutcome } from '../sandbox/sandbox.ts';

const MAX_LENGTH = 300;

/** What a run printed. */
export type Said = Pick<RunOutcome, 'stdout' | 'stderr'>;

/** How a run ended, as a clause: `it ended with exit code 1`. */
export function describeEnd(end: RunEnd): string {
  switch (end.kind) {
    case 'exited':
      return `it ended with exit code ${String(end.exitCode)}`;
    case 'signalled':
      return `it was ended by ${end.signal}`;
    case 'limit':
      return end.limit === 'timeoutMs' ? 'it did not end in time' : `it went over its limit of ${end.limit}`;
    case 'not-found':
      return 'the program to run is not there';
    case 'broken':
      return `it could not be started (${end.reason})`;
  }
}

/**
 * What a run printed, with paths as they are within the program: where its folder lies is of this run and this machine alone,
 * and a prompt with it would be another one each time.
 */
export function withoutFolder({ stdout, stderr }: Said, folder: string): Said {
  const exact = folder.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const within = new RegExp(`(?<![\\w./-])${exact}/`, 'g');
  return { stdout: stdout.replaceAll(within, ''), stderr: stderr.replaceAll(within, '') };
}

/** What a run said last, on one short line: that is where tools say what is wrong. */
export function lastWords({ stdout, stderr }: Said): string {
  const text = stderr.trim() === '' ? stdout : stderr;
  const lines = text.trim().split('\n').slice(-3);
  return oneLine(lines.join(' '));
}

/** Control characters and line breaks become blanks, and the end is kept when it is too long. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
  return line.length > MAX_LENGTH ? `…${line.slice(-MAX_LENGTH)}` : line;
}

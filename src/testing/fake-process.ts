import { PassThrough } from 'node:stream';
import type { CliProcess } from '#apps/cli/terminal.ts';

/** A process that a test can read from and talk to. */
export interface FakeProcess extends CliProcess {
  /** What went to standard output so far. */
  readonly printed: () => string;
  /** What went to standard error so far. */
  readonly noted: () => string;
  /** Sends a signal, as Ctrl-C would. */
  readonly signal: (name: 'SIGINT' | 'SIGTERM') => void;
}

export interface FakeProcessOptions {
  readonly folder: string;
  readonly input?: string;
  /** Without `PATH` no program of this machine is found: which there are changes what a session does. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Standard error and input are a terminal. */
  readonly isTerminal?: boolean;
  /** So is standard output. */
  readonly isOutputTerminal?: boolean;
}

/** Stands in for Node's process: own streams, own environment, own signals. */
export function fakeProcess({
  folder,
  input = '',
  environment = {},
  isTerminal = false,
  isOutputTerminal = false,
}: FakeProcessOptions): FakeProcess {
  const listeners = new Map<string, Set<() => void>>();
  const stdin = Object.assign(new PassThrough(), { isTTY: isTerminal });
  stdin.end(input);
  const out = sink(isOutputTerminal);
  const err = sink(isTerminal);
  return {
    env: { PATH: '/nonexistent', HOME: folder, OLLAMA_HOST: 'http://127.0.0.1:9', ...environment },
    cwd: () => folder,
    // Commands use no more of the streams than what a pass-through has.
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: out.stream as unknown as NodeJS.WriteStream,
    stderr: err.stream as unknown as NodeJS.WriteStream,
    on: (name, listener) => listeners.set(name, (listeners.get(name) ?? new Set()).add(listener)),
    off: (name, listener) => listeners.get(name)?.delete(listener),
    printed: out.text,
    noted: err.text,
    signal: (name) => {
      for (const listener of listeners.get(name) ?? []) listener();
    },
  };
}

function sink(isTTY: boolean): { readonly stream: PassThrough; readonly text: () => string } {
  let text = '';
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 100 });
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return { stream, text: () => text };
}

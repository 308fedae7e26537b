import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** `eval-queue-process.ts` at work. */
export class OtherWorker {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  readonly #output: AsyncIterator<string>;

  constructor(argv: readonly string[]) {
    const script = join(import.meta.dirname, 'eval-queue-process.ts');
    const child = spawn(process.execPath, ['--conditions=seccode-source', '--import', 'tsx', script, ...argv], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: import.meta.dirname,
    });
    this.#child = child;
    this.#output = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** Reads on until it has said `count` of these lines. */
  async until(wanted: readonly string[], count: number): Promise<void> {
    while (this.lines.filter((line) => wanted.includes(line)).length < count) {
      const { value, done } = await this.#output.next();
      if (done === true) throw new Error(`The other process ended after ${JSON.stringify(this.lines)}.`);
      this.lines.push(value);
    }
  }

  /** Ends it as `kill -9` does: it cannot clean up. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }
}

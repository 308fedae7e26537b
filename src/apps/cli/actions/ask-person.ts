import { createInterface, type Interface } from 'node:readline';
import { visible } from '#engine/reports/visible.ts';
import type { Terminal } from '../terminal.ts';

/** A line that ends a pasted reply; no program has it. */
const END = '.end';

/** A person who stands in for a model. */
export interface Person {
  /** Shows a prompt to be carried to a model, and takes the reply that is pasted. */
  readonly ask: (prompt: string) => Promise<string>;
  /** Stops listening, so that the process can end. */
  readonly leave: () => void;
}

/** One reader serves all prompts: a second one would miss what was pasted ahead and already read by the first. */
export function meetPerson(terminal: Terminal, pause: () => void): Person {
  let reader: Interface | undefined;
  let lines: AsyncIterator<string> | undefined;
  return {
    ask: async (prompt) => {
      pause();
      const { stdin, stderr } = terminal.process;
      reader ??= createInterface({ input: stdin });
      lines ??= reader[Symbol.asyncIterator]();
      stderr.write(`${visible(prompt)}\nPaste the reply, then a line with ${END} alone (or Ctrl-D):\n`);
      const reply: string[] = [];
      for (;;) {
        const line: IteratorResult<string, unknown> = await lines.next();
        if (line.done === true || line.value.trim() === END) return reply.join('\n');
        reply.push(line.value);
      }
    },
    leave: () => {
      reader?.close();
    },
  };
}

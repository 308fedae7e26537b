import { createInterface } from 'node:readline';
import type { Terminal } from '../terminal.ts';

/** A line that ends a pasted reply; no program has it. */
const END = '.end';

/** Shows a prompt for a person to carry to a model, and takes the reply that they paste. */
export function askPersonOn(terminal: Terminal, pause: () => void): (prompt: string) => Promise<string> {
  return async (prompt) => {
    pause();
    const { stdin, stderr } = terminal.process;
    stderr.write(`${prompt}\nPaste the reply, then a line with ${END} alone (or Ctrl-D):\n`);
    const reader = createInterface({ input: stdin });
    const lines: string[] = [];
    try {
      for await (const line of reader) {
        if (line.trim() === END) break;
        lines.push(line);
      }
    } finally {
      reader.close();
    }
    return lines.join('\n');
  };
}

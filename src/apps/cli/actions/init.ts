import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliContext } from '../context.ts';

const CONFIG = `# Settings of SecCode for this project; \`seccode config show\` prints what is in force.
# Keys and addresses of providers do not belong here: set OPENAI_API_KEY and the like in the environment.

# model: anthropic/claude-sonnet-4-5
# reviewerModel: openai/gpt-4.1
failOn: medium
minConfidence: medium
maxIterations: 5
# maxCost: 1.00       # US dollars for a whole session
# timeout: 10m
`;

const IGNORE = `# What \`seccode scan\` leaves out, in gitignore syntax.
node_modules/
dist/
*.min.js
`;

/** `seccode init`. Never touches a file that is there. */
export async function runInit({ terminal }: CliContext): Promise<void> {
  const folder = terminal.process.cwd();
  for (const [name, content] of [
    ['seccode.config.yaml', CONFIG],
    ['.seccodeignore', IGNORE],
  ] as const) {
    try {
      await writeFile(join(folder, name), content, { flag: 'wx' });
      terminal.note(`wrote ${name}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      terminal.note(`${name} is there already and stays as it is.`);
    }
  }
}

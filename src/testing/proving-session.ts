import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '#apps/cli/run-cli.ts';
import { fakeProcess } from './fake-process.ts';
import { startModelServer } from './model-server/model-server.ts';

/** Replies by who asks. `write` goes through its list; its last entry repeats. */
export interface ProvingScript {
  readonly write: readonly string[];
  readonly prove?: string;
  readonly test?: string;
  /** Called with each prompt, in order. */
  readonly onAsked?: (role: 'review' | 'prove' | 'test' | 'write', prompt: string) => void;
}

/** A folder with one program. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'seccode-prove-'));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return folder;
}

/** How a command ended, and what the fixer was asked. */
export interface Ended {
  readonly code: number;
  readonly printed: string;
  readonly noted: string;
  /** The whole text of each prompt that asked for code. */
  readonly asked: readonly string[];
  readonly folder: string;
  /** What a file of the folder holds now. */
  readonly read: (path: string) => string;
}

/** Runs a command in this process with a scripted model that knows its roles. Programs are real, and run in the sandbox. */
export async function runScripted(
  args: readonly string[],
  folder: string,
  script: ProvingScript | 'no model',
): Promise<Ended> {
  const replies: ProvingScript = script === 'no model' ? { write: [] } : script;
  const asked: string[] = [];
  const server = await startModelServer(({ prompt }) => {
    const [system = ''] = prompt;
    const text = prompt.join('\n');
    const role = roleOf(system);
    replies.onAsked?.(role, text);
    if (role === 'review') return '{"findings": []}';
    if (role !== 'write') return (role === 'prove' ? replies.prove : replies.test) ?? '';
    asked.push(text);
    const { write } = replies;
    return write[Math.min(asked.length, write.length) - 1] ?? '';
  });
  try {
    const process = fakeProcess({ folder, environment: { PATH: globalThis.process.env['PATH'] ?? '/usr/bin:/bin' } });
    const modelFlags = ['-m', 'openai-compatible/scripted', '--base-url', server.baseUrl, '--retries', '0'];
    const code = await runCli(script === 'no model' ? args : [...args, ...modelFlags], process);
    const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
    return { code, printed: process.printed(), noted: process.noted(), asked, folder, read };
  } finally {
    await server.close();
  }
}

function roleOf(system: string): 'review' | 'prove' | 'test' | 'write' {
  if (system.startsWith('You are the security reviewer')) return 'review';
  if (system.startsWith('You show by two runs')) return 'prove';
  return system.startsWith('You write the acceptance tests') ? 'test' : 'write';
}

/** A scripted program in the form that prompts ask for. */
export function programReply(path: string, text: string): string {
  return `**${path}**\n\`\`\`\n${text}\`\`\`\n`;
}

/** Runs what was kept as a person would, without SecCode. */
export function runKept(
  folder: string,
  {
    searchPath = process.env['PATH'],
    flags = [],
  }: { readonly searchPath?: string; readonly flags?: readonly string[] } = {},
): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['seccode-proofs/run', ...flags], {
    cwd: folder,
    env: { PATH: searchPath },
    encoding: 'utf8',
  });
  return { code: status, said: `${stdout}${stderr}` };
}

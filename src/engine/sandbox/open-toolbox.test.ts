import { describe, expect, it } from 'vitest';
import { openToolbox } from './open-toolbox.ts';
import type { RunEnd, Sandbox } from './sandbox.ts';

const MACHINE = { searchPath: '', temporaryFolder: '/tmp', nowMs: () => 0 };

/** A sandbox that starts nothing and says what it is told to say. */
function scripted(answers: readonly { readonly end: RunEnd; readonly stdout?: string; readonly stderr?: string }[]): {
  readonly sandbox: Sandbox;
  readonly log: readonly string[];
} {
  const log: string[] = [];
  let next = 0;
  const sandbox: Sandbox = {
    name: 'scripted',
    title: 'scripted',
    isIsolating: true,
    rank: 1,
    enforces: [],
    runs: 'programs',
    availability: async () => ({ isUsable: true, detail: '', remedy: '' }),
    open: async (files) => {
      log.push(`open ${files.map(({ path }) => path).join()}`);
      return {
        path: '/work',
        run: async ({ command }) => {
          log.push(command.join(' '));
          const answer = answers[next];
          next += 1;
          if (answer === undefined) throw new Error('It broke down.');
          return { stdout: '', stderr: '', durationMs: 0, ...answer };
        },
        write: async () => undefined,
        read: async () => undefined,
        close: async () => {
          log.push('close');
        },
      };
    },
  };
  return { sandbox, log };
}

const FINE: RunEnd = { kind: 'exited', exitCode: 0 };

describe('openToolbox', () => {
  it('runs in a workspace of its own and closes it', async () => {
    const { sandbox, log } = scripted([{ end: FINE, stdout: 'done' }]);

    const { stdout } = await openToolbox(sandbox, MACHINE).run(
      [{ path: 'a.c', content: '' }],
      { command: ['cc', 'a.c'] },
      new AbortController().signal,
    );

    expect(stdout).toBe('done');
    expect(log).toEqual(['open a.c', 'cc a.c', 'close']);
  });

  it('closes the workspace of a run that breaks down', async () => {
    const { sandbox, log } = scripted([]);
    const running = openToolbox(sandbox, MACHINE).run([], { command: ['cc'] }, new AbortController().signal);

    await expect(running).rejects.toThrow('It broke down.');
    expect(log).toEqual(['open ', 'cc', 'close']);
  });

  it('asks for a version once, and takes the first line that is not empty', async () => {
    const { sandbox, log } = scripted([{ end: FINE, stdout: '\n  tool 1.2  \nmore' }]);
    const tools = openToolbox(sandbox, MACHINE);

    expect(await tools.version(['tool', '--version'])).toBe('tool 1.2');
    expect(await tools.version(['tool', '--version'])).toBe('tool 1.2');
    expect(log).toHaveLength(3);
  });

  it('takes a version from standard error, cut to 200 characters', async () => {
    const { sandbox } = scripted([{ end: FINE, stderr: 'x'.repeat(300) }]);

    expect(await openToolbox(sandbox, MACHINE).version(['javac', '-version'])).toBe('x'.repeat(200));
  });

  it.each<[string, readonly { end: RunEnd }[]]>([
    ['is absent', [{ end: { kind: 'not-found' } }]],
    ['fails', [{ end: { kind: 'exited', exitCode: 1 } }]],
    ['hangs', [{ end: { kind: 'limit', limit: 'timeoutMs' } }]],
    ['breaks the sandbox', []],
  ])('knows no version of a tool that %s', async (_, answers) => {
    expect(await openToolbox(scripted(answers).sandbox, MACHINE).version(['tool'])).toBeUndefined();
  });
});

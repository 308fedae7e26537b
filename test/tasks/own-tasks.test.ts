/** SecCode's own tasks are worth something only as far as their tests tell the references apart: each is built and run. */
import PQueue from 'p-queue';
import { describe, expect, it } from 'vitest';
import { hasTool } from '#testing/has-tool.ts';
import { isSandboxed } from '#testing/is-sandboxed.ts';
import { readOwnTasks } from '#testing/own-tasks.ts';
import { faultsOfProof, proveTask } from '#testing/prove-task.ts';

const TOOLS: Readonly<Record<string, string>> = { python: 'python3', javascript: 'node', c: 'gcc', cpp: 'g++' };

const tasks = await readOwnTasks();
/** As many as CI has cores: programs that wait for one another run into their limits of time. */
const queue = new PQueue({ concurrency: 2 });

describe.each(Object.entries(TOOLS))('tasks in %s (need bubblewrap and %s)', (language, tool) => {
  const own = tasks.filter((task) => task.language === language);

  describe.skipIf(!isSandboxed || !hasTool(tool)).concurrent('are proven', () => {
    it.each(own)(
      '$id: every test passes on the secure program; on the insecure one exploit tests fail and no others',
      async (task) => {
        const proof = await queue.add(async () => await proveTask(task));

        expect(faultsOfProof(proof)).toEqual([]);
      },
      180_000,
    );
  });
});

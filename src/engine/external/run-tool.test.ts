import { describe, expect, it } from 'vitest';
import type { RunEnd } from '#engine/sandbox/sandbox.ts';
import { scriptedTools } from '#testing/scripted-tools.ts';
import { runTool } from './run-tool.ts';

const { signal } = new AbortController();

async function end(kind: RunEnd) {
  const tools = scriptedTools({ end: kind, stdout: 'x' });
  return runTool({
    detector: 'my-tool',
    call: { command: ['mytool', '-x'] },
    run: async (call) => tools.run([], call, signal),
    signal,
    exitCodes: [0, 1],
  });
}

describe('the run of a tool', () => {
  it('is good with an exit code that the tool has for findings', async () => {
    expect((await end({ kind: 'exited', exitCode: 1 })).stdout).toBe('x');
  });

  it.each<[RunEnd, string]>([
    [{ kind: 'exited', exitCode: 2 }, "'mytool' ended with exit code 2."],
    [{ kind: 'signalled', signal: 'SIGSEGV' }, "'mytool' crashed (SIGSEGV)."],
    [{ kind: 'limit', limit: 'timeoutMs' }, "'mytool' did not finish in time."],
    [{ kind: 'limit', limit: 'memoryBytes' }, "'mytool' needed too much memory."],
    [{ kind: 'limit', limit: 'outputBytes' }, "'mytool' printed too much."],
    [{ kind: 'not-found' }, "'mytool' is not installed."],
    [{ kind: 'broken', reason: 'EACCES' }, "'mytool' could not be started."],
  ])('fails the detector when it ends with %j', async (kind, message) => {
    await expect(end(kind)).rejects.toMatchObject({
      code: 'DETECTOR_FAILED',
      message,
      details: { detector: 'my-tool' },
    });
  });
});

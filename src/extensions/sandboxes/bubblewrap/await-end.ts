import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';
import { isAlive } from '#engine/sandbox/process-tree.ts';
import type { Finish } from '#engine/sandbox/run-limited.ts';

const information = z.object({ 'child-pid': z.int().positive() });

const LOOK_MS = 2;
const PATIENCE_MS = 10_000;

/**
 * Waits until the first process of the sandbox is gone: the kernel lets it go only when all others inside are gone. It has
 * been told to die with the outer one, which has ended.
 */
export const awaitEnd: Finish = async (report, { end, stdout, stderr }) => {
  const parsed = parseJson(report);
  const known = parsed.ok ? information.safeParse(parsed.value) : undefined;
  const isOwnFault = end.kind === 'exited' && stdout === '' && stderr.startsWith('bwrap: ');
  const broken = { kind: 'broken', reason: firstLine(stderr) } as const;
  if (known?.success !== true) return end.kind === 'exited' ? broken : end;
  const pid = known.data['child-pid'];
  for (let waited = 0; isAlive(pid); waited += LOOK_MS) {
    if (waited > PATIENCE_MS) return { kind: 'broken', reason: 'Something that the program started does not end.' };
    await sleep(LOOK_MS);
  }
  return isOwnFault ? broken : end;
};

function firstLine(text: string): string {
  return text.split('\n')[0]?.slice(0, 200) ?? '';
}

/**
 * A process that opens a store, for tests of what two processes do to each other.
 *
 * `node store-process.ts <module> <folder>`; then one command per line on standard input, one answer per line on
 * standard output: `open <id>` answers `held` or an error code, `append <id>` answers the sequence or an error code,
 * `close <id>` answers `closed`.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import type { OpenStore, SessionLog } from '#engine/storage/store.ts';

const StoreModule = z.object({ openStore: z.custom<OpenStore>((value) => typeof value === 'function') });

const [, , module = '', folder = ''] = process.argv;
const loaded: unknown = await import(module);
const store = StoreModule.parse(loaded).openStore(folder);
const logs = new Map<string, SessionLog>();

console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const [command = '', sessionId = '', text = ''] = line.split(' ');
  console.log(await answer(command, sessionId, text));
}

async function answer(command: string, sessionId: string, text: string): Promise<string> {
  try {
    const log = logs.get(sessionId);
    switch (command) {
      case 'open':
        logs.set(sessionId, await store.open(sessionId));
        return 'held';
      case 'append':
        if (log === undefined) return 'not open';
        return String((await log.append({ type: 'session-resumed', version: text })).sequence);
      case 'close':
        await log?.close();
        return 'closed';
      default:
        return 'unknown command';
    }
  } catch (error) {
    return error instanceof SecCodeError ? error.code : String(error);
  }
}

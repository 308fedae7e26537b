import { join, resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { EvalQueue } from '#engine/evals/eval-queue.ts';
import { type Extensions, loadAll } from '../../compose.ts';
import type { Host } from '../host.ts';
import { queueAddress } from './queue-address.ts';

/** A queue and the address that runs are kept at. */
export interface ChosenQueue {
  readonly queue: EvalQueue;
  readonly address: string;
}

/**
 * The queue that takes an address, or the variable that holds it; absent, the folder of this project.
 *
 * @throws {SecCodeError} `USAGE` when no queue takes it.
 */
export async function chooseQueue(
  address: string | undefined,
  extensions: Pick<Extensions, 'queues'>,
  host: Pick<Host, 'folder' | 'stateFolder' | 'environment'>,
): Promise<ChosenQueue> {
  const wanted = address === undefined ? join(host.stateFolder, 'evals') : queueAddress(address, host.environment);
  const queue = (await loadAll(extensions.queues)).find(({ accepts }) => accepts(wanted));
  if (queue === undefined) {
    // An address may hold a password.
    throw new SecCodeError('USAGE', 'No queue takes this address.', {
      remedy: 'Give a folder, or an address such as postgres://host/database.',
    });
  }
  return { queue, address: wanted.includes('://') ? wanted : resolve(host.folder, wanted) };
}

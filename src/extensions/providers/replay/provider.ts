import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { Provider } from '#engine/models/provider.ts';
import { readRecording } from '#engine/models/recording.ts';
import { openReplay, type ReplayClient } from '#engine/models/replay-client.ts';

/** Answers from a recording file: `replay:FILE`. No key, no network, the same every time. */
export const provider: Provider & { readonly open: (file: string) => Promise<ReplayClient> } = {
  name: 'replay',
  title: 'A recorded session',
  keys: [],
  availability: async () => ({ isUsable: true, detail: 'replay:FILE answers from a recording', remedy: '' }),
  open: async (file) => {
    if (file === '') {
      throw new SecCodeError('MODEL_UNAVAILABLE', 'No recording was named.', {
        remedy: 'Name the file, as in replay:FILE.',
      });
    }
    return openReplay(readRecording(await read(file)), `replay:${file}`);
  },
};

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new SecCodeError('MODEL_UNAVAILABLE', `The recording '${basename(file)}' cannot be read.`, {
      remedy: 'Check the path of the file and that it may be read.',
      cause,
    });
  }
}

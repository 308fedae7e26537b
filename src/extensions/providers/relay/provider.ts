import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { SecCodeError } from '#core/errors.ts';
import type { ModelClient, ModelReply, ModelRequest, Provider } from '#engine/models/provider.ts';
import { ProviderFailure } from '#engine/models/provider-failure.ts';
import { awaitReply } from './await-reply.ts';
import { type Pace, watchFolder } from './looks.ts';
import { postRequest } from './request-files.ts';
import { promptForPerson } from './terminal.ts';
import { toRelayRequest } from './wire.ts';

const PACE: Pace = { soonMs: 250, wheneverMs: 2_000 };

/**
 * The model is a person or another program: SecCode hands out the prompt and takes the reply, on the terminal or, as
 * `relay:FOLDER`, through files.
 */
export const provider: Provider = {
  name: 'relay',
  title: 'A person with any chat window, or another program',
  keys: [],
  // Nothing after the name: the terminal.
  defaultModel: '',
  availability: async ({ askPerson }) => ({
    isUsable: true,
    detail: askPerson === undefined ? 'through files, as relay:FOLDER' : 'on this terminal, or as relay:FOLDER',
    remedy: '',
  }),
  open: async (folder, { askPerson }) => {
    if (folder !== '') return openFolder(folder, PACE);
    if (askPerson !== undefined) return openTerminal(askPerson);
    throw new SecCodeError('MODEL_UNAVAILABLE', 'Nobody can be asked: this is not a terminal.', {
      remedy: 'Run SecCode in a terminal, or name a folder for the requests, as in relay:FOLDER.',
    });
  },
};

/** A relay through the files of a folder. */
export async function openFolder(folder: string, pace: Pace): Promise<ModelClient> {
  await prepare(folder);
  const model = `relay:${folder}`;
  const delivered = new Set<string>();
  return {
    model,
    isFree: true,
    isPatient: true,
    complete: async (request, signal) => {
      if (signal.aborted) throw aborted(signal);
      try {
        const number = await postRequest({ folder, request: toRelayRequest(request, model), delivered });
        const looks = watchFolder(folder, pace);
        const hasSchema = request.responseSchema !== undefined;
        const reply = await awaitReply({ folder, number, hasSchema, looks, signal }).finally(looks.stop);
        delivered.add(number);
        return reply;
      } catch (error) {
        throw error instanceof ProviderFailure ? error : unusable(folder, error);
      }
    },
  };
}

function openTerminal(askPerson: (prompt: string) => Promise<string>): ModelClient {
  // A person reads one prompt at a time, however many are asked at once.
  let turn: Promise<unknown> = Promise.resolve();
  // Kept until delivered: a call that timed out is asked again, and the person is still busy with the same prompt.
  const open = new Map<string, Promise<ModelReply>>();

  const ask = async (request: ModelRequest, before: Promise<unknown>): Promise<ModelReply> => {
    await before.catch(() => undefined);
    const text = await askPerson(promptForPerson(request));
    return { text, finishReason: 'stop', usage: {}, model: 'relay' };
  };

  return {
    model: 'relay',
    isFree: true,
    isPatient: true,
    complete: async (request, signal) => {
      if (signal.aborted) throw aborted(signal);
      const key = JSON.stringify([request.id, request.messages]);
      const answer = open.get(key) ?? ask(request, turn);
      open.set(key, answer);
      turn = answer;
      answer.catch(() => open.delete(key));
      const reply = await untilAborted(answer, signal);
      open.delete(key);
      return reply;
    },
  };
}

async function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let onAbort: () => void = () => undefined;
  const abortion = new Promise<never>((_, reject) => {
    onAbort = () => {
      reject(aborted(signal));
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, abortion]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function prepare(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unusable(folder, cause);
  }
}

function unusable(folder: string, cause: unknown): SecCodeError {
  return new SecCodeError('MODEL_UNAVAILABLE', `The relay folder '${folder}' cannot be read and written.`, {
    remedy: 'Name a folder that this user may read and write, as in relay:FOLDER.',
    cause,
  });
}

function aborted(signal: AbortSignal): ProviderFailure {
  return new ProviderFailure('aborted', 'Waiting for a reply was aborted.', { cause: signal.reason });
}

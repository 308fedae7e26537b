import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelReply } from '#engine/models/provider.ts';
import { ProviderFailure } from '#engine/models/provider-failure.ts';
import type { Looks } from './looks.ts';
import { isCode } from './request-files.ts';
import { type ParsedReply, parseJsonReply, parseTextReply } from './wire.ts';

/** A reply that is waited for. */
export interface Waiting {
  readonly folder: string;
  /** As in the file name, `0001`. */
  readonly number: string;
  readonly hasSchema: boolean;
  readonly looks: Looks;
  readonly signal: AbortSignal;
}

/** More is no reply to a prompt. */
const MAX_REPLY_BYTES = 16 * 1024 * 1024;

/** Looks in a row that find the same bytes before a file counts as finished. */
const STEADY_LOOKS = 2;

/** Looks in a row after which a finished file that cannot be read is taken for what it is. */
const PATIENT_LOOKS = 20;

interface Sighting {
  readonly file: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** How many looks in a row saw exactly this. */
  readonly looks: number;
}

/**
 * Waits until a reply file is there, is not empty and has stopped growing, and reads it.
 *
 * A `.reply.json` that does not parse is taken for one that is still being written, up to a point.
 *
 * @throws {ProviderFailure} `aborted`, or `rejected` when the reply can never be read.
 */
export async function awaitReply({ folder, number, hasSchema, looks, signal }: Waiting): Promise<ModelReply> {
  const kinds = [
    { file: join(folder, `${number}.reply.json`), read: (text: string) => parseJsonReply(text, hasSchema) },
    { file: join(folder, `${number}.reply.md`), read: parseTextReply },
  ];
  const sightings = new Map<string, Sighting>();
  for (;;) {
    throwIfAborted(signal);
    for (const { file, read } of kinds) {
      const seen = await look(file, sightings.get(file));
      if (seen === undefined) {
        sightings.delete(file);
        continue;
      }
      sightings.set(file, seen);
      if (seen.looks < STEADY_LOOKS) continue;
      const text = await textOf(seen);
      if (text.trim() === '') continue;
      const parsed: ParsedReply = read(text);
      if ('reply' in parsed) return parsed.reply;
      if (seen.looks < PATIENT_LOOKS) continue;
      // Broken JSON is still an answer: whoever asked for a schema knows how to repair it.
      if (hasSchema) return { text, finishReason: 'stop', usage: {}, model: 'relay' };
      throw new ProviderFailure('rejected', `The reply ${number}.reply.json ${parsed.unreadable}.`);
    }
    await looks.next(sightings.size > 0 ? 'soon' : 'whenever', signal);
  }
}

async function look(file: string, before: Sighting | undefined): Promise<Sighting | undefined> {
  const status = await stat(file).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (status === undefined || status.size === 0) return undefined;
  const { size, mtimeMs: modifiedMs } = status;
  const isSame = before?.size === size && before.modifiedMs === modifiedMs;
  return { file, size, modifiedMs, looks: isSame ? before.looks + 1 : 1 };
}

async function textOf({ file, size }: Sighting): Promise<string> {
  if (size > MAX_REPLY_BYTES) {
    throw new ProviderFailure('rejected', `The reply is larger than ${MAX_REPLY_BYTES / 1024 / 1024} MiB.`);
  }
  // Editors on Windows put a byte order mark before the text.
  return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
}

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new ProviderFailure('aborted', 'Waiting for a reply was aborted.', { cause: signal.reason });
  }
}

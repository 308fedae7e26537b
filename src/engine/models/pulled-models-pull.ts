import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import { findPulledModel, isGguf, originFile, partFile, type PulledModel, pulledModelFile } from './pulled-models.ts';
import { type Fetched, fetchFile } from './pulled-models-fetch.ts';

/** A model that can be downloaded. */
export interface PullableModel {
  /** What it will be called after `local/`. */
  readonly name: string;
  readonly url: string;
  /** Exact size of the file, where it is known. */
  readonly sizeBytes?: number;
  /** Lower-case hex, where it is known. */
  readonly sha256?: string;
}

/** How far a download is. */
export interface PullProgress {
  /** What an earlier download left included. */
  readonly receivedBytes: number;
  /** Absent when the server does not say. */
  readonly totalBytes?: number;
}

export interface PullOptions {
  /** The models folder; created when missing. */
  readonly folder: string;
  readonly model: PullableModel;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: PullProgress) => void;
}

export interface Pulled extends PulledModel {
  /**
   * What the content was compared with: a hash we knew, one that the host stated, or nothing but its length and first
   * bytes.
   */
  readonly verification: 'known-hash' | 'stated-hash' | 'unverified';
}

/** Which version of which address the bytes of a broken-off download are. */
const Origin = z.object({ url: z.string(), etag: z.string().exactOptional() });

/**
 * Downloads a model, or goes on where an earlier download broke off. Does nothing when it is there already.
 *
 * The file appears under its name only when it is complete and checked. What has come stays when the download is
 * aborted or the connection breaks.
 *
 * @throws {SecCodeError} `MODEL_DOWNLOAD_FAILED` with what to do, or `CANCELLED` when the signal was aborted.
 */
export async function pullModel({ folder, model, signal, onProgress }: PullOptions): Promise<Pulled> {
  const file = pulledModelFile(folder, model.name);
  const present = await findPulledModel(folder, model.name);
  if (present !== undefined) return { ...present, verification: 'unverified' };
  try {
    await mkdir(folder, { recursive: true });
    const { statedSha256 } = await download(file, model, signal, onProgress ?? (() => undefined));
    return await finish(file, model, statedSha256);
  } catch (error) {
    throw explain(error, model, signal);
  }
}

async function download(
  file: string,
  model: PullableModel,
  signal: AbortSignal,
  onProgress: (progress: PullProgress) => void,
): Promise<Fetched> {
  const part = partFile(file);
  const origin = await readOrigin(file);
  const isSameOrigin = origin?.url === model.url;
  const there = isSameOrigin ? await sizeOf(part) : 0;
  const etag = isSameOrigin ? origin.etag : undefined;
  const asked = { url: model.url, signal };

  let fetched = await fetchFile({ ...asked, offset: there, ...(etag === undefined ? {} : { etag }) });
  if (fetched.response.status === 416) {
    // Nothing is left to send: the file is complete, or what lies here is of another file.
    await fetched.response.body?.cancel();
    if (there > 0 && totalIn(fetched.response) === there) return fetched;
    fetched = await fetchFile({ ...asked, offset: 0 });
  }
  const { response } = fetched;
  const offset = response.status === 206 ? startIn(response) : 0;
  if ((response.status !== 200 && response.status !== 206) || offset > there) {
    await response.body?.cancel();
    throw refusal(response.status);
  }
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const totalBytes = Number.isSafeInteger(length) ? offset + length : model.sizeBytes;
  await checkRoom(dirname(file), (totalBytes ?? 0) - offset);
  await writeFile(originFile(file), JSON.stringify({ url: model.url, ...etagOf(response) }));
  const receivedBytes = await receive({ part, offset, response, signal, totalBytes, onProgress });
  if (totalBytes !== undefined && receivedBytes !== totalBytes) throw brokenOff();
  return fetched;
}

interface Receiving {
  readonly part: string;
  readonly offset: number;
  readonly response: Response;
  readonly signal: AbortSignal;
  readonly totalBytes: number | undefined;
  readonly onProgress: (progress: PullProgress) => void;
}

async function receive({ part, offset, response, signal, totalBytes, onProgress }: Receiving): Promise<number> {
  // Not opened for appending: two processes that pull the same file then write the same bytes to the same places.
  const handle = await open(part, offset === 0 ? 'w' : 'r+');
  let position = offset;
  const report = (): void => {
    onProgress({ receivedBytes: position, ...(totalBytes === undefined ? {} : { totalBytes }) });
  };
  try {
    report();
    for await (const chunk of response.body ?? []) {
      signal.throwIfAborted();
      const bytes = Buffer.from(chunk);
      await handle.write(bytes, 0, bytes.length, position);
      position += bytes.length;
      report();
    }
    await handle.sync();
    return position;
  } finally {
    await handle.close();
  }
}

async function finish(file: string, model: PullableModel, statedSha256: string | undefined): Promise<Pulled> {
  const part = partFile(file);
  const sizeBytes = await sizeOf(part);
  const sha256 = model.sha256 ?? statedSha256;
  const fault =
    model.sizeBytes !== undefined && model.sizeBytes !== sizeBytes
      ? `The file has ${sizeBytes} bytes, and should have ${model.sizeBytes}.`
      : !(await isGguf(part))
        ? 'What the server sent is not a GGUF model.'
        : sha256 !== undefined && (await sha256Of(part)) !== sha256
          ? 'The content of the file is not what its checksum says.'
          : undefined;
  if (fault !== undefined) {
    await rm(part, { force: true });
    await rm(originFile(file), { force: true });
    throw new SecCodeError('MODEL_DOWNLOAD_FAILED', fault, {
      remedy: 'Check the address, and that no proxy answers in its place; then pull the model again.',
    });
  }
  await rename(part, file);
  await rm(originFile(file), { force: true });
  const verification = model.sha256 !== undefined ? 'known-hash' : sha256 !== undefined ? 'stated-hash' : 'unverified';
  return { name: model.name, file, sizeBytes, verification };
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(Buffer.from(chunk));
  return hash.digest('hex');
}

async function readOrigin(file: string): Promise<z.infer<typeof Origin> | undefined> {
  const parsed = parseJson(await readFile(originFile(file), 'utf8').catch(() => ''));
  return parsed.ok ? Origin.safeParse(parsed.value).data : undefined;
}

/** A weak tag does not promise the same bytes. */
function etagOf(response: Response): { readonly etag?: string } {
  const etag = response.headers.get('etag');
  return etag === null || etag.startsWith('W/') ? {} : { etag };
}

function startIn(response: Response): number {
  const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  return start === undefined ? Number.POSITIVE_INFINITY : Number(start);
}

function totalIn(response: Response): number | undefined {
  const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

async function checkRoom(folder: string, neededBytes: number): Promise<void> {
  const room = await statfs(folder).catch(() => undefined);
  if (room === undefined || room.bavail * room.bsize >= neededBytes) return;
  throw noRoom();
}

function noRoom(cause?: unknown): SecCodeError {
  return new SecCodeError('MODEL_DOWNLOAD_FAILED', 'There is not enough room on the disk for the model.', {
    remedy: 'Free some room, choose a smaller model, or set another models folder.',
    cause,
  });
}

function brokenOff(cause?: unknown): SecCodeError {
  return new SecCodeError('MODEL_DOWNLOAD_FAILED', 'The download broke off.', {
    remedy: 'Run the same command again: it goes on where it stopped.',
    cause,
  });
}

function refusal(status: number): SecCodeError {
  const remedy =
    status === 401 || status === 403
      ? 'Choose a model that can be downloaded without signing in, or download the file with a browser.'
      : status === 404 || status === 410
        ? 'Check the address of the model: there is none any more.'
        : 'Run the same command again later: it goes on where it stopped.';
  return new SecCodeError('MODEL_DOWNLOAD_FAILED', `The server answered with status ${status}.`, {
    remedy,
    details: { status },
  });
}

function explain(error: unknown, { name }: PullableModel, signal: AbortSignal): unknown {
  if (error instanceof SecCodeError) return error;
  if (signal.aborted) {
    return new SecCodeError('CANCELLED', `The download of ${name} was stopped; what has come is kept.`, {
      remedy: 'Run the same command again: it goes on where it stopped.',
      cause: error,
    });
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return noRoom(error);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOTDIR' || code === 'EEXIST') {
    return new SecCodeError('MODEL_DOWNLOAD_FAILED', 'The models folder cannot be written.', {
      remedy: 'Set a models folder that this user may write.',
      cause: error,
    });
  }
  return brokenOff(error);
}

import { createHash } from 'node:crypto';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { DatasetFile } from '#engine/evals/dataset.ts';
import { sha256Of } from './dataset-folder.ts';

/** How far fetching is, over all files. */
export interface FetchProgress {
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

export interface FetchOptions {
  /** Absolute; made when it is missing. */
  readonly folder: string;
  readonly files: readonly DatasetFile[];
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: FetchProgress) => void;
  /** For a server of this machine: `http:` is good enough for it. */
  readonly allowsLoopback?: boolean;
}

export interface FetchedFile {
  /** Absolute. */
  readonly path: string;
  /** It was there with the right checksum, and was not fetched. */
  readonly wasThere: boolean;
}

const MAX_REDIRECTIONS = 5;
const REDIRECTIONS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
/** Between two pieces of a file. */
const SILENCE_MS = 60_000;

/**
 * Fetches the files of a dataset. A file appears under its name when it is complete and its checksum is right; nothing of
 * one that is not is kept. A file that is there with another checksum is left alone.
 *
 * @throws {SecCodeError} `DATASET_DOWNLOAD_FAILED` with what to do; `INPUT_INVALID` when another file has the name;
 *   `CANCELLED` when the signal was aborted.
 */
export async function fetchDatasetFiles(options: FetchOptions): Promise<readonly FetchedFile[]> {
  const { folder, files, onProgress = () => undefined } = options;
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  await mkdir(folder, { recursive: true });
  const there: boolean[] = [];
  // All are looked at first: half a dataset is of no use.
  for (const file of files) there.push(await isThere(join(folder, file.name), file));
  const fetched: FetchedFile[] = [];
  let before = 0;
  for (const [index, file] of files.entries()) {
    const path = join(folder, file.name);
    const wasThere = there[index] === true;
    if (!wasThere) {
      await fetchOne(path, file, options, (bytes) => onProgress({ receivedBytes: before + bytes, totalBytes }));
    }
    before += file.bytes;
    onProgress({ receivedBytes: before, totalBytes });
    fetched.push({ path, wasThere });
  }
  return fetched;
}

async function isThere(path: string, { sha256 }: DatasetFile): Promise<boolean> {
  if ((await stat(path).catch(() => undefined)) === undefined) return false;
  if ((await sha256Of(path)) === sha256) return true;
  throw occupied(path);
}

async function fetchOne(
  path: string,
  file: DatasetFile,
  { signal, allowsLoopback = false }: FetchOptions,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  const idle = new AbortController();
  const timer = setTimeout(() => idle.abort(), SILENCE_MS);
  try {
    const response = await reach(file.url, AbortSignal.any([signal, idle.signal]), allowsLoopback);
    await receive(part, file, response, (bytes) => {
      timer.refresh();
      onBytes(bytes);
    });
    await publish(part, path);
  } catch (error) {
    throw explain(error, file, signal);
  } finally {
    clearTimeout(timer);
    await rm(part, { force: true });
  }
}

/** Follows redirections by hand: none may lead to anything weaker. */
async function reach(url: string, signal: AbortSignal, allowsLoopback: boolean): Promise<Response> {
  let current = checked(url, allowsLoopback);
  for (let count = 0; count <= MAX_REDIRECTIONS; count += 1) {
    const response = await fetch(current, { headers: { 'accept-encoding': 'identity' }, redirect: 'manual', signal });
    if (response.status === 200) return response;
    await response.body?.cancel();
    if (!REDIRECTIONS.has(response.status)) {
      throw failed(`${current.hostname} answered with status ${response.status}.`, remedyFor(response.status));
    }
    const location = response.headers.get('location') ?? '';
    current = checked(URL.canParse(location, current.href) ? new URL(location, current).href : '', allowsLoopback);
  }
  throw failed(`${current.hostname} redirects without an end.`, BY_HAND);
}

function checked(address: string, allowsLoopback: boolean): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:') return url;
  if (allowsLoopback && url?.protocol === 'http:' && LOOPBACK.test(url.hostname)) return url;
  throw failed('A dataset is only fetched over https.', BY_HAND);
}

async function receive(
  part: string,
  { bytes, sha256 }: DatasetFile,
  response: Response,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  let received = 0;
  const handle = await open(part, 'w');
  try {
    for await (const chunk of response.body ?? []) {
      const piece = Buffer.from(chunk);
      received += piece.length;
      if (received > bytes) throw failed(`The server sends more than the ${bytes} bytes of the file.`, CHANGED);
      hash.update(piece);
      await handle.write(piece);
      onBytes(received);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (received < bytes) throw failed(`The file broke off after ${received} of ${bytes} bytes.`, AGAIN);
  if (hash.digest('hex') !== sha256) throw failed('The content of the file is not what its checksum says.', CHANGED);
}

/** Gives the file its name, unless another has come to bear it meanwhile. */
async function publish(part: string, path: string): Promise<void> {
  try {
    await link(part, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'EEXIST') throw occupied(path);
    // Not every file system has links.
    await rename(part, path);
  }
}

const AGAIN = 'Check the connection, and run the command again.';
const BY_HAND = 'Download the file with a browser from the page of its publisher, and name its path when you run it.';
const CHANGED = 'Check that no proxy answers in place of the publisher, then run the command again; nothing was kept.';

function remedyFor(status: number): string {
  return status === 404 || status === 410 ? BY_HAND : AGAIN;
}

function explain(error: unknown, { name }: DatasetFile, signal: AbortSignal): unknown {
  if (signal.aborted) {
    return new SecCodeError('CANCELLED', `Fetching ${name} was interrupted.`, {
      remedy: 'Run the command again.',
      cause: error,
    });
  }
  if (error instanceof SecCodeError) return error;
  // A full disk or a folder that may not be written; what fetch throws has no such code of its own.
  if (error instanceof Error && 'syscall' in error) return error;
  return failed(`${name} cannot be fetched: the server cannot be reached, or the connection broke.`, AGAIN, error);
}

function occupied(path: string): SecCodeError {
  return new SecCodeError('INPUT_INVALID', `${path} is there already, and is another file.`, {
    remedy: 'Move it away, or name another folder with --to.',
  });
}

function failed(message: string, remedy: string, cause?: unknown): SecCodeError {
  return new SecCodeError('DATASET_DOWNLOAD_FAILED', message, { remedy, ...(cause === undefined ? {} : { cause }) });
}

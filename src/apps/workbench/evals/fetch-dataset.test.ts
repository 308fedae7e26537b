import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetFile } from '#engine/evals/dataset.ts';
import { isFetched } from './dataset-folder.ts';
import { type FetchOptions, type FetchProgress, fetchDatasetFiles } from './fetch-dataset.ts';

const CONTENT = 'id,request\n1,a\n';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let folder = '';
let server: Server;
let base = '';
let asked: string[] = [];
let answer: RequestListener = () => undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-fetch-'));
  asked = [];
  answer = (_, response) => response.end(CONTENT);
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  base = `http://127.0.0.1:${address.port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

const fileAt = (url: string, change: Partial<DatasetFile> = {}): DatasetFile => ({
  name: 'set.csv',
  url,
  sha256: sha256(CONTENT),
  bytes: CONTENT.length,
  ...change,
});

async function run(file: DatasetFile, options: Partial<FetchOptions> = {}): ReturnType<typeof fetchDatasetFiles> {
  const signal = new AbortController().signal;
  return await fetchDatasetFiles({ folder, files: [file], signal, allowsLoopback: true, ...options });
}

describe('fetchDatasetFiles', () => {
  it('keeps a file whose checksum is right, and tells how far it is', async () => {
    const seen: FetchProgress[] = [];

    const fetched = await run(fileAt(`${base}/set`), { onProgress: (progress) => seen.push(progress) });

    expect(fetched).toEqual([{ path: join(folder, 'set.csv'), wasThere: false }]);
    expect(await readFile(join(folder, 'set.csv'), 'utf8')).toBe(CONTENT);
    expect(await isFetched(folder, [fileAt(base)])).toBe(true);
    expect(seen.at(-1)).toEqual({ receivedBytes: 15, totalBytes: 15 });
    expect(await readdir(folder)).toEqual(['set.csv']);
  });

  it('asks nobody for a file that is there', async () => {
    await writeFile(join(folder, 'set.csv'), CONTENT);

    expect(await run(fileAt(base))).toEqual([{ path: join(folder, 'set.csv'), wasThere: true }]);
    expect(asked).toEqual([]);
  });

  it('leaves another file of that name alone', async () => {
    await writeFile(join(folder, 'set.csv'), 'mine');

    await expect(run(fileAt(base))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await readFile(join(folder, 'set.csv'), 'utf8')).toBe('mine');
    expect(asked).toEqual([]);
  });

  it('leaves a file alone that came while it was fetching', async () => {
    answer = (_, response) => {
      void writeFile(join(folder, 'set.csv'), 'mine').then(() => response.end(CONTENT));
    };

    await expect(run(fileAt(base))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    expect(await readFile(join(folder, 'set.csv'), 'utf8')).toBe('mine');
  });

  it('follows redirections', async () => {
    answer = (request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
      else response.end(CONTENT);
    };

    await run(fileAt(`${base}/old`));

    expect(asked).toEqual(['/old', '/new']);
  });

  const other = CONTENT.replace('a', 'b');
  it.each<{ what: string; reply: RequestListener; change?: Partial<DatasetFile>; message: RegExp }>([
    { what: 'another content', reply: (_, response) => response.end(other), message: /not what its checksum says/ },
    { what: 'too much', reply: (_, response) => response.end(`${CONTENT}more`), message: /more than the 15 bytes/ },
    {
      what: 'too little',
      reply: (_, response) => response.end(CONTENT.slice(0, 5)),
      message: /broke off after 5 of 15/,
    },
    {
      what: 'that there is no such file',
      reply: (_, response) => response.writeHead(404).end(),
      message: /status 404/,
    },
    {
      what: 'a part, and breaks off',
      reply: (_, response) => {
        response.writeHead(200, { 'content-length': 15 });
        response.write(CONTENT.slice(0, 5), () => response.destroy());
      },
      message: /connection broke/,
    },
    {
      what: 'redirections without an end',
      reply: (_, response) => response.writeHead(302, { location: '/again' }).end(),
      message: /redirects without an end/,
    },
    {
      what: 'a redirection to something weaker',
      reply: (_, response) => response.writeHead(302, { location: 'http://example.org/' }).end(),
      message: /only fetched over https/,
    },
  ])('keeps nothing when the server sends $what', async ({ reply, message }) => {
    answer = reply;

    await expect(run(fileAt(base))).rejects.toMatchObject({
      code: 'DATASET_DOWNLOAD_FAILED',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/^[A-Z].*[.]$/),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('fetches over https alone', async () => {
    await expect(run(fileAt(base), { allowsLoopback: false })).rejects.toThrow('only fetched over https');
    expect(asked).toEqual([]);
  });

  it('says that nobody can be reached', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));

    await expect(run(fileAt(base))).rejects.toMatchObject({
      code: 'DATASET_DOWNLOAD_FAILED',
      message: expect.stringContaining('set.csv cannot be fetched'),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps nothing when it is interrupted', async () => {
    const controller = new AbortController();
    answer = (_, response) => {
      response.write(CONTENT.slice(0, 5), () => controller.abort());
    };

    await expect(run(fileAt(base), { signal: controller.signal })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await readdir(folder)).toEqual([]);
  });
});

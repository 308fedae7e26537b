import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PullProgress, pullModel } from './pulled-models-pull.ts';

const CONTENT = 'GGUF and twelve';
/** sha256sum of CONTENT. */
const SHA256 = '2979bcc9544804f0d04719ce32337328df227c79d747f42a0216757ffe30b5d8';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let folder = '';
let server: Server;
let base = '';
let handler: Handler = () => undefined;
let ranges: (string | undefined)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-models-'));
  ranges = [];
  handler = (_, response) => response.writeHead(404).end();
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    handler(request, response);
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

/** A server that knows ranges, as those of model hosts do. */
const serve =
  (content: string, { etag = '"v1"' } = {}): Handler =>
  (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const isStale = request.headers['if-range'] !== undefined && request.headers['if-range'] !== etag;
    if (start >= content.length) {
      response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
    } else if (start > 0 && !isStale) {
      const range = `bytes ${start}-${content.length - 1}/${content.length}`;
      response.writeHead(206, { etag, 'content-range': range, 'content-length': content.length - start });
      response.end(content.slice(start));
    } else {
      response.writeHead(200, { etag, 'content-length': content.length }).end(content);
    }
  };

/** Receives six bytes, and then the connection is gone. */
const pullHalf = async (): Promise<void> => {
  handler = (_, response) => {
    response.writeHead(200, { etag: '"v1"', 'content-length': CONTENT.length });
    response.write(CONTENT.slice(0, 6));
  };
  const pulling = pullModel({
    folder,
    model: { name: 'tiny', url: `${base}/tiny.gguf` },
    signal: new AbortController().signal,
    onProgress: ({ receivedBytes }) => {
      if (receivedBytes === 6) server.closeAllConnections();
    },
  });
  await expect(pulling).rejects.toMatchObject({
    code: 'MODEL_DOWNLOAD_FAILED',
    message: 'The download broke off.',
    remedy: 'Run the same command again: it goes on where it stopped.',
  });
};

const pull = (changes: Partial<Parameters<typeof pullModel>[0]['model']> = {}, signal = new AbortController().signal) =>
  pullModel({ folder, model: { name: 'tiny', url: `${base}/tiny.gguf`, ...changes }, signal });

const modelText = () => readFile(join(folder, 'tiny.gguf'), 'utf8');

describe('pullModel', () => {
  it('downloads a model and leaves nothing else behind', async () => {
    handler = serve(CONTENT);

    await expect(pull()).resolves.toEqual({
      name: 'tiny',
      file: join(folder, 'tiny.gguf'),
      sizeBytes: 15,
      verification: 'unverified',
    });
    expect(await modelText()).toBe(CONTENT);
    expect(await readdir(folder)).toEqual(['tiny.gguf']);
  });

  it('tells how far it is', async () => {
    handler = serve(CONTENT);
    const progress: PullProgress[] = [];

    await pullModel({
      folder: join(folder, 'new'),
      model: { name: 'tiny', url: base },
      signal: new AbortController().signal,
      onProgress: (step) => progress.push(step),
    });

    expect(progress.at(0)).toEqual({ receivedBytes: 0, totalBytes: 15 });
    expect(progress.at(-1)).toEqual({ receivedBytes: 15, totalBytes: 15 });
  });

  it('does nothing when the model is there', async () => {
    await writeFile(join(folder, 'tiny.gguf'), 'GGUF');

    await expect(pull()).resolves.toMatchObject({ sizeBytes: 4 });
    expect(ranges).toEqual([]);
  });

  it('keeps what came before the connection broke, and goes on there', async () => {
    await pullHalf();
    expect(await readFile(join(folder, 'tiny.gguf.part'), 'utf8')).toBe('GGUF a');

    handler = serve(CONTENT);
    await pull({ sha256: SHA256 });

    expect(ranges).toEqual([undefined, 'bytes=6-']);
    expect(await modelText()).toBe(CONTENT);
  });

  it('starts over when the file has changed in between', async () => {
    await pullHalf();

    handler = serve('GGUF, second edition', { etag: '"v2"' });
    await pull();

    expect(await modelText()).toBe('GGUF, second edition');
  });

  it('starts over when what lies there is of another address', async () => {
    await pullHalf();

    handler = serve(CONTENT);
    await pull({ url: `${base}/another.gguf` });

    expect(ranges).toEqual([undefined, undefined]);
    expect(await modelText()).toBe(CONTENT);
  });

  it('finishes a download that was complete but not checked', async () => {
    await writeFile(join(folder, 'tiny.gguf.part'), CONTENT);
    await writeFile(join(folder, 'tiny.gguf.part.json'), JSON.stringify({ url: `${base}/tiny.gguf`, etag: '"v1"' }));
    handler = serve(CONTENT);

    await pull();

    expect(ranges).toEqual(['bytes=15-']);
    expect(await modelText()).toBe(CONTENT);
  });

  it('starts over when more lies there than the file has', async () => {
    await writeFile(join(folder, 'tiny.gguf.part'), `${CONTENT} and something else`);
    await writeFile(join(folder, 'tiny.gguf.part.json'), JSON.stringify({ url: `${base}/tiny.gguf` }));
    handler = serve(CONTENT);

    await pull();

    expect(await modelText()).toBe(CONTENT);
  });

  it('follows redirections and compares with the hash they state', async () => {
    handler = (request, response) => {
      if (request.url === '/tiny.gguf') {
        response.writeHead(302, { location: '/storage', 'x-linked-etag': `"${SHA256}"` }).end();
      } else serve(CONTENT)(request, response);
    };

    await expect(pull()).resolves.toMatchObject({ verification: 'stated-hash' });
  });

  it('compares with the hash that is known', async () => {
    handler = serve(CONTENT);

    await expect(pull({ sha256: SHA256, sizeBytes: 15 })).resolves.toMatchObject({ verification: 'known-hash' });
  });

  it.each([
    {
      name: 'another hash',
      changes: { sha256: '0'.repeat(64) },
      fact: 'The content of the file is not what its checksum says.',
    },
    { name: 'another size', changes: { sizeBytes: 16 }, fact: 'The file has 15 bytes, and should have 16.' },
  ])('refuses and deletes a file with $name', async ({ changes, fact }) => {
    handler = serve(CONTENT);

    await expect(pull(changes)).rejects.toMatchObject({ code: 'MODEL_DOWNLOAD_FAILED', message: fact });
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses and deletes a page in place of a model', async () => {
    handler = serve('<html>Please log in.</html>');

    await expect(pull()).rejects.toMatchObject({ message: 'What the server sent is not a GGUF model.' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps what has come when it is aborted', async () => {
    const controller = new AbortController();
    handler = (_, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length });
      response.write('GGUF');
    };
    const pulling = pullModel({
      folder,
      model: { name: 'tiny', url: base },
      signal: controller.signal,
      onProgress: ({ receivedBytes }) => {
        if (receivedBytes > 0) controller.abort();
      },
    });

    await expect(pulling).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await readFile(join(folder, 'tiny.gguf.part'), 'utf8')).toBe('GGUF');
  });

  it.each([
    { status: 401, remedy: /without signing in/ },
    { status: 404, remedy: /Check the address/ },
    { status: 503, remedy: /again later/ },
  ])('says what to do after status $status', async ({ status, remedy }) => {
    handler = (_, response) => response.writeHead(status).end();

    await expect(pull()).rejects.toMatchObject({
      code: 'MODEL_DOWNLOAD_FAILED',
      message: `The server answered with status ${status}.`,
      remedy: expect.stringMatching(remedy),
    });
  });

  it('says that a server cannot be reached', async () => {
    const gone = `${base}/tiny.gguf`;
    await new Promise((resolve) => server.close(resolve));

    await expect(pull({ url: gone })).rejects.toMatchObject({
      code: 'MODEL_DOWNLOAD_FAILED',
      message: '127.0.0.1 cannot be reached.',
      remedy: expect.stringContaining('proxy'),
    });
  });

  it.each(['http://example.org/tiny.gguf', 'ftp://127.0.0.1/tiny.gguf', 'tiny.gguf', 'file:///tiny.gguf'])(
    'refuses the address %s',
    async (url) => {
      await expect(pull({ url })).rejects.toMatchObject({ message: 'A model is only downloaded over https.' });
    },
  );

  it('refuses a redirection to an address that is not https', async () => {
    handler = (_, response) => response.writeHead(302, { location: 'http://example.org/tiny.gguf' }).end();

    await expect(pull()).rejects.toMatchObject({ message: 'A model is only downloaded over https.' });
  });

  it('refuses redirections without an end', async () => {
    handler = (_, response) => response.writeHead(302, { location: '/again' }).end();

    await expect(pull()).rejects.toMatchObject({ message: '127.0.0.1 redirects without an end.' });
  });

  it('says that the models folder cannot be written', async () => {
    handler = serve(CONTENT);
    await writeFile(join(folder, 'file'), '');
    const model = { name: 'tiny', url: base };

    await expect(
      pullModel({ folder: join(folder, 'file'), model, signal: new AbortController().signal }),
    ).rejects.toMatchObject({ message: 'The models folder cannot be written.' });
  });

  it('refuses a name that leads out of the folder', async () => {
    await expect(pull({ name: '../tiny' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postRequest } from './request-files.ts';
import type { RelayRequest } from './wire.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-relay-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const request = (id: string, content = 'Hello.'): RelayRequest => ({
  id,
  purpose: 'generate',
  model: 'relay:x',
  messages: [{ role: 'user', content }],
});

const post = (asked: RelayRequest, delivered: readonly string[] = []) =>
  postRequest({ folder, request: asked, delivered: new Set(delivered) });

describe('postRequest', () => {
  it('counts up from 0001', async () => {
    expect([await post(request('a')), await post(request('b'))]).toEqual(['0001', '0002']);
  });

  it('writes the request for people to read, and leaves nothing else behind', async () => {
    await post({ ...request('a'), responseSchema: { type: 'object' } });

    expect(await readdir(folder)).toEqual(['0001.request.json']);
    expect(await readFile(join(folder, '0001.request.json'), 'utf8')).toBe(`{
  "id": "a",
  "purpose": "generate",
  "model": "relay:x",
  "messages": [
    {
      "role": "user",
      "content": "Hello."
    }
  ],
  "responseSchema": {
    "type": "object"
  }
}
`);
  });

  it('creates a folder that is missing', async () => {
    const number = await postRequest({ folder: join(folder, 'a/b'), request: request('a'), delivered: new Set() });

    expect(number).toBe('0001');
    expect(await readdir(join(folder, 'a/b'))).toEqual(['0001.request.json']);
  });

  it('finds the request of a session that was killed', async () => {
    await post(request('a'));
    await post(request('b'));

    expect(await post(request('a'))).toBe('0001');
  });

  it('asks anew what was answered and is asked again', async () => {
    await post(request('a'));

    expect(await post(request('a'), ['0001'])).toBe('0002');
  });

  it('asks anew when the messages are others', async () => {
    await post(request('a', 'Hello.'));

    expect(await post(request('a', 'Good bye.'))).toBe('0002');
  });

  it('passes over a number whose reply lies there, and files of others', async () => {
    await writeFile(join(folder, '0007.reply.md'), 'old');
    await writeFile(join(folder, 'notes.txt'), 'mine');

    expect(await post(request('a'))).toBe('0008');
  });

  it('passes over a request that cannot be read', async () => {
    await writeFile(join(folder, '0001.request.json'), '{"id": "a", "mess');

    expect(await post(request('a'))).toBe('0002');
  });

  it('passes over a number that a process claimed and never used', async () => {
    await writeFile(join(folder, '.0001.request.json.tmp'), '');

    expect(await post(request('a'))).toBe('0002');
  });

  it('goes beyond four digits', async () => {
    await writeFile(join(folder, '9999.request.json'), '{}');

    expect(await post(request('a'))).toBe('10000');
  });

  it('gives every request its own number when two processes share the folder', async () => {
    const module = JSON.stringify(pathToFileURL(join(import.meta.dirname, 'request-files.ts')).href);
    const program = (name: string) => `
      const { postRequest } = await import(${module});
      const request = (id) => ({ id, purpose: 'fix', model: 'relay', messages: [{ role: 'user', content: id }] });
      const ids = Array.from({ length: 25 }, (_, index) => ${JSON.stringify(name)} + index);
      const post = (id) => postRequest({ folder: ${JSON.stringify(folder)}, request: request(id), delivered: new Set() });
      const numbers = await Promise.all(ids.map(async (id) => [id, await post(id)]));
      process.stdout.write(JSON.stringify(numbers));
    `;
    const run = async (name: string): Promise<[string, string][]> => {
      const flags = ['--conditions=seccode-source', '--import', 'tsx', '--input-type=module', '--eval', program(name)];
      const { stdout } = await promisify(execFile)(process.execPath, flags);
      return JSON.parse(stdout);
    };

    const numbers = (await Promise.all([run('left'), run('right')])).flat();

    const files = await readdir(folder);
    expect(files).toHaveLength(50);
    expect(new Set(numbers.map(([, number]) => number)).size).toBe(50);
    for (const [id, number] of numbers) {
      expect(JSON.parse(await readFile(join(folder, `${number}.request.json`), 'utf8'))).toMatchObject({ id });
    }
  });
});

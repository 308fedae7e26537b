import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ModelRequest, ProviderOptions } from '#engine/models/provider.ts';
import { watchFolder } from './looks.ts';
import { openFolder, provider } from './provider.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-relay-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const options: ProviderOptions = { environment: {}, modelsFolder: 'unused' };
const never = new AbortController().signal;
/** Fast enough for a test, and still a look for every millisecond or two. */
const pace = { soonMs: 2, wheneverMs: 5 };

const request = (id: string, changes: Partial<ModelRequest> = {}): ModelRequest => ({
  id,
  purpose: 'generate',
  messages: [
    { role: 'system', content: 'You write code.' },
    { role: 'user', content: 'Write a parser.' },
  ],
  ...changes,
});

/** Resolves once the request is there, as a program at the other end would wait for it. */
const requestFile = async (number: string): Promise<string> => {
  for (;;) {
    const text = await readFile(join(folder, `${number}.request.json`), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
};

describe('the relay through a folder', () => {
  it('hands the request out and the reply back', async () => {
    const client = await openFolder(folder, pace);
    const reply = client.complete(request('0.strategy.1', { temperature: 0.5 }), never);

    expect(JSON.parse(await requestFile('0001'))).toEqual({
      id: '0.strategy.1',
      purpose: 'generate',
      model: `relay:${folder}`,
      messages: [
        { role: 'system', content: 'You write code.' },
        { role: 'user', content: 'Write a parser.' },
      ],
    });
    await writeFile(join(folder, 'draft'), '{"text": "Done.", "model": "chat"}');
    await rename(join(folder, 'draft'), join(folder, '0001.reply.json'));

    await expect(reply).resolves.toEqual({ text: 'Done.', finishReason: 'stop', usage: {}, model: 'chat' });
    expect(client.isFree).toBe(true);
  });

  it('asks anew when another session asks the same', async () => {
    const client = await openFolder(folder, pace);
    const first = client.complete(request('0.strategy.1', { session: 'one' }), never);
    await requestFile('0001');
    await writeFile(join(folder, '0001.reply.md'), 'Old.');
    await first;

    const second = (await openFolder(folder, pace)).complete(request('0.strategy.1', { session: 'two' }), never);
    expect(JSON.parse(await requestFile('0002'))).toMatchObject({ id: 'two.0.strategy.1' });
    await writeFile(join(folder, '0002.reply.md'), 'New.');

    await expect(second).resolves.toMatchObject({ text: 'New.' });
  });

  it('takes up the reply to a request of a session that was killed', async () => {
    const controller = new AbortController();
    const killed = (await openFolder(folder, pace)).complete(request('a'), controller.signal);
    await requestFile('0001');
    controller.abort();
    await expect(killed).rejects.toMatchObject({ kind: 'aborted' });
    await writeFile(join(folder, '0001.reply.md'), 'Done meanwhile.');

    const resumed = await openFolder(folder, pace);

    await expect(resumed.complete(request('a'), never)).resolves.toMatchObject({ text: 'Done meanwhile.' });
  });

  it('asks again when the same client repeats a request', async () => {
    const client = await openFolder(folder, pace);
    await writeFile(join(folder, '.keep'), '');
    const first = client.complete(request('a'), never);
    await requestFile('0001');
    await writeFile(join(folder, '0001.reply.md'), 'First.');
    await first;

    const second = client.complete(request('a'), never);
    await requestFile('0002');
    await writeFile(join(folder, '0002.reply.md'), 'Second.');

    await expect(second).resolves.toMatchObject({ text: 'Second.' });
  });

  it('serves several requests at once', async () => {
    const client = await openFolder(folder, pace);
    const replies = Promise.all([client.complete(request('a'), never), client.complete(request('b'), never)]);
    for (const number of ['0001', '0002']) {
      const { id } = JSON.parse(await requestFile(number));
      await writeFile(join(folder, `${number}.reply.md`), `To ${id}.`);
    }

    expect((await replies).map(({ text }) => text)).toEqual(['To a.', 'To b.']);
  });

  it('writes nothing when it is aborted before it begins', async () => {
    const client = await openFolder(folder, pace);

    await expect(client.complete(request('a'), AbortSignal.abort())).rejects.toMatchObject({ kind: 'aborted' });
    await expect(readFile(join(folder, '0001.request.json'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('refuses a folder that is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');

    await expect(provider.open(file, options)).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: `The relay folder '${file}' cannot be read and written.`,
      remedy: 'Name a folder that this user may read and write, as in relay:FOLDER.',
    });
  });

  it('says so when the folder turns into something else', async () => {
    const inner = join(folder, 'inner');
    const client = await openFolder(inner, pace);
    await rm(inner, { recursive: true });
    await writeFile(inner, '');

    await expect(client.complete(request('a'), never)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  });
});

describe('watchFolder', () => {
  it('is woken by a change long before the next look is due', async () => {
    const looks = watchFolder(folder, { soonMs: 1, wheneverMs: 3_600_000 });
    const next = looks.next('whenever', never);
    await writeFile(join(folder, '0001.reply.md'), 'Now.');

    await expect(next).resolves.toBeUndefined();
    looks.stop();
  });

  it('looks now and then at a folder that cannot be watched', async () => {
    const looks = watchFolder(join(folder, 'gone'), { soonMs: 1, wheneverMs: 1 });

    await expect(looks.next('whenever', never)).resolves.toBeUndefined();
    looks.stop();
  });

  it('resolves when it is aborted', async () => {
    const controller = new AbortController();
    const looks = watchFolder(folder, { soonMs: 3_600_000, wheneverMs: 3_600_000 });
    const next = looks.next('soon', controller.signal);
    controller.abort();

    await expect(next).resolves.toBeUndefined();
    looks.stop();
  });
});

describe('the relay on a terminal', () => {
  const open = (askPerson: (prompt: string) => Promise<string>) => provider.open('', { ...options, askPerson });

  it('shows the prompt and takes what was pasted', async () => {
    const shown: string[] = [];
    const client = await open(async (prompt) => {
      shown.push(prompt);
      return 'Pasted.';
    });

    const reply = await client.complete(request('0.strategy.1'), never);

    expect(reply).toEqual({ text: 'Pasted.', finishReason: 'stop', usage: {}, model: 'relay' });
    const rule = '─'.repeat(72);
    expect(shown).toEqual([
      `Request 0.strategy.1 (generate): copy what stands between the lines, paste the reply below.
${rule}
[system]
You write code.

[user]
Write a parser.
${rule}
`,
    ]);
  });

  it('asks for JSON when a schema was given', async () => {
    let shown = '';
    const client = await open(async (prompt) => {
      shown = prompt;
      return '{}';
    });

    await client.complete(request('a', { responseSchema: { type: 'object' } }), never);

    expect(shown).toContain('Answer with JSON alone that meets this JSON Schema:\n{\n  "type": "object"\n}\n');
  });

  it('shows what would steer the terminal as a sign', async () => {
    let shown = '';
    const client = await open(async (prompt) => {
      shown = prompt;
      return 'ok';
    });

    await client.complete(request('a', { messages: [{ role: 'user', content: 'a\u001B[2Jb\tc\r\nd\u009Be' }] }), never);

    expect(shown).toContain('a␛[2Jb\tc\nd\uFFFDe');
  });

  it('shows one prompt at a time', async () => {
    const pending: ((text: string) => void)[] = [];
    const client = await open(() => new Promise((resolve) => pending.push(resolve)));
    const first = client.complete(request('a'), never);
    const second = client.complete(request('b'), never);
    await expect.poll(() => pending.length).toBe(1);

    pending[0]?.('One.');
    await expect(first).resolves.toMatchObject({ text: 'One.' });
    await expect.poll(() => pending.length).toBe(2);
    pending[1]?.('Two.');

    await expect(second).resolves.toMatchObject({ text: 'Two.' });
  });

  it('ends when it is aborted, and gives the late answer to whoever asks again', async () => {
    const controller = new AbortController();
    const pending: ((text: string) => void)[] = [];
    const client = await open(() => new Promise((resolve) => pending.push(resolve)));
    const first = client.complete(request('a'), controller.signal);
    await expect.poll(() => pending.length).toBe(1);
    controller.abort();
    await expect(first).rejects.toMatchObject({ kind: 'aborted' });

    const second = client.complete(request('a'), never);
    pending[0]?.('Late.');

    await expect(second).resolves.toMatchObject({ text: 'Late.' });
    expect(pending).toHaveLength(1);
  });

  it('needs somebody to ask', async () => {
    await expect(provider.open('', options)).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      remedy: 'Run SecCode in a terminal, or name a folder for the requests, as in relay:FOLDER.',
    });
  });

  it.each([
    { askPerson: async () => '', detail: 'on this terminal, or as relay:FOLDER' },
    { detail: 'through files, as relay:FOLDER' },
  ])('is usable: $detail', async ({ detail, ...more }) => {
    await expect(provider.availability({ ...options, ...more })).resolves.toEqual({
      isUsable: true,
      detail,
      remedy: '',
    });
  });
});

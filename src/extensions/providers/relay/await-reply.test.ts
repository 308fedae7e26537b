import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaitReply } from './await-reply.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-relay-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Step = () => Promise<unknown>;

/** Waits for 0001 and takes one step between any two looks, so that no test depends on time. */
const awaitAfter = async (
  steps: readonly Step[],
  { hasSchema = false, signal = new AbortController().signal } = {},
) => {
  const left = [...steps];
  const urgencies: string[] = [];
  const looks = {
    next: async (urgency: 'soon' | 'whenever'): Promise<void> => {
      urgencies.push(urgency);
      if (urgencies.length > 100) throw new Error('still waiting');
      await left.shift()?.();
    },
    stop: () => undefined,
  };
  const reply = await awaitReply({ folder, number: '0001', hasSchema, looks, signal });
  return { reply, urgencies, left: left.length };
};

const write =
  (name: string, text: string): Step =>
  () =>
    writeFile(join(folder, name), text);
const append =
  (name: string, text: string): Step =>
  () =>
    appendFile(join(folder, name), text);

describe('awaitReply', () => {
  it('takes all of a Markdown reply', async () => {
    const { reply } = await awaitAfter([write('0001.reply.md', 'Here:\n\n```c\nint x;\n```\n')]);

    expect(reply).toEqual({ text: 'Here:\n\n```c\nint x;\n```\n', finishReason: 'stop', usage: {}, model: 'relay' });
  });

  it('takes a reply that was renamed into place', async () => {
    const { reply } = await awaitAfter([
      write('draft', 'Whole.'),
      () => rename(join(folder, 'draft'), join(folder, '0001.reply.md')),
    ]);

    expect(reply.text).toBe('Whole.');
  });

  it('waits until a slow writer has finished', async () => {
    const { reply, left } = await awaitAfter([
      write('0001.reply.md', 'One, '),
      append('0001.reply.md', 'two, '),
      append('0001.reply.md', 'three.'),
    ]);

    expect(reply.text).toBe('One, two, three.');
    expect(left).toBe(0);
  });

  it('keeps waiting while a reply is empty or blank', async () => {
    const { reply } = await awaitAfter([
      write('0001.reply.md', ''),
      async () => undefined,
      write('0001.reply.md', '\n  \n'),
      async () => undefined,
      async () => undefined,
      write('0001.reply.md', 'At last.'),
    ]);

    expect(reply.text).toBe('At last.');
  });

  it('starts over when a reply is emptied and written again', async () => {
    const { reply } = await awaitAfter([
      write('0001.reply.md', 'Wrong.'),
      async () => {
        await truncate(join(folder, '0001.reply.md'));
      },
      write('0001.reply.md', 'Right.'),
    ]);

    expect(reply.text).toBe('Right.');
  });

  it('looks at its own number alone', async () => {
    const { reply } = await awaitAfter([write('0002.reply.md', 'Another.'), write('0001.reply.md', 'Mine.')]);

    expect(reply.text).toBe('Mine.');
  });

  it('looks more often once there is something', async () => {
    const { urgencies } = await awaitAfter([write('0001.reply.md', 'Yes.')]);

    expect(urgencies).toEqual(['whenever', 'soon']);
  });

  it('leaves a byte order mark out', async () => {
    const { reply } = await awaitAfter([write('0001.reply.md', '\uFEFFYes.')]);

    expect(reply.text).toBe('Yes.');
  });

  it('takes model, usage and finish reason from a JSON reply', async () => {
    const told = {
      text: 'Yes.',
      model: 'some-model',
      usage: { inputTokens: 3, outputTokens: 1 },
      finishReason: 'length',
    };
    const { reply } = await awaitAfter([write('0001.reply.json', JSON.stringify(told))]);

    expect(reply).toEqual(told);
  });

  it('passes over fields of a JSON reply that it does not know', async () => {
    const { reply } = await awaitAfter([write('0001.reply.json', '{"text": "Yes.", "mood": "good"}')]);

    expect(reply.text).toBe('Yes.');
  });

  it('takes any JSON as the answer when a schema was given', async () => {
    const { reply } = await awaitAfter([write('0001.reply.json', '{"findings": []}')], { hasSchema: true });

    expect(reply.text).toBe('{"findings": []}');
  });

  it('takes JSON with a text and more as the answer when a schema was given', async () => {
    const answer = '{"text": "a line", "line": 4}';
    const { reply } = await awaitAfter([write('0001.reply.json', answer)], { hasSchema: true });

    expect(reply.text).toBe(answer);
  });

  it('unwraps the answer to a schema when nothing but our own fields is there', async () => {
    const told = '{"text": "{\\"findings\\": []}", "model": "some-model"}';
    const { reply } = await awaitAfter([write('0001.reply.json', told)], { hasSchema: true });

    expect(reply).toMatchObject({ text: '{"findings": []}', model: 'some-model' });
  });

  it('waits for the rest of JSON that pauses in the middle', async () => {
    const { reply } = await awaitAfter([
      write('0001.reply.json', '{"text": '),
      async () => undefined,
      async () => undefined,
      append('0001.reply.json', '"Yes."}'),
    ]);

    expect(reply.text).toBe('Yes.');
  });

  it('hands broken JSON on when a schema was given, for others to repair', async () => {
    const { reply } = await awaitAfter([write('0001.reply.json', '{"findings": [}')], { hasSchema: true });

    expect(reply.text).toBe('{"findings": [}');
  });

  it.each([
    { text: '{"text": ', fact: 'The reply 0001.reply.json is not JSON.' },
    { text: '{"answer": 4}', fact: "The reply 0001.reply.json has no text: it needs a string named 'text'." },
  ])('refuses $text without a schema', async ({ text, fact }) => {
    await expect(awaitAfter([write('0001.reply.json', text)])).rejects.toMatchObject({
      kind: 'rejected',
      message: fact,
    });
  });

  it('refuses a reply of many megabytes', async () => {
    const large = write('0001.reply.md', 'x'.repeat(16 * 1024 * 1024 + 1));

    await expect(awaitAfter([large])).rejects.toMatchObject({ message: 'The reply is larger than 16 MiB.' });
  });

  it('ends when it is aborted', async () => {
    const controller = new AbortController();
    const abort = async (): Promise<void> => controller.abort();

    await expect(awaitAfter([abort], { signal: controller.signal })).rejects.toMatchObject({ kind: 'aborted' });
  });
});

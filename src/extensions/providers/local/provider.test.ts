import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelClient, ModelRequest, ProviderOptions } from '#engine/models/provider.ts';
import { TINY_CONTEXT_TOKENS, tinyGguf } from '../../../../scripts/make-tiny-gguf.ts';
import { LOCAL_MODEL_FOLDER } from '../../../../scripts/setup-local-model.ts';
import { CATALOGUE, DEFAULT_MODEL } from './catalogue.ts';
import { openEmbedded, threadsFor } from './client.ts';
import { provider } from './provider.ts';
import type { LlamaRuntime } from './runtime.ts';

const never = new AbortController().signal;
const optionsOf = (modelsFolder: string): ProviderOptions => ({ environment: {}, modelsFolder });
/** Has the library in its `runtime`, as a user's models folder would. */
const prepared = optionsOf(LOCAL_MODEL_FOLDER);

const request = (changes: Partial<ModelRequest> = {}): ModelRequest => ({
  id: '0.strategy.1',
  purpose: 'generate',
  messages: [
    { role: 'system', content: 'You write code.' },
    { role: 'user', content: 'Write a parser.' },
  ],
  maxOutputTokens: 16,
  temperature: 0,
  ...changes,
});

let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seccode-local-'));
  file = join(folder, 'tiny.gguf');
  await writeFile(file, tinyGguf());
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the embedded model, on a tiny one with random weights', () => {
  let client: ModelClient;
  let close: ModelClient['close'];

  beforeAll(async () => {
    if (!existsSync(join(LOCAL_MODEL_FOLDER, 'runtime/node_modules/node-llama-cpp'))) {
      throw new Error('The library of the embedded model is not installed. Run `npm run setup:local-model` once.');
    }
    client = await provider.open(file, prepared);
    close = client.close;
  });
  afterAll(async () => {
    await close?.();
  });

  it('tells its name, its context and that it is free', () => {
    expect(client).toMatchObject({ model: 'local/tiny', contextTokens: TINY_CONTEXT_TOKENS, isFree: true });
  });

  it('answers, counts tokens and says that it was cut', async () => {
    const reply = await client.complete(request(), never);

    expect(reply.text).not.toBe('');
    expect(reply).toMatchObject({ finishReason: 'length', model: 'tiny', usage: { outputTokens: 16 } });
    expect(reply.usage.inputTokens).toBeGreaterThan(10);
  });

  it('answers the same again without randomness', async () => {
    const [first, second] = [await client.complete(request(), never), await client.complete(request(), never)];

    expect(second).toEqual(first);
  });

  it('writes JSON that meets the schema', async () => {
    const responseSchema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        isSafe: { type: 'boolean' },
        severity: { anyOf: [{ enum: ['low', 'high'] }, { type: 'null' }] },
        lines: { type: 'array', items: { type: 'integer' }, maxItems: 2 },
      },
      required: ['isSafe', 'severity', 'lines'],
      additionalProperties: false,
    };

    const reply = await client.complete(request({ responseSchema, maxOutputTokens: 300 }), never);

    expect(reply.finishReason).toBe('stop');
    expect(JSON.parse(reply.text)).toEqual({
      isSafe: expect.any(Boolean),
      severity: expect.toBeOneOf(['low', 'high', null]),
      lines: expect.any(Array),
    });
  });

  it('goes on with what it had begun to say', async () => {
    const messages = [
      { role: 'user', content: 'Count.' },
      { role: 'assistant', content: 'abc' },
    ] as const;

    await expect(client.complete(request({ messages }), never)).resolves.toMatchObject({ finishReason: 'length' });
  });

  it('stops in the middle when it is aborted, and answers the next one', async () => {
    const controller = new AbortController();
    const reply = client.complete(request({ maxOutputTokens: 1_900 }), controller.signal);
    setImmediate(() => controller.abort());

    await expect(reply).rejects.toMatchObject({ name: 'ProviderFailure', kind: 'aborted' });
    await expect(client.complete(request(), never)).resolves.toMatchObject({ usage: { outputTokens: 16 } });
  });

  it('does not begin when it is aborted before', async () => {
    await expect(client.complete(request(), AbortSignal.abort())).rejects.toMatchObject({ kind: 'aborted' });
  });

  it('answers one after another when asked at once', async () => {
    const alone = await client.complete(request(), never);

    const replies = await Promise.all([client.complete(request(), never), client.complete(request(), never)]);

    expect(replies).toEqual([alone, alone]);
  });

  it('refuses a prompt that does not fit instead of dropping its beginning', async () => {
    const messages = [{ role: 'user', content: 'word '.repeat(TINY_CONTEXT_TOKENS) }] as const;

    await expect(client.complete(request({ messages }), never)).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringMatching(/^The prompt has \d+ tokens, too many for the 2048 that tiny can see at once\.$/),
    });
  });

  it('opens a path relative to the working directory', async () => {
    const opened = await provider.open(`./${relative('.', file)}`, prepared);
    await opened.close?.();

    expect(opened.model).toBe('local/tiny');
  });

  it('says that a damaged model cannot be loaded', async () => {
    const damaged = join(folder, 'files', 'damaged.gguf');
    await mkdir(join(folder, 'files'));
    await writeFile(damaged, tinyGguf().subarray(0, 20_000));

    await expect(provider.open(damaged, prepared)).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: expect.stringMatching(/^The local model damaged cannot be loaded( \(.+\))?\.$/),
    });
  });
});

/** The library as far as the tests get before a model is there. */
const runtimeOf = (getLlama: LlamaRuntime['getLlama']): LlamaRuntime => ({
  getLlama,
  LlamaChat: class {
    chatWrapper = { generateContextState: () => ({ contextText: { tokenize: () => [] } }) };
    generateResponse = async () => ({ response: '', metadata: { stopReason: 'eogToken' } });
    dispose = () => undefined;
  },
});

describe('openEmbedded', () => {
  const openWith = (runtime: LlamaRuntime) =>
    openEmbedded({ runtime, name: 'tiny', file, modelsFolder: folder, cores: 1 });

  it('asks for the installation when the library has no program for this machine', async () => {
    const tried: unknown[] = [];
    const runtime = runtimeOf(async ({ gpu }) => {
      tried.push(gpu);
      throw new Error('No binary was found.');
    });

    await expect(openWith(runtime)).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: "The embedded model's library node-llama-cpp has no program for this machine.",
    });
    expect(tried).toEqual(['auto', false]);
  });

  it('quotes the first complaint of the library, without what would steer a terminal', async () => {
    const runtime = runtimeOf(async ({ logger }) => ({
      loadModel: async () => {
        logger('error', `the name is\u001B[31m bad \u202E${'x'.repeat(1_000)}`);
        logger('error', 'failed to load model');
        throw new Error('Failed.');
      },
      createGrammarForJsonSchema: async () => ({ grammar: '' }),
      getGrammarFor: async () => ({ grammar: '' }),
    }));

    await expect(openWith(runtime)).rejects.toMatchObject({
      message: `The local model tiny cannot be loaded (the name is [31m bad  ${'x'.repeat(178)}).`,
    });
  });
});

describe('the local provider', () => {
  it('says that there is no model at a path', async () => {
    await expect(provider.open('./gone.gguf', optionsOf(folder))).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: "There is no GGUF model at './gone.gguf'.",
    });
  });

  it('says how to pull a model that is not there', async () => {
    await expect(provider.open('qwen2.5-coder-3b', optionsOf(folder))).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      remedy: 'Run `seccode models pull qwen2.5-coder-3b`.',
    });
  });

  it('says that a pulled file is damaged', async () => {
    await writeFile(join(folder, 'page.gguf'), '<html>');

    await expect(provider.open('page', optionsOf(folder))).rejects.toMatchObject({
      message: "The file of the local model 'page' is damaged.",
    });
    await rm(join(folder, 'page.gguf'));
  });

  it('says how to install the library', async () => {
    await expect(provider.open('tiny', optionsOf(folder))).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: "The embedded model's library node-llama-cpp is not installed.",
      remedy: expect.stringMatching(/^Run `npm install --prefix .+ node-llama-cpp@3\.21\.1 .+`\.$/),
    });
    await expect(provider.availability(optionsOf(folder))).resolves.toMatchObject({
      isUsable: false,
      detail: 'its library is not installed',
    });
  });

  it('is not usable before a model is pulled', async () => {
    await expect(provider.availability(prepared)).resolves.toEqual({
      isUsable: false,
      detail: 'no model is pulled',
      remedy: `Run \`seccode models pull ${DEFAULT_MODEL}\`.`,
    });
  });

  it('prefers the best pulled model of the catalogue to any other', async () => {
    const models = await mkdtemp(join(tmpdir(), 'seccode-local-'));
    for (const name of ['a-model-of-mine', 'qwen2.5-coder-1.5b', 'qwen2.5-coder-3b']) {
      await writeFile(join(models, `${name}.gguf`), 'GGUF');
    }

    const best = await provider.installedModel?.(optionsOf(models));

    expect(best).toBe('qwen2.5-coder-3b');
    await rm(models, { recursive: true });
  });

  it('takes a model of the user when there is no other, and none where there is none', async () => {
    expect(await provider.installedModel?.(optionsOf(folder))).toBe('tiny');
    expect(await provider.installedModel?.(optionsOf(join(folder, 'gone')))).toBeUndefined();
  });

  it('has its default in the catalogue, and names that can be pulled', () => {
    expect(CATALOGUE[0]?.name).toBe(DEFAULT_MODEL);
    for (const { name, url } of CATALOGUE) {
      expect(name).toMatch(/^[a-z0-9][a-z0-9.-]+$/);
      expect(url).toMatch(/^https:\/\/huggingface\.co\/.+\.gguf$/);
    }
  });
});

describe('threadsFor', () => {
  it.each([
    { cores: 1, threads: 1 },
    { cores: 2, threads: 1 },
    { cores: 8, threads: 7 },
    { cores: 64, threads: 16 },
  ])('takes $threads of $cores cores', ({ cores, threads }) => {
    expect(threadsFor(cores)).toBe(threads);
  });
});

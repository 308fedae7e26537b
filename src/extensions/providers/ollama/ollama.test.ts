import { afterEach, describe, expect, it } from 'vitest';
import type { ModelRequest, ProviderOptions } from '#engine/models/provider.ts';
import { type ModelServer, type ModelServerOptions, startModelServer } from '#testing/model-server/model-server.ts';
import { ollamaWire } from '#testing/model-server/ollama-wire.ts';
import { provider } from './provider.ts';

const REQUEST: ModelRequest = {
  id: '1',
  purpose: 'review',
  messages: [{ role: 'user', content: 'Look.' }],
  temperature: 0,
  seed: 7,
  maxOutputTokens: 50,
  responseSchema: { type: 'object' },
};
const SMALL = { '/api/show': { model_info: { 'general.architecture': 'llama', 'llama.context_length': 8192 } } };
const LARGE = { '/api/show': { model_info: { 'qwen2.context_length': 131_072 } } };

describe('ollama', () => {
  let server: ModelServer | undefined;
  afterEach(async () => server?.close());

  const start = async (options: ModelServerOptions): Promise<ProviderOptions> => {
    server = await startModelServer(['{}'], { wire: ollamaWire, ...options });
    return { environment: { OLLAMA_HOST: server.origin }, modelsFolder: '/none' };
  };

  it('sends the size of the context, the schema and the settings', async () => {
    const client = await provider.open('tiny', await start({ answers: SMALL }));

    await client.complete(REQUEST, new AbortController().signal);

    expect(client).toMatchObject({ model: 'ollama/tiny', contextTokens: 8192, isFree: true });
    expect(server?.requests[0]?.path).toBe('/api/chat');
    expect(server?.requests[0]?.body).toEqual({
      model: 'tiny',
      messages: [{ role: 'user', content: 'Look.' }],
      stream: true,
      truncate: false,
      shift: false,
      format: { type: 'object' },
      options: { num_ctx: 8192, temperature: 0, seed: 7, num_predict: 50 },
    });
  });

  it.each([
    [undefined, 16_384],
    ['32768', 32_768],
    ['many', 16_384],
    ['999999999', 131_072],
  ])('takes OLLAMA_CONTEXT_LENGTH=%s for %i tokens', async (length, expected) => {
    const options = await start({ answers: LARGE });
    const environment = { ...options.environment, OLLAMA_CONTEXT_LENGTH: length };

    expect((await provider.open('big', { ...options, environment })).contextTokens).toBe(expected);
  });

  it('says how to get a model that is not there', async () => {
    server = await startModelServer([{ kind: 'error', status: 404 }], { wire: ollamaWire });

    await expect(
      provider.open('gone:7b', { environment: { OLLAMA_HOST: server.origin }, modelsFolder: '/none' }),
    ).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE', remedy: expect.stringContaining('ollama pull gone:7b') });
  });

  it('says when nothing answers', async () => {
    const options = await start({});
    await server?.close();

    expect(await provider.availability(options)).toMatchObject({
      isUsable: false,
      remedy: expect.stringContaining('OLLAMA_HOST'),
    });
    await expect(provider.open('tiny', options)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    expect(await provider.installedModel?.(options)).toBeUndefined();
  });

  it('finds the model that was pulled last', async () => {
    const options = await start({ documents: { '/api/tags': { models: [{ name: 'new:7b' }, { name: 'old:1b' }] } } });

    expect(await provider.installedModel?.(options)).toBe('new:7b');
  });
});

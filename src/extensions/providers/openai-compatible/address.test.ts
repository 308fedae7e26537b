import { afterEach, describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '#testing/model-server/model-server.ts';
import { provider } from './provider.ts';

describe('openai-compatible', () => {
  let server: ModelServer | undefined;
  afterEach(async () => server?.close());

  it.each(['OPENAI_COMPATIBLE_BASE_URL', 'SECCODE_BASE_URL'])(
    'finds the server by %s and needs no key',
    async (name) => {
      server = await startModelServer(['ok']);
      const client = await provider.open('m', { environment: { [name]: `${server.baseUrl}/` }, modelsFolder: '/none' });

      const reply = await client.complete(
        { id: '1', purpose: 'generate', messages: [{ role: 'user', content: 'x' }] },
        new AbortController().signal,
      );

      expect(reply.text).toBe('ok');
      expect(server.requests[0]?.path).toBe('/v1/chat/completions');
      expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
    },
  );

  it('is not there without an address', async () => {
    const options = { environment: {}, modelsFolder: '/none' };

    expect(await provider.availability(options)).toMatchObject({ isUsable: false });
    await expect(provider.open('m', options)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  });

  it('takes the first model that the server lists, or none', async () => {
    server = await startModelServer([], { documents: { '/v1/models': { data: [{ id: 'served' }, { id: 'other' }] } } });
    const options = { environment: {}, baseUrl: server.baseUrl, modelsFolder: '/none' };

    expect(await provider.installedModel?.(options)).toBe('served');
    expect(await provider.installedModel?.({ ...options, baseUrl: server.origin })).toBeUndefined();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { bedrockWire } from '#testing/model-server/bedrock-wire.ts';
import { type ModelServer, startModelServer } from '#testing/model-server/model-server.ts';
import { provider } from './provider.ts';

const options = (environment: Record<string, string>) => ({ environment, modelsFolder: '/none' });
const KEYS = { AWS_ACCESS_KEY_ID: 'scripted-id', AWS_SECRET_ACCESS_KEY: 'scripted-secret' };

describe('bedrock', () => {
  let server: ModelServer | undefined;
  afterEach(async () => server?.close());

  it.each([
    [{ AWS_REGION: 'eu-central-1' }, false],
    [{ AWS_BEARER_TOKEN_BEDROCK: 't' }, false],
    [{ AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'id' }, false],
    [{ AWS_REGION: 'eu-central-1', ...KEYS }, true],
    [{ AWS_DEFAULT_REGION: 'eu-central-1', AWS_BEARER_TOKEN_BEDROCK: 't' }, true],
  ])('is with %o usable: %s', async (environment, isUsable) => {
    expect(await provider.availability(options(environment))).toMatchObject({ isUsable });
  });

  it('signs with the pair of keys where there is no token', async () => {
    server = await startModelServer(['ok'], { wire: bedrockWire });
    const client = await provider.open('some.model', {
      ...options({ AWS_REGION: 'eu-central-1', ...KEYS }),
      baseUrl: server.origin,
    });

    const reply = await client.complete(
      { id: '1', purpose: 'generate', messages: [{ role: 'user', content: 'x' }] },
      new AbortController().signal,
    );

    expect(reply.text).toBe('ok');
    expect(server.requests[0]?.headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=scripted-id\/\d{8}\/eu-central-1\/bedrock\//,
    );
  });

  it('says which of the settings is missing', async () => {
    await expect(provider.open('m', options({ AWS_BEARER_TOKEN_BEDROCK: 't' }))).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      remedy: expect.stringContaining('AWS_REGION'),
    });
    await expect(provider.open('m', options({ AWS_ACCESS_KEY_ID: 'id' }))).rejects.toMatchObject({
      remedy: expect.stringContaining('AWS_SECRET_ACCESS_KEY'),
    });
  });
});

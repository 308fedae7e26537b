import { describe, expect, it } from 'vitest';
import { provider } from './provider.ts';

const options = (environment: Record<string, string>) => ({ environment, modelsFolder: '/none' });

describe('azure', () => {
  it.each([
    [{}, false],
    [{ AZURE_RESOURCE_NAME: 'mine' }, false],
    [{ AZURE_API_KEY: 'k' }, false],
    [{ AZURE_API_KEY: 'k', AZURE_RESOURCE_NAME: 'mine' }, true],
    [{ AZURE_OPENAI_API_KEY: 'k', AZURE_OPENAI_ENDPOINT: 'https://mine.openai.azure.com/' }, true],
  ])('is with %o usable: %s', async (environment, isUsable) => {
    expect(await provider.availability(options(environment))).toMatchObject({ isUsable });
  });

  it('opens with a resource or an endpoint, and with neither says what is missing', async () => {
    for (const place of [
      { AZURE_RESOURCE_NAME: 'mine' },
      { AZURE_OPENAI_ENDPOINT: 'https://mine.openai.azure.com/' },
    ]) {
      expect((await provider.open('deployment', options({ AZURE_API_KEY: 'k', ...place }))).model).toBe(
        'azure/deployment',
      );
    }
    await expect(provider.open('deployment', options({ AZURE_API_KEY: 'k' }))).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      remedy: expect.stringContaining('AZURE_RESOURCE_NAME'),
    });
  });
});

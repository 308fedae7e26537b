import { describe, expect, it } from 'vitest';
import { chooseModel } from './choose-model.ts';
import { openModel } from './open-model.ts';
import type { Provider, ProviderOptions } from './provider.ts';
import { keyAvailability } from './provider-key.ts';

const options = (environment: ProviderOptions['environment'] = {}): ProviderOptions => ({
  environment,
  modelsFolder: '/none',
});

function scriptedProvider(name: string, parts: Partial<Provider> = {}): () => Promise<Provider> {
  const keys = parts.keys ?? [];
  return async () => ({
    name,
    title: name.toUpperCase(),
    keys,
    availability: async ({ environment }) => keyAvailability({ keys }, environment),
    open: async (model) => ({ model: `${name}/${model}`, complete: () => Promise.reject(new Error('never asked')) }),
    ...parts,
  });
}

const usable = async (): Promise<{ isUsable: boolean; detail: string; remedy: string }> => ({
  isUsable: true,
  detail: '',
  remedy: '',
});

const PROVIDERS = {
  local: scriptedProvider('local', { autoRank: 90, availability: usable, installedModel: async () => 'pulled' }),
  second: scriptedProvider('second', { autoRank: 20, keys: ['SECOND_KEY'], defaultModel: 'two' }),
  first: scriptedProvider('first', { autoRank: 10, keys: ['FIRST_KEY'], defaultModel: 'one' }),
  never: scriptedProvider('never', { availability: usable, defaultModel: 'no' }),
};

describe('chooseModel', () => {
  it.each([
    [{ FIRST_KEY: 'k', SECOND_KEY: 'k' }, 'first/one'],
    [{ SECOND_KEY: 'k' }, 'second/two'],
    [{ FIRST_KEY: '  ' }, 'local/pulled'],
    [{}, 'local/pulled'],
  ])('takes with %o set: %s', async (environment, expected) => {
    expect(await chooseModel(PROVIDERS, options(environment))).toBe(expected);
  });

  it('passes over a provider that has nothing installed', async () => {
    const { local: _, ...others } = PROVIDERS;
    const empty = scriptedProvider('empty', {
      autoRank: 5,
      availability: usable,
      installedModel: async () => undefined,
    });

    expect(await chooseModel({ empty, ...others }, options({ FIRST_KEY: 'k' }))).toBe('first/one');
  });

  it('names four ways to go on when there is none', async () => {
    const { local: _, ...others } = PROVIDERS;

    await expect(chooseModel(others, options())).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      remedy: expect.stringMatching(/FIRST_KEY, SECOND_KEY.*Ollama.*seccode models pull.*-m relay/s),
    });
  });
});

describe('openModel', () => {
  it('opens the named model, or the usual one of a provider', async () => {
    expect((await openModel('first/x/y', PROVIDERS, options())).model).toBe('first/x/y');
    expect((await openModel('first', PROVIDERS, options())).model).toBe('first/one');
    expect((await openModel('local', PROVIDERS, options())).model).toBe('local/pulled');
  });

  it('says when a provider has no usual model', async () => {
    await expect(openModel('bare', { bare: scriptedProvider('bare') }, options())).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      remedy: 'Name one, as bare/name.',
    });
  });
});

import { SecCodeError } from '#core/errors.ts';
import { type Providers, usualModel } from './open-model.ts';
import type { Provider, ProviderOptions } from './provider.ts';

/**
 * Chooses a model when nobody named one: the usual model of the first usable provider, by `autoRank`. Those with a key
 * have the lowest ranks, then a local server that answers, then a model on this machine.
 *
 * @returns `provider/name`.
 * @throws {SecCodeError} `MODEL_UNAVAILABLE` when none can be used; the remedy names every way to go on.
 */
export async function chooseModel(providers: Providers, options: ProviderOptions): Promise<string> {
  const loaded = await Promise.all(Object.values(providers).map((load) => load()));
  const ranked = loaded
    .flatMap((provider) => (provider.autoRank === undefined ? [] : [{ provider, rank: provider.autoRank }]))
    .sort((a, b) => a.rank - b.rank || (a.provider.name < b.provider.name ? -1 : 1))
    .map(({ provider }) => provider);

  // One after the other: a server further down need not be asked when a key is there.
  for (const provider of ranked) {
    const { isUsable } = await provider.availability(options);
    if (!isUsable) continue;
    const model = await usualModel(provider, options);
    if (model !== undefined) return `${provider.name}/${model}`;
  }
  throw nothingUsable(ranked);
}

function nothingUsable(ranked: readonly Provider[]): SecCodeError {
  const keys = ranked.flatMap(({ keys: [first] }) => (first === undefined ? [] : [first]));
  const key = keys.length === 0 ? 'the key of a provider' : `one of ${keys.join(', ')}`;
  // A text for people: the ways are named, nothing is decided by the names.
  return new SecCodeError('MODEL_UNAVAILABLE', 'No model was named, and none can be used here.', {
    remedy:
      `Do one of four things: set ${key}; or start Ollama with a model pulled; ` +
      'or run `seccode models pull` for a model on this machine; ' +
      'or pass `-m relay` and answer the prompts yourself, with any chat window.',
  });
}

import { SecCodeError } from '#core/errors.ts';
import { parseModelName } from './model-name.ts';
import type { ModelClient, Provider, ProviderOptions } from './provider.ts';

/** Providers by name, each loaded when it is needed. */
export type Providers = Readonly<Record<string, () => Promise<Provider>>>;

/**
 * Opens the model that a person named.
 *
 * @throws {SecCodeError} `USAGE` or `EXTENSION_UNKNOWN` for a bad name, `MODEL_UNAVAILABLE` when it cannot be used here.
 */
export async function openModel(name: string, providers: Providers, options: ProviderOptions): Promise<ModelClient> {
  const { provider: providerName, model } = parseModelName(name, Object.keys(providers));
  // Own properties only: `constructor` is not a provider. parseModelName has seen to that.
  const provider = await providers[providerName]?.();
  if (provider === undefined) throw new RangeError(`Provider '${providerName}' has no loader.`);
  const wanted = model ?? (await usualModel(provider, options));
  if (wanted === undefined) {
    throw new SecCodeError('MODEL_UNAVAILABLE', `${provider.title} has no usual model.`, {
      remedy: `Name one, as ${provider.name}/name.`,
      details: { provider: provider.name },
    });
  }
  return provider.open(wanted, options);
}

/** The model to use when only the provider is named; `undefined` when there is no sensible one. */
export async function usualModel(provider: Provider, options: ProviderOptions): Promise<string | undefined> {
  return (await provider.installedModel?.(options)) ?? provider.defaultModel;
}

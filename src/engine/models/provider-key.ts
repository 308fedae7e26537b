import { SecCodeError } from '#core/errors.ts';
import type { Availability } from '#core/availability.ts';
import type { Provider, ProviderOptions } from './provider.ts';

type Environment = ProviderOptions['environment'];

/** The value of the first of these variables that is set; blanks around it are slips of the clipboard. */
export function firstSet(names: readonly string[], environment: Environment): string | undefined {
  for (const name of names) {
    const value = environment[name]?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

/** Whether a provider that needs nothing but a key can be used. The key is not tried: that would take the network. */
export function keyAvailability({ keys }: Pick<Provider, 'keys'>, environment: Environment): Availability {
  const name = keys.find((key) => firstSet([key], environment) !== undefined);
  return name === undefined
    ? { isUsable: false, detail: `${keys.join(' or ')} is not set.`, remedy: `Set ${keys.join(' or ')}.` }
    : { isUsable: true, detail: `${name} is set.`, remedy: '' };
}

/** @throws {SecCodeError} `MODEL_UNAVAILABLE` when no variable holds the key. */
export function requiredKey(provider: Pick<Provider, 'name' | 'title' | 'keys'>, environment: Environment): string {
  return requiredSetting(provider, 'key', provider.keys, environment);
}

/**
 * A setting without which the provider cannot be opened; `what` names it in the message.
 *
 * @throws {SecCodeError} `MODEL_UNAVAILABLE` when none of the variables is set.
 */
export function requiredSetting(
  provider: Pick<Provider, 'name' | 'title'>,
  what: string,
  names: readonly string[],
  environment: Environment,
): string {
  const value = firstSet(names, environment);
  if (value !== undefined) return value;
  throw new SecCodeError('MODEL_UNAVAILABLE', `${provider.title} has no ${what} here.`, {
    remedy: `Set ${names.join(' or ')}, or choose another provider with -m.`,
    details: { provider: provider.name },
  });
}

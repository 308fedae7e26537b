import { SecCodeError } from '#core/errors.ts';
import { nearestName } from '#core/nearest-name.ts';

/** A model as people write it, taken apart. */
export interface ModelName {
  readonly provider: string;
  /** What the provider calls it; absent when only the provider was named. */
  readonly model?: string;
}

/**
 * Reads `provider/name`, `provider:place` or `provider` alone.
 *
 * The first slash or colon parts the two; the name may hold more of both (`openrouter/meta-llama/llama-3`,
 * `ollama/qwen:7b`, `relay:C:\inbox`).
 *
 * @throws {SecCodeError} `USAGE` for text that is no name, `EXTENSION_UNKNOWN` for a provider that is not in `known`.
 */
export function parseModelName(text: string, known: readonly string[]): ModelName {
  const trimmed = text.trim();
  const separator = trimmed.search(/[/:]/);
  const provider = separator === -1 ? trimmed : trimmed.slice(0, separator);
  const model = separator === -1 ? '' : trimmed.slice(separator + 1).trim();
  if (provider === '') {
    throw new SecCodeError('USAGE', `'${trimmed}' names no model.`, {
      remedy: 'Write the model as provider/name, such as openai/gpt-4.1.',
    });
  }
  if (!known.includes(provider)) throw unknownProvider(provider, trimmed, known);
  if (separator !== -1 && model === '') {
    throw new SecCodeError('USAGE', `'${trimmed}' names a provider but no model.`, {
      remedy: `Write the model after '${provider}${trimmed.charAt(separator)}', or '${provider}' alone for its usual one.`,
    });
  }
  return model === '' ? { provider } : { provider, model };
}

function unknownProvider(provider: string, text: string, known: readonly string[]): SecCodeError {
  const nearest = nearestName(provider, known);
  const remedy =
    nearest === undefined
      ? `Write the model as provider/name with one of the providers ${known.join(', ')}.`
      : `Did you mean '${nearest}${text.slice(provider.length)}'? Known providers are ${known.join(', ')}.`;
  return new SecCodeError('EXTENSION_UNKNOWN', `There is no provider '${provider}'.`, {
    remedy,
    details: { provider },
  });
}

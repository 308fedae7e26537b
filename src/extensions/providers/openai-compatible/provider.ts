import { z } from 'zod';
import { openOpenAiCompatible } from '#engine/models/openai-compatible-client.ts';
import type { Provider, ProviderOptions } from '#engine/models/provider.ts';
import { firstSet, requiredSetting } from '#engine/models/provider-key.ts';

const BASE_URLS = ['OPENAI_COMPATIBLE_BASE_URL', 'SECCODE_BASE_URL'];
const KEYS = ['OPENAI_COMPATIBLE_API_KEY', 'SECCODE_API_KEY'];
/** Longest wait for the list of models, milliseconds. */
const LIST_TIMEOUT_MS = 5000;

const ModelList = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });

/** Any server that speaks OpenAI's Chat Completions: vLLM, LM Studio, llama.cpp, LiteLLM and their like. */
export const provider: Provider = {
  name: 'openai-compatible',
  title: 'OpenAI-compatible server',
  keys: [],
  autoRank: 80,
  availability: async ({ environment, baseUrl }) =>
    (baseUrl ?? firstSet(BASE_URLS, environment)) === undefined
      ? {
          isUsable: false,
          detail: `${BASE_URLS.join(' or ')} is not set.`,
          remedy: `Set ${BASE_URLS[0]} to the address of the server, such as http://127.0.0.1:8000/v1.`,
        }
      : { isUsable: true, detail: 'An address is set.', remedy: '' },
  installedModel: async (options) => {
    const address = addressIn(options);
    const key = firstSet(KEYS, options.environment);
    try {
      const response = await fetch(`${address}/models`, {
        signal: AbortSignal.timeout(LIST_TIMEOUT_MS),
        ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
      });
      return ModelList.safeParse(await response.json()).data?.data[0]?.id;
    } catch {
      // Not every server lists its models; then one has to be named.
      return undefined;
    }
  },
  open: async (model, options) => {
    const key = firstSet(KEYS, options.environment);
    return openOpenAiCompatible({
      provider: 'openai-compatible',
      model,
      baseUrl: addressIn(options),
      structuredOutput: 'schema',
      ...(key === undefined ? {} : { key }),
    });
  },
};

function addressIn({ baseUrl, environment }: ProviderOptions): string {
  const address = baseUrl ?? requiredSetting(provider, 'address', BASE_URLS, environment);
  return address.replace(/\/+$/, '');
}

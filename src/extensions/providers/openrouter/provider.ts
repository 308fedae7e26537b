import { openOpenAiCompatible } from '#engine/models/openai-compatible-client.ts';
import type { Provider } from '#engine/models/provider.ts';
import { keyAvailability, requiredKey } from '#engine/models/provider-key.ts';

const BASE_URL = 'https://openrouter.ai/api/v1';

export const provider: Provider = {
  name: 'openrouter',
  title: 'OpenRouter',
  keys: ['OPENROUTER_API_KEY'],
  defaultModel: 'openrouter/auto',
  autoRank: 70,
  availability: async ({ environment }) => keyAvailability(provider, environment),
  open: async (model, { environment, baseUrl }) =>
    openOpenAiCompatible({
      provider: 'openrouter',
      model,
      baseUrl: baseUrl ?? BASE_URL,
      key: requiredKey(provider, environment),
      // It leaves the schema out for models that cannot take one.
      structuredOutput: 'schema',
    }),
};

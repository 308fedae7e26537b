import { openOpenAiCompatible } from '#engine/models/openai-compatible-client.ts';
import type { Provider } from '#engine/models/provider.ts';
import { keyAvailability, requiredKey } from '#engine/models/provider-key.ts';

const BASE_URL = 'https://api.deepseek.com/v1';

export const provider: Provider = {
  name: 'deepseek',
  title: 'DeepSeek',
  keys: ['DEEPSEEK_API_KEY'],
  defaultModel: 'deepseek-v4-flash',
  autoRank: 50,
  availability: async ({ environment }) => keyAvailability(provider, environment),
  open: async (model, { environment, baseUrl }) =>
    openOpenAiCompatible({
      provider: 'deepseek',
      model,
      baseUrl: baseUrl ?? BASE_URL,
      key: requiredKey(provider, environment),
      // It knows JSON mode, but no schemas.
      structuredOutput: 'none',
    }),
};

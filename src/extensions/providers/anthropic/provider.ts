import { createAiSdkClient } from '#engine/models/ai-sdk-client.ts';
import type { Provider } from '#engine/models/provider.ts';
import { keyAvailability, requiredKey } from '#engine/models/provider-key.ts';

const BASE_URL = 'https://api.anthropic.com/v1';

export const provider: Provider = {
  name: 'anthropic',
  title: 'Anthropic',
  keys: ['ANTHROPIC_API_KEY'],
  defaultModel: 'claude-sonnet-4-5',
  autoRank: 10,
  availability: async ({ environment }) => keyAvailability(provider, environment),
  open: async (model, { environment, baseUrl }) => {
    const key = requiredKey(provider, environment);
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    const sdk = createAnthropic({ apiKey: key, baseURL: baseUrl ?? BASE_URL });
    return createAiSdkClient({
      model: `anthropic/${model}`,
      languageModel: sdk(model),
      secrets: [key],
      hasStructuredOutput: true,
    });
  },
};

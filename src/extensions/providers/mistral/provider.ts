import { createAiSdkClient } from '#engine/models/ai-sdk-client.ts';
import type { Provider } from '#engine/models/provider.ts';
import { keyAvailability, requiredKey } from '#engine/models/provider-key.ts';

const BASE_URL = 'https://api.mistral.ai/v1';

export const provider: Provider = {
  name: 'mistral',
  title: 'Mistral',
  keys: ['MISTRAL_API_KEY'],
  defaultModel: 'mistral-large-latest',
  autoRank: 40,
  availability: async ({ environment }) => keyAvailability(provider, environment),
  open: async (model, { environment, baseUrl }) => {
    const key = requiredKey(provider, environment);
    const { createMistral } = await import('@ai-sdk/mistral');
    const sdk = createMistral({ apiKey: key, baseURL: baseUrl ?? BASE_URL });
    return createAiSdkClient({
      model: `mistral/${model}`,
      languageModel: sdk(model),
      secrets: [key],
      hasStructuredOutput: true,
    });
  },
};

import { createAiSdkClient } from '#engine/models/ai-sdk-client.ts';
import { isClosedSchema } from '#engine/models/closed-schema.ts';
import type { Provider } from '#engine/models/provider.ts';
import { firstSet, keyAvailability, requiredKey } from '#engine/models/provider-key.ts';

const BASE_URL = 'https://api.openai.com/v1';

export const provider: Provider = {
  name: 'openai',
  title: 'OpenAI',
  keys: ['OPENAI_API_KEY'],
  // Takes temperature and seed and streams for every account; newer ones think and take neither.
  defaultModel: 'gpt-4.1',
  autoRank: 20,
  availability: async ({ environment }) => keyAvailability(provider, environment),
  open: async (model, { environment, baseUrl }) => {
    const key = requiredKey(provider, environment);
    const { createOpenAI } = await import('@ai-sdk/openai');
    // Always given: the SDK reads the process's environment for what is missing.
    const sdk = createOpenAI({
      apiKey: key,
      baseURL: baseUrl ?? firstSet(['OPENAI_BASE_URL'], environment) ?? BASE_URL,
    });
    return createAiSdkClient({
      model: `openai/${model}`,
      // Not the Responses API, which the SDK takes by default: it has no seed.
      languageModel: sdk.chat(model),
      secrets: [key],
      hasStructuredOutput: true,
      providerOptions: ({ responseSchema }) => ({
        openai: { strictJsonSchema: responseSchema !== undefined && isClosedSchema(responseSchema) },
      }),
    });
  },
};

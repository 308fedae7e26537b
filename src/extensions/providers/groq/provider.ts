import { openOpenAiCompatible } from '#engine/models/openai-compatible-client.ts';
import type { Provider } from '#engine/models/provider.ts';
import { keyAvailability, requiredKey } from '#engine/models/provider-key.ts';

const BASE_URL = 'https://api.groq.com/openai/v1';

export const provider: Provider = {
  name: 'groq',
  title: 'Groq',
  keys: ['GROQ_API_KEY'],
  defaultModel: 'llama-3.3-70b-versatile',
  autoRank: 60,
  availability: async ({ environment }) => keyAvailability(provider, environment),
  open: async (model, { environment, baseUrl }) =>
    openOpenAiCompatible({
      provider: 'groq',
      model,
      baseUrl: baseUrl ?? BASE_URL,
      key: requiredKey(provider, environment),
      // Only some of its models take a schema; the others refuse the request.
      structuredOutput: 'none',
    }),
};

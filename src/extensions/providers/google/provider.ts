import { z } from 'zod';
import { createAiSdkClient } from '#engine/models/ai-sdk-client.ts';
import type { Provider } from '#engine/models/provider.ts';
import { keyAvailability, requiredKey } from '#engine/models/provider-key.ts';

const BASE_URL = 'https://generativelanguage.googleapis.com/v1beta';

/** The SDK reports the model that was asked, which may be an alias. */
const VersionedPiece = z.object({ modelVersion: z.string().min(1) });

export const provider: Provider = {
  name: 'google',
  title: 'Google Gemini',
  keys: ['GEMINI_API_KEY', 'GOOGLE_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY'],
  defaultModel: 'gemini-2.5-pro',
  autoRank: 30,
  availability: async ({ environment }) => keyAvailability(provider, environment),
  open: async (model, { environment, baseUrl }) => {
    const key = requiredKey(provider, environment);
    const { createGoogleGenerativeAI } = await import('@ai-sdk/google');
    const sdk = createGoogleGenerativeAI({ apiKey: key, baseURL: baseUrl ?? BASE_URL });
    return createAiSdkClient({
      model: `google/${model}`,
      languageModel: sdk(model),
      secrets: [key],
      hasStructuredOutput: true,
      readPiece: (piece) => ({ model: VersionedPiece.safeParse(piece).data?.modelVersion }),
    });
  },
};

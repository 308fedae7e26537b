import { createAiSdkClient } from '#engine/models/ai-sdk-client.ts';
import { isClosedSchema } from '#engine/models/closed-schema.ts';
import { readOpenAiPiece } from '#engine/models/openai-piece.ts';
import type { Provider } from '#engine/models/provider.ts';
import { firstSet, requiredKey, requiredSetting } from '#engine/models/provider-key.ts';

const KEYS = ['AZURE_API_KEY', 'AZURE_OPENAI_API_KEY'];
const ENDPOINTS = ['AZURE_OPENAI_ENDPOINT', 'AZURE_BASE_URL'];
const RESOURCE = 'AZURE_RESOURCE_NAME';

export const provider: Provider = {
  name: 'azure',
  title: 'Azure OpenAI',
  keys: KEYS,
  // No default: a model is a deployment with a name of the user's choice.
  availability: async ({ environment, baseUrl }) => {
    const remedy = `Set ${KEYS[0]}, and ${RESOURCE} or ${ENDPOINTS[0]}.`;
    if (firstSet(KEYS, environment) === undefined) {
      return { isUsable: false, detail: `${KEYS.join(' or ')} is not set.`, remedy };
    }
    return (baseUrl ?? firstSet([RESOURCE, ...ENDPOINTS], environment)) === undefined
      ? { isUsable: false, detail: `${RESOURCE} is not set.`, remedy }
      : { isUsable: true, detail: 'A key and an address are set.', remedy: '' };
  },
  open: async (model, { environment, baseUrl }) => {
    const key = requiredKey(provider, environment);
    const endpoint = firstSet(ENDPOINTS, environment);
    const address =
      baseUrl ??
      (endpoint === undefined
        ? `https://${requiredSetting(provider, 'address', [RESOURCE, ...ENDPOINTS], environment)}.openai.azure.com/openai`
        : withApiPath(endpoint));
    const { createAzure } = await import('@ai-sdk/azure');
    const sdk = createAzure({ apiKey: key, baseURL: address });
    const strict = (schema: Parameters<typeof isClosedSchema>[0] | undefined): { strictJsonSchema: boolean } => ({
      strictJsonSchema: schema !== undefined && isClosedSchema(schema),
    });
    return createAiSdkClient({
      model: `azure/${model}`,
      languageModel: sdk.chat(model),
      secrets: [key],
      hasStructuredOutput: true,
      readPiece: readOpenAiPiece,
      // The SDK answers to both names, depending on its version.
      providerOptions: ({ responseSchema }) => ({ openai: strict(responseSchema), azure: strict(responseSchema) }),
    });
  },
};

/** Azure's portal shows the address of a resource without the path of the API. */
function withApiPath(endpoint: string): string {
  const bare = endpoint.replace(/\/+$/, '');
  return /^https:\/\/[^/]+\.azure\.com$/.test(bare) ? `${bare}/openai` : bare;
}

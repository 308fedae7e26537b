import { createAiSdkClient } from './ai-sdk-client.ts';
import { isClosedSchema } from './closed-schema.ts';
import { readOpenAiPiece } from './openai-piece.ts';
import type { ModelClient } from './provider.ts';

/** A model behind a server that speaks OpenAI's Chat Completions. */
export interface OpenAiCompatibleOptions {
  /** Name of the provider, as in `provider/name`. */
  readonly provider: string;
  /** What the server calls the model. */
  readonly model: string;
  /** Up to and including the version, such as `https://host/v1`. */
  readonly baseUrl: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `schema`: takes a JSON Schema. `none`: the prompt alone asks for JSON. */
  readonly structuredOutput: 'schema' | 'none';
}

/** Key of our own options in the SDK's map; must not depend on the provider's spelling. */
const SDK_NAME = 'compatible';

/** Opens a model of any OpenAI-compatible server. */
export async function openOpenAiCompatible(options: OpenAiCompatibleOptions): Promise<ModelClient> {
  const { provider, model, baseUrl, key, headers, structuredOutput } = options;
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const sdk = createOpenAICompatible({
    name: SDK_NAME,
    baseURL: baseUrl,
    // Without it a stream tells no usage.
    includeUsage: true,
    supportsStructuredOutputs: structuredOutput === 'schema',
    ...(key === undefined ? {} : { apiKey: key }),
    ...(headers === undefined ? {} : { headers: { ...headers } }),
  });
  return createAiSdkClient({
    model: `${provider}/${model}`,
    languageModel: sdk.chatModel(model),
    secrets: key === undefined ? [] : [key],
    hasStructuredOutput: structuredOutput === 'schema',
    providerOptions: ({ responseSchema }) => ({
      [SDK_NAME]: { strictJsonSchema: responseSchema !== undefined && isClosedSchema(responseSchema) },
    }),
    readPiece: readOpenAiPiece,
  });
}

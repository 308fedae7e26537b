import { createAiSdkClient } from '#engine/models/ai-sdk-client.ts';
import type { Provider, ProviderOptions } from '#engine/models/provider.ts';
import { firstSet, requiredSetting } from '#engine/models/provider-key.ts';

const REGIONS = ['AWS_REGION', 'AWS_DEFAULT_REGION'];
const TOKEN = 'AWS_BEARER_TOKEN_BEDROCK';

export const provider: Provider = {
  name: 'bedrock',
  title: 'Amazon Bedrock',
  keys: [TOKEN, 'AWS_ACCESS_KEY_ID'],
  // No default: which models there are depends on region and account.
  availability: async ({ environment }) => {
    const missing = missingSetting(environment);
    return missing === undefined
      ? { isUsable: true, detail: 'A key and a region are set.', remedy: '' }
      : {
          isUsable: false,
          detail: `${missing} is not set.`,
          remedy: `Set ${TOKEN}, or AWS_ACCESS_KEY_ID with AWS_SECRET_ACCESS_KEY; and AWS_REGION.`,
        };
  },
  open: async (model, { environment, baseUrl }) => {
    const token = firstSet([TOKEN], environment);
    const credentials = token === undefined ? credentialsIn(environment) : undefined;
    const region = requiredSetting(provider, 'region', REGIONS, environment);
    const { createAmazonBedrock } = await import('@ai-sdk/amazon-bedrock');
    // Everything is given, be it empty: the SDK reads the process's environment for what is missing.
    const sdk = createAmazonBedrock({
      region,
      baseURL: baseUrl ?? firstSet(['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'], environment) ?? endpointOf(region),
      apiKey: token ?? '',
      ...credentials,
    });
    return createAiSdkClient({
      model: `bedrock/${model}`,
      languageModel: sdk(model),
      secrets: token === undefined ? Object.values(credentials ?? {}) : [token],
      hasStructuredOutput: true,
    });
  },
};

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

function credentialsIn(environment: ProviderOptions['environment']): Credentials {
  const sessionToken = firstSet(['AWS_SESSION_TOKEN'], environment);
  return {
    accessKeyId: requiredSetting(provider, 'key', [TOKEN, 'AWS_ACCESS_KEY_ID'], environment),
    secretAccessKey: requiredSetting(provider, 'secret key', ['AWS_SECRET_ACCESS_KEY'], environment),
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
}

function missingSetting(environment: ProviderOptions['environment']): string | undefined {
  if (firstSet(REGIONS, environment) === undefined) return REGIONS.join(' or ');
  if (firstSet([TOKEN], environment) !== undefined) return undefined;
  return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].find((name) => firstSet([name], environment) === undefined);
}

/** China has a domain of its own. */
function endpointOf(region: string): string {
  return `https://bedrock-runtime.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

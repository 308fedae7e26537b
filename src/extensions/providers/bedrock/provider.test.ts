import { bedrockWire } from '#testing/model-server/bedrock-wire.ts';
import { testProvider } from '#testing/test-provider.ts';
import { provider } from './provider.ts';

testProvider({
  provider,
  wire: bedrockWire,
  model: 'anthropic.claude-v9:0',
  environment: { AWS_BEARER_TOKEN_BEDROCK: 'scripted-secret-4f9a2c', AWS_REGION: 'eu-central-1' },
  secret: 'scripted-secret-4f9a2c',
  tellsModel: false,
  basePath: '',
});

import { anthropicWire } from '#testing/model-server/anthropic-wire.ts';
import { testProvider } from '#testing/test-provider.ts';
import { provider } from './provider.ts';

testProvider({
  provider,
  wire: anthropicWire,
  model: 'claude-sonnet-4-5',
  environment: { ANTHROPIC_API_KEY: 'scripted-secret-4f9a2c' },
  secret: 'scripted-secret-4f9a2c',
});

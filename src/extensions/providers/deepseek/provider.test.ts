import { openaiWire } from '#testing/model-server/openai-wire.ts';
import { testProvider } from '#testing/test-provider.ts';
import { provider } from './provider.ts';

testProvider({
  provider,
  wire: openaiWire,
  model: 'deepseek-v4-flash',
  environment: { DEEPSEEK_API_KEY: 'scripted-secret-4f9a2c' },
  secret: 'scripted-secret-4f9a2c',
});

import { openaiWire } from '#testing/model-server/openai-wire.ts';
import { testProvider } from '#testing/test-provider.ts';
import { provider } from './provider.ts';

testProvider({
  provider,
  wire: openaiWire,
  model: 'llama-3.3-70b-versatile',
  environment: { GROQ_API_KEY: 'scripted-secret-4f9a2c' },
  secret: 'scripted-secret-4f9a2c',
});

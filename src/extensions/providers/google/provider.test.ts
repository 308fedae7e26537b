import { z } from 'zod';
import { googleWire } from '#testing/model-server/google-wire.ts';
import { testProvider } from '#testing/test-provider.ts';
import { provider } from './provider.ts';

const Sent = z.object({ generationConfig: z.object({ responseSchema: z.unknown() }) });

testProvider({
  provider,
  wire: googleWire,
  model: 'gemini-2.5-pro',
  environment: { GEMINI_API_KEY: 'scripted-secret-4f9a2c' },
  secret: 'scripted-secret-4f9a2c',
  schemaIn: (body) => Sent.parse(body).generationConfig.responseSchema,
});

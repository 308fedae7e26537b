import { z } from 'zod';
import { openaiWire } from '#testing/model-server/openai-wire.ts';
import { testProvider } from '#testing/test-provider.ts';
import { provider } from './provider.ts';

const Sent = z.object({ response_format: z.object({ json_schema: z.object({ schema: z.unknown() }) }) });

testProvider({
  provider,
  wire: openaiWire,
  model: 'gpt-4.1',
  environment: { OPENAI_API_KEY: 'scripted-secret-4f9a2c' },
  secret: 'scripted-secret-4f9a2c',
  schemaIn: (body) => Sent.parse(body).response_format.json_schema.schema,
});

import { z } from 'zod';
import { mistralWire } from '#testing/model-server/mistral-wire.ts';
import { testProvider } from '#testing/test-provider.ts';
import { provider } from './provider.ts';

const Sent = z.object({ response_format: z.object({ json_schema: z.object({ schema: z.unknown() }) }) });

testProvider({
  provider,
  wire: mistralWire,
  model: 'mistral-large-latest',
  environment: { MISTRAL_API_KEY: 'scripted-secret-4f9a2c' },
  secret: 'scripted-secret-4f9a2c',
  hasRefusal: false,
  schemaIn: (body) => Sent.parse(body).response_format.json_schema.schema,
});

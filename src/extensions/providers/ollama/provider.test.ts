import { z } from 'zod';
import { ollamaWire } from '#testing/model-server/ollama-wire.ts';
import { testProvider } from '#testing/test-provider.ts';
import { provider } from './provider.ts';

const Sent = z.object({ format: z.unknown() });

testProvider({
  provider,
  wire: ollamaWire,
  model: 'qwen2.5-coder:7b',
  environment: {},
  basePath: '',
  hasRefusal: false,
  tellsCache: false,
  documents: { '/api/version': { version: '0.12.0' } },
  answers: { '/api/show': { model_info: { 'qwen2.context_length': 32_768 } } },
  schemaIn: (body) => Sent.parse(body).format,
});

import { afterEach, describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '#testing/model-server/model-server.ts';
import { createAiSdkClient } from './ai-sdk-client.ts';
import { openOpenAiCompatible } from './openai-compatible-client.ts';
import type { ModelClient, ModelRequest } from './provider.ts';

const REQUEST: ModelRequest = { id: '1', purpose: 'generate', messages: [{ role: 'user', content: 'Write.' }] };
const live = new AbortController().signal;

describe('createAiSdkClient', () => {
  let server: ModelServer | undefined;
  afterEach(async () => server?.close());

  const impatient = async (idleTimeoutMs: number): Promise<ModelClient> => {
    const { createOpenAI } = await import('@ai-sdk/openai');
    return createAiSdkClient({
      model: 'openai/one',
      languageModel: createOpenAI({ apiKey: 'unused', baseURL: server?.baseUrl ?? '' }).chat('one'),
      secrets: [],
      hasStructuredOutput: true,
      idleTimeoutMs,
    });
  };

  it('gives a reply up that falls silent in the middle', async () => {
    server = await startModelServer([{ kind: 'text', text: 'half of it', breaksOff: 'silence' }]);
    const client = await impatient(50);

    await expect(client.complete(REQUEST, live)).rejects.toMatchObject({
      kind: 'timed-out',
      message: 'openai/one fell silent in the middle of its reply.',
    });
  });

  it('lets a slow reply come, however long it takes in all', async () => {
    server = await startModelServer([{ kind: 'text', text: 'slowly but surely', pieces: 8, pieceDelayMs: 40 }]);
    const client = await impatient(200);

    expect((await client.complete(REQUEST, live)).text).toBe('slowly but surely');
  });

  it('prints nothing, not even for settings that the model does not know', async () => {
    const printed: unknown[] = [];
    const { log, warn, error, info } = console;
    Object.assign(
      console,
      Object.fromEntries(['log', 'warn', 'error', 'info'].map((name) => [name, (line: unknown) => printed.push(line)])),
    );
    try {
      server = await startModelServer(['ok', { kind: 'error', status: 500 }]);
      const client = await openOpenAiCompatible({
        provider: 'p',
        model: 'm',
        baseUrl: server.baseUrl,
        structuredOutput: 'none',
      });
      await client.complete({ ...REQUEST, responseSchema: { type: 'object' } }, live);
      await expect(client.complete(REQUEST, live)).rejects.toMatchObject({ kind: 'unavailable' });
    } finally {
      Object.assign(console, { log, warn, error, info });
    }

    expect(printed).toEqual([]);
  });

  it('sends the schema only where the provider takes one, strictly only where it is closed', async () => {
    server = await startModelServer(['{}', '{}', '{}']);
    const { baseUrl } = server;
    const closed = { type: 'object', properties: {}, required: [], additionalProperties: false };
    const taking = await openOpenAiCompatible({ provider: 'p', model: 'm', baseUrl, structuredOutput: 'schema' });
    const plain = await openOpenAiCompatible({ provider: 'p', model: 'm', baseUrl, structuredOutput: 'none' });

    await taking.complete({ ...REQUEST, responseSchema: closed }, live);
    await taking.complete({ ...REQUEST, responseSchema: { type: 'object' } }, live);
    await plain.complete({ ...REQUEST, responseSchema: closed }, live);

    const [first, second, third] = server.requests.map(({ body }) => body);
    expect(first).toMatchObject({ response_format: { type: 'json_schema', json_schema: { strict: true } } });
    expect(second).toMatchObject({ response_format: { type: 'json_schema', json_schema: { strict: false } } });
    expect(third).not.toHaveProperty('response_format');
  });

  it('tells no usage rather than a wrong one', async () => {
    server = await startModelServer([{ kind: 'text', text: 'ok', usage: 'absent' }]);
    const client = await openOpenAiCompatible({
      provider: 'p',
      model: 'm',
      baseUrl: server.baseUrl,
      structuredOutput: 'none',
    });

    expect((await client.complete(REQUEST, live)).usage).toEqual({});
  });

  it('takes an error in the middle of the stream for what it says', async () => {
    server = await startModelServer([
      {
        kind: 'body',
        contentType: 'text/event-stream',
        body: 'data: {"error":{"message":"Too many.","type":"rate_limit_error"}}\n\n',
      },
    ]);

    await expect((await impatient(1000)).complete(REQUEST, live)).rejects.toMatchObject({ kind: 'rate-limited' });
  });
});

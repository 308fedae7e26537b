import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import type { Json } from '#core/json.ts';
import type { ModelClient, ModelRequest, Provider, ProviderOptions } from '#engine/models/provider.ts';
import { ProviderFailure } from '#engine/models/provider-failure.ts';
import { type ModelServer, type Script, startModelServer } from './model-server/model-server.ts';
import type { Wire } from './model-server/wire.ts';

/** What the kit has to know of a provider under test. */
export interface ProviderUnderTest {
  readonly provider: Provider;
  readonly wire: Wire;
  /** Any model name; the server takes every one. */
  readonly model: string;
  /** Variables with which the provider opens, the key among them. */
  readonly environment: Readonly<Record<string, string>>;
  /** The key itself: must never show up in an error. Absent when the provider needs none. */
  readonly secret?: string;
  /** Path after the origin in its base URL. @default '/v1' */
  readonly basePath?: string;
  /** The wire has a refusal of its own. @default true */
  readonly hasRefusal?: boolean;
  /** The reply names the model that answered. @default true */
  readonly tellsModel?: boolean;
  /** The wire tells the cached part of the input. @default true */
  readonly tellsCache?: boolean;
  /** Reads the JSON Schema that was sent from the request's body; absent where the wire has none. */
  readonly schemaIn?: (body: Json) => unknown;
  /** What else its server has to answer; see `ModelServerOptions`. */
  readonly documents?: Readonly<Record<string, Json>>;
  readonly answers?: Readonly<Record<string, Json>>;
}

const REQUEST: ModelRequest = {
  id: '0.strategy.1',
  purpose: 'generate',
  messages: [
    { role: 'system', content: 'You write code.' },
    { role: 'user', content: 'Add two numbers.' },
  ],
};

const SCHEMA: Json = {
  type: 'object',
  properties: { sum: { type: 'integer' } },
  required: ['sum'],
  additionalProperties: false,
};

/** Checks a provider against a scripted server that speaks its wire format. */
export function testProvider(subject: ProviderUnderTest): void {
  const { provider, secret } = subject;
  const servers: ModelServer[] = [];
  const clients: ModelClient[] = [];

  const start = async (script: Script): Promise<{ server: ModelServer; client: ModelClient }> => {
    const { wire, documents = {}, answers = {} } = subject;
    const server = await startModelServer(script, { wire, documents, answers });
    servers.push(server);
    const client = await provider.open(subject.model, optionsFor(subject, server.origin));
    clients.push(client);
    return { server, client };
  };
  const failureOf = async (script: Script, signal = new AbortController().signal): Promise<ProviderFailure> => {
    const { client } = await start(script);
    const thrown: unknown = await client.complete(REQUEST, signal).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(thrown instanceof ProviderFailure)) throw new TypeError(`Not a ProviderFailure: ${inspect(thrown)}`);
    return thrown;
  };

  afterEach(async () => {
    for (const client of clients.splice(0)) await client.close?.();
    await Promise.all(servers.splice(0).map((server) => server.close()));
  });

  describe(`provider ${provider.name}`, () => {
    it('brings the whole text, the usage and the model that answered', async () => {
      const { client, server } = await start([
        {
          kind: 'text',
          text: 'def add(a, b):\n    return a + b  # äöü 😀\n',
          pieces: 5,
          usage: { inputTokens: 21, cachedInputTokens: 8, outputTokens: 13 },
          model: 'answering-model',
        },
      ]);

      const reply = await client.complete(REQUEST, new AbortController().signal);

      expect(reply.text).toBe('def add(a, b):\n    return a + b  # äöü 😀\n');
      expect(reply.finishReason).toBe('stop');
      expect(reply.usage).toEqual({
        inputTokens: 21,
        outputTokens: 13,
        ...(subject.tellsCache === false ? {} : { cachedInputTokens: 8 }),
      });
      expect(reply.model).toBe(subject.tellsModel === false ? subject.model : 'answering-model');
      expect(client.model).toBe(`${provider.name}/${subject.model}`);
      expect(server.requests.map(({ model }) => model)).toEqual([subject.model]);
      expect(JSON.stringify(server.requests[0]?.body)).toContain('You write code.');
    });

    it('leaves an empty reply to the caller', async () => {
      const { client } = await start(['']);

      const reply = await client.complete(REQUEST, new AbortController().signal);

      expect(reply).toMatchObject({ text: '', finishReason: 'stop' });
    });

    it('says when the reply was cut at the limit', async () => {
      const { client } = await start([{ kind: 'text', text: 'def add(a', finish: 'length' }]);

      const reply = await client.complete({ ...REQUEST, maxOutputTokens: 3 }, new AbortController().signal);

      expect(reply).toMatchObject({ text: 'def add(a', finishReason: 'length' });
    });

    if (subject.hasRefusal !== false) {
      it('tells a refusal and a content filter from an answer', async () => {
        const { client } = await start([
          { kind: 'text', text: '', refusal: 'That goes too far.' },
          { kind: 'text', text: 'def', finish: 'content-filter' },
        ]);

        const refused = await client.complete(REQUEST, new AbortController().signal);
        const filtered = await client.complete(REQUEST, new AbortController().signal);

        expect(refused).toMatchObject({ text: 'That goes too far.', finishReason: 'refusal' });
        expect(filtered).toMatchObject({ finishReason: 'refusal' });
      });
    }

    it('passes temperature, seed and ceiling on', async () => {
      const { client, server } = await start(['ok']);

      await client.complete(
        { ...REQUEST, temperature: 0.25, seed: 4711, maxOutputTokens: 321 },
        new AbortController().signal,
      );

      const sent = JSON.stringify(server.requests[0]?.body);
      expect(sent).toMatch(/"temperature":0\.25\b/);
      expect(sent).toMatch(/:321\b/);
    });

    if (subject.schemaIn !== undefined) {
      it('passes the schema on and gives the text back as it is', async () => {
        const { client, server } = await start(['{"sum": 3,}']);

        const reply = await client.complete({ ...REQUEST, responseSchema: SCHEMA }, new AbortController().signal);

        expect(reply.text).toBe('{"sum": 3,}');
        expect(subject.schemaIn?.(server.requests[0]?.body ?? null)).toMatchObject({
          type: 'object',
          properties: { sum: { type: 'integer' } },
        });
      });
    }

    it('fails once, with the time to wait, when the rate is limited', async () => {
      const { client, server } = await start([{ kind: 'error', status: 429, headers: { 'retry-after': '7' } }, 'late']);

      await expect(client.complete(REQUEST, new AbortController().signal)).rejects.toMatchObject({
        kind: 'rate-limited',
        status: 429,
        retryAfterMs: 7000,
      });
      expect(server.requests).toHaveLength(1);
    });

    it.each([
      { status: 401, kind: 'unauthorised' },
      { status: 403, kind: 'unauthorised' },
      { status: 400, kind: 'rejected' },
      { status: 404, kind: 'rejected' },
      { status: 500, kind: 'unavailable' },
      { status: 503, kind: 'unavailable' },
      { status: 529, kind: 'unavailable' },
    ])('calls status $status $kind', async ({ status, kind }) => {
      const failure = await failureOf([{ kind: 'error', status }]);

      expect(failure).toMatchObject({ kind, status });
    });

    it('fails on a body that is cut off JSON', async () => {
      const { contentType, body } = subject.wire.malformed;

      const failure = await failureOf([
        { kind: 'body', contentType, body: typeof body === 'string' ? body : Buffer.from(body).toString('latin1') },
      ]);

      expect(failure.kind).toBe('unavailable');
    });

    it('fails on a web page in place of a reply', async () => {
      const failure = await failureOf([{ kind: 'body', contentType: 'text/html', body: '<html>Sign in</html>' }]);

      expect(failure.kind).toBe('unavailable');
    });

    it('fails when the connection drops before the reply', async () => {
      expect((await failureOf([{ kind: 'drop' }])).kind).toBe('unavailable');
    });

    it.each(['reset', 'close'] as const)('never takes half a reply for a whole one (%s)', async (breaksOff) => {
      const failure = await failureOf([{ kind: 'text', text: 'def add(a, b):', pieces: 3, breaksOff }]);

      expect(failure.kind).toBe('unavailable');
    });

    it('stops when it is aborted, before the call and during it', async () => {
      const controller = new AbortController();
      const pending = failureOf(() => {
        controller.abort();
        return { kind: 'hang' };
      }, controller.signal);

      expect((await pending).kind).toBe('aborted');
      expect((await failureOf(['never asked'], AbortSignal.abort())).kind).toBe('aborted');
    });

    if (secret !== undefined) {
      it('shows the key in no error, even if the provider repeats it', async () => {
        const echo = `Bad key ${secret}, header Bearer ${secret}`;
        for (const status of [400, 401, 403, 404, 429, 500]) {
          const failure = await failureOf([{ kind: 'error', status, message: echo }]);

          expect(inspect(failure, { depth: 12, showHidden: true })).not.toContain(secret);
          expect(failure.message).toContain(`${provider.name}/${subject.model}`);
        }
        expect(inspect(await failureOf([{ kind: 'drop' }]), { depth: 12 })).not.toContain(secret);
      });
    }

    it('says what it needs', async () => {
      const usable = await provider.availability(optionsFor(subject, await originOf(subject, servers)));

      expect(usable).toMatchObject({ isUsable: true, remedy: '' });
      expect(provider.name).toMatch(/^[a-z][a-z-]*$/);
      if (provider.keys.length === 0) return;
      const bare = { environment: {}, modelsFolder: '/none' };
      const missing = await provider.availability(bare);
      expect(missing.isUsable).toBe(false);
      expect(missing.remedy).toMatch(/^[A-Z].*\.$/);
      expect(missing.remedy).toContain(provider.keys[0]);
      await expect(provider.open(subject.model, bare)).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
    });
  });
}

function optionsFor(subject: ProviderUnderTest, origin: string): ProviderOptions {
  return {
    environment: subject.environment,
    baseUrl: `${origin}${subject.basePath ?? '/v1'}`,
    modelsFolder: '/none',
  };
}

async function originOf(subject: ProviderUnderTest, servers: ModelServer[]): Promise<string> {
  const { wire, documents = {}, answers = {} } = subject;
  const server = await startModelServer([], { wire, documents, answers });
  servers.push(server);
  return server.origin;
}

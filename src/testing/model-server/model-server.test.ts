import { afterEach, describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from './model-server.ts';

describe('startModelServer', () => {
  let server: ModelServer | undefined;
  afterEach(async () => server?.close());

  const post = (body: unknown): Promise<Response> =>
    fetch(`${server?.baseUrl ?? ''}/chat/completions`, {
      method: 'POST',
      headers: { 'x-mark': 'seen' },
      body: JSON.stringify(body),
    });
  const PROMPT = { model: 'one', messages: [{ role: 'user', content: 'Hello' }] };

  it('answers in order, records what it was asked, and says when the script is at its end', async () => {
    server = await startModelServer(['first']);

    const first = await post(PROMPT);
    const second = await post(PROMPT);

    expect(await first.json()).toMatchObject({
      model: 'one',
      choices: [{ message: { content: 'first' }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 10, completion_tokens: 5 },
    });
    expect(second.status).toBe(400);
    expect(await second.text()).toContain('no reply left');
    expect(server.requests).toHaveLength(2);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/v1/chat/completions',
      model: 'one',
      prompt: ['Hello'],
      headers: { 'x-mark': 'seen' },
    });
  });

  it('streams when it is asked to', async () => {
    server = await startModelServer([{ kind: 'text', text: 'abcd', pieces: 2, finish: 'length' }]);

    const text = await (await post({ ...PROMPT, stream: true })).text();

    expect(text).toMatch(/"content":"ab".*"content":"cd".*"finish_reason":"length".*\[DONE\]/s);
  });

  it('asks a function with the request and its number', async () => {
    server = await startModelServer(({ prompt }, index) => `${index}: ${prompt.join()}`);

    await post(PROMPT);
    const second: unknown = await (await post(PROMPT)).json();

    expect(second).toMatchObject({ choices: [{ message: { content: '1: Hello' } }] });
  });

  it('sends errors with headers, bodies as they are, and drops connections', async () => {
    server = await startModelServer([
      { kind: 'error', status: 429, headers: { 'retry-after': '2' }, message: 'Slow down.' },
      { kind: 'body', body: '{"half', contentType: 'application/json' },
      { kind: 'drop' },
    ]);

    const limited = await post(PROMPT);
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('2');
    expect(await limited.json()).toMatchObject({ error: { message: 'Slow down.' } });
    expect(await (await post(PROMPT)).text()).toBe('{"half');
    await expect(post(PROMPT)).rejects.toThrow();
  });

  it('does not pass a failing script off as a reply', async () => {
    server = await startModelServer(() => {
      throw new Error('expected three findings');
    });

    const response = await post(PROMPT);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('expected three findings');
  });

  it('closes while a reply hangs', async () => {
    server = await startModelServer([{ kind: 'hang' }]);
    const pending = post(PROMPT);
    await expect.poll(() => server?.requests.length).toBe(1);

    await server.close();

    await expect(pending).rejects.toThrow();
  });
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Json } from '#core/json.ts';
import { openaiWire } from './openai-wire.ts';
import type { RecordedRequest, ScriptedReply, ScriptedText } from './scripted-reply.ts';
import type { Wire } from './wire.ts';

/** A text stands for a `ScriptedText` that ends well. */
export type ScriptEntry = string | ScriptedReply;

/** Replies in order, or a function that is asked for each request; `index` counts from 0. */
export type Script =
  | readonly ScriptEntry[]
  | ((request: RecordedRequest, index: number) => ScriptEntry | Promise<ScriptEntry>);

export interface ModelServerOptions {
  /** @default openaiWire */
  readonly wire?: Wire;
  /** JSON bodies for GET requests, by path without the query. */
  readonly documents?: Readonly<Record<string, Json>>;
  /** JSON bodies for POST requests that are no prompts, by path; they are not recorded and use up no reply. */
  readonly answers?: Readonly<Record<string, Json>>;
}

/** A model on loopback that says what a test tells it to say. */
export interface ModelServer {
  /** `http://127.0.0.1:<port>`, without a path. */
  readonly origin: string;
  /** `origin` with `/v1`, as OpenAI-compatible clients want it. */
  readonly baseUrl: string;
  /** Every prompt that arrived, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Ends open connections too. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a server that speaks one provider's wire format.
 *
 * A script that has run out answers with status 400, which no caller tries again, so that a test sees it at once.
 */
export async function startModelServer(script: Script, options: ModelServerOptions = {}): Promise<ModelServer> {
  const { wire = openaiWire, documents = {}, answers = {} } = options;
  const requests: RecordedRequest[] = [];
  const closing = new AbortController();

  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await record(message, wire);
    const place = request.path.replace(/\?.*/, '');
    const document = request.method === 'GET' ? documents[place] : answers[place];
    if (document !== undefined) {
      sendJson(response, 200, JSON.stringify(document));
      return;
    }
    if (request.method === 'GET') {
      sendJson(response, 404, wire.error(404, 'There is no such document.'));
      return;
    }
    const index = requests.push(request) - 1;
    const entry = typeof script === 'function' ? await script(request, index) : script[index];
    const reply = typeof entry === 'string' ? ({ kind: 'text', text: entry } as const) : entry;
    if (reply === undefined) {
      sendJson(response, 400, wire.error(400, 'The script has no reply left.'));
      return;
    }
    await perform(reply, { request, response, wire, signal: closing.signal });
  };

  const server = createServer((message, response) => {
    serve(message, response).catch((error: unknown) => {
      // Closed by the test, or by the client: nobody is left to tell. Anything else must not look like a reply.
      if (closing.signal.aborted || response.destroyed) return;
      if (response.headersSent) response.destroy();
      else sendJson(response, 400, wire.error(400, `The script failed: ${String(error)}`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new RangeError('The server has no port.');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    baseUrl: `${origin}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Performance {
  readonly request: RecordedRequest;
  readonly response: ServerResponse;
  readonly wire: Wire;
  readonly signal: AbortSignal;
}

async function perform(reply: ScriptedReply, performance: Performance): Promise<void> {
  const { response, wire, signal } = performance;
  if (reply.latencyMs !== undefined) await delay(reply.latencyMs, undefined, { signal });
  switch (reply.kind) {
    case 'text':
      return performText(reply, performance);
    case 'error':
      for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
      sendJson(response, reply.status, wire.error(reply.status, reply.message ?? 'A scripted failure.'));
      return;
    case 'body':
      response.writeHead(200, { 'content-type': reply.contentType }).end(reply.body);
      return;
    case 'drop':
      response.destroy();
      return;
    case 'hang':
  }
}

async function performText(reply: ScriptedText, performance: Performance): Promise<void> {
  const { request, response, wire, signal } = performance;
  if (!wire.isStreaming(request.path, request.body)) {
    const { contentType, body } = wire.whole(reply, request.model);
    response.writeHead(200, { 'content-type': contentType }).end(body);
    return;
  }
  const { contentType, before, pieces, after } = wire.streamed(reply, request.model);
  response.writeHead(200, { 'content-type': contentType });
  for (const chunk of before) response.write(chunk);
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && reply.pieceDelayMs !== undefined) await delay(reply.pieceDelayMs, undefined, { signal });
    if (response.destroyed) return;
    // Waits until it has left, so that what breaks off afterwards has really been heard before.
    await new Promise<void>((resolve) => response.write(piece, () => resolve()));
  }
  if (reply.breaksOff === 'reset') response.destroy();
  else if (reply.breaksOff === 'close') response.end();
  else if (reply.breaksOff === undefined) {
    for (const chunk of after) response.write(chunk);
    response.end();
  }
}

async function record(message: IncomingMessage, wire: Wire): Promise<RecordedRequest> {
  let text = '';
  message.setEncoding('utf8');
  for await (const part of message) text += String(part);
  const body = jsonOf(text);
  const path = message.url ?? '';
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
  return { method: message.method ?? '', path, headers, body, model: wire.modelOf(path, body), prompt: promptIn(body) };
}

function jsonOf(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

function promptIn(body: Json): readonly string[] {
  if (typeof body !== 'object' || body === null || !('messages' in body) || !Array.isArray(body.messages)) return [];
  return body.messages.map((message: Json) =>
    typeof message === 'object' && message !== null && 'content' in message && typeof message.content === 'string'
      ? message.content
      : '',
  );
}

function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

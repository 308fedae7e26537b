import { parseJson } from '#core/parse-json.ts';
import type { Usage } from '#core/usage.ts';
import { connectionFailure } from '#engine/models/connection-failure.ts';
import { httpFailure } from '#engine/models/http-failure.ts';
import { createIdleWatch, IDLE_TIMEOUT_MS } from '#engine/models/idle-watch.ts';
import type { ModelReply, ModelRequest } from '#engine/models/provider.ts';
import { ProviderFailure } from '#engine/models/provider-failure.ts';
import { linesOf } from './json-lines.ts';
import { ChatLine, Refused } from './wire.ts';

/** A model of one Ollama server. */
export interface OllamaModel {
  readonly address: string;
  /** Name without the provider, such as `qwen2.5-coder:7b`. */
  readonly name: string;
  readonly contextTokens: number;
}

/**
 * One exchange over Ollama's own API. Its OpenAI-compatible one takes no context size, and cuts what does not fit from
 * the front of the prompt without a word.
 */
export async function chat(model: OllamaModel, request: ModelRequest, signal: AbortSignal): Promise<ModelReply> {
  const name = `ollama/${model.name}`;
  const watch = createIdleWatch(signal, IDLE_TIMEOUT_MS);
  try {
    const response = await fetch(`${model.address}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf(model, request)),
      signal: watch.signal,
    });
    if (!response.ok) throw await refusalOf(response, name);
    return await collect(response, name, watch.heard);
  } catch (error) {
    if (error instanceof ProviderFailure) throw error;
    if (signal.aborted) throw new ProviderFailure('aborted', `The call to ${name} was aborted.`);
    if (watch.hasExpired()) throw new ProviderFailure('timed-out', `${name} fell silent in the middle of its reply.`);
    throw connectionFailure(name, error);
  } finally {
    watch.stop();
  }
}

function bodyOf({ name, contextTokens }: OllamaModel, request: ModelRequest): object {
  const { messages, temperature, seed, maxOutputTokens, responseSchema } = request;
  return {
    model: name,
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    // An error instead of a cut prompt, and an end instead of forgetting its beginning; older servers ignore both.
    truncate: false,
    shift: false,
    format: responseSchema,
    options: { num_ctx: contextTokens, temperature, seed, num_predict: maxOutputTokens },
  };
}

async function collect(response: Response, name: string, heard: () => void): Promise<ModelReply> {
  let text = '';
  let last: ChatLine | undefined;
  if (response.body !== null) {
    for await (const line of linesOf(response.body)) {
      heard();
      const parsed = parseJson(line);
      const read = ChatLine.safeParse(parsed.ok ? parsed.value : undefined);
      if (!read.success)
        throw new ProviderFailure('unavailable', `Ollama sent a line for ${name} that cannot be read.`);
      if (read.data.error !== undefined) {
        throw new ProviderFailure('unavailable', `Ollama broke off the reply of ${name} with an error.`);
      }
      text += read.data.message?.content ?? '';
      if (read.data.done === true) last = read.data;
    }
  }
  if (last === undefined) throw new ProviderFailure('unavailable', `The answer of ${name} ended before the reply did.`);
  return {
    text,
    finishReason: last.done_reason === 'length' ? 'length' : 'stop',
    usage: usageOf(last),
    model: last.model ?? name,
  };
}

function usageOf({ prompt_eval_count: inputTokens, eval_count: outputTokens }: ChatLine): Usage {
  return {
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
  };
}

async function refusalOf(response: Response, model: string): Promise<ProviderFailure> {
  const parsed = parseJson(await response.text());
  return httpFailure({
    model,
    status: response.status,
    header: (name) => response.headers.get(name),
    message: Refused.safeParse(parsed.ok ? parsed.value : undefined).data?.error ?? '',
    secrets: [],
    nowMs: Date.now(),
  });
}

import type { JSONSchema7, LanguageModel, ModelMessage, streamText } from 'ai';
import type { Json } from '#core/json.ts';
import type { Message } from '#core/message.ts';
import type { Usage } from '#core/usage.ts';
import { createIdleWatch, IDLE_TIMEOUT_MS } from './idle-watch.ts';
import type { FinishReason, ModelClient, ModelReply, ModelRequest } from './provider.ts';
import { ProviderFailure } from './provider-failure.ts';

type SdkCall = Parameters<typeof streamText>[0];
type SdkStream = ReturnType<typeof streamText>['fullStream'];
type SdkPart = SdkStream extends AsyncIterable<infer Part> ? Part : never;
type SdkStepEnd = Extract<SdkPart, { type: 'finish-step' }>;

/** What one raw piece of a stream tells beside its text. */
export interface PieceFacts {
  /** A part of the model's refusal. */
  readonly refusal?: string | undefined;
  /** The model that answers. */
  readonly model?: string | undefined;
}

/** What a provider built on the AI SDK has to say about its model. */
export interface AiSdkClientOptions {
  /** `provider/name`. */
  readonly model: string;
  readonly languageModel: LanguageModel;
  /** Keys and tokens; never repeated in a message. */
  readonly secrets: readonly string[];
  /** Whether `responseSchema` is passed on. Without, the prompt alone has to ask for JSON. */
  readonly hasStructuredOutput: boolean;
  /** The SDK's options for one request under its own name for the provider. */
  readonly providerOptions?: (request: ModelRequest) => NonNullable<SdkCall['providerOptions']>;
  /** Reads from one raw piece of the stream what the SDK drops. */
  readonly readPiece?: (piece: unknown) => PieceFacts;
  readonly contextTokens?: number;
  readonly maxOutputTokens?: number;
  /** @default IDLE_TIMEOUT_MS */
  readonly idleTimeoutMs?: number;
}

/** Adapts a language model of the AI SDK. The SDK itself is loaded with the first call: its import takes 0.2 s. */
export function createAiSdkClient(options: AiSdkClientOptions): ModelClient {
  return {
    model: options.model,
    ...(options.contextTokens === undefined ? {} : { contextTokens: options.contextTokens }),
    ...(options.maxOutputTokens === undefined ? {} : { maxOutputTokens: options.maxOutputTokens }),
    complete: (request, signal) => complete(options, request, signal),
  };
}

/**
 * Streams, although only the whole reply is wanted: Node's fetch gives a response up that shows no header for five
 * minutes, some providers refuse long replies that are not streamed, and only a stream can tell a slow reply (let it
 * come) from a dead connection (give it up after a silence).
 *
 * The SDK's parsed `output` is never read: it throws on JSON that is slightly off, and the text is worth a repair.
 */
async function complete(options: AiSdkClientOptions, request: ModelRequest, signal: AbortSignal): Promise<ModelReply> {
  const { model, languageModel, secrets, readPiece } = options;
  if (signal.aborted) throw aborted(model);
  // The SDK prints warnings on standard output, which belongs to results.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const [sdk, { sdkFailure }] = await Promise.all([import('ai'), import('./sdk-failure.ts')]);
  const watch = createIdleWatch(signal, options.idleTimeoutMs ?? IDLE_TIMEOUT_MS);
  const failed = (error: unknown): ProviderFailure => {
    // First: whatever an abort breaks on its way out is a consequence.
    if (signal.aborted) return aborted(model);
    if (watch.hasExpired()) {
      return new ProviderFailure('timed-out', `${model} fell silent in the middle of its reply.`);
    }
    if (error instanceof ProviderFailure) return error;
    return sdkFailure({ model, error, secrets, nowMs: Date.now() });
  };

  try {
    const { responseSchema } = request;
    const schema = options.hasStructuredOutput && isJsonSchema(responseSchema) ? responseSchema : undefined;
    const { fullStream } = sdk.streamText({
      model: languageModel,
      ...promptOf(request.messages),
      ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
      ...(request.seed === undefined ? {} : { seed: request.seed }),
      ...(request.maxOutputTokens === undefined ? {} : { maxOutputTokens: request.maxOutputTokens }),
      ...(schema === undefined ? {} : { output: sdk.Output.object({ schema: sdk.jsonSchema(schema) }) }),
      ...(options.providerOptions === undefined ? {} : { providerOptions: options.providerOptions(request) }),
      maxRetries: 0,
      abortSignal: watch.signal,
      includeRawChunks: readPiece !== undefined,
      // Errors arrive as parts of the stream; the default handler prints them.
      onError: () => undefined,
    });
    return await collect(fullStream, { model, heard: watch.heard, ...(readPiece === undefined ? {} : { readPiece }) });
  } catch (error) {
    throw failed(error);
  } finally {
    watch.stop();
  }
}

interface Collecting {
  readonly model: string;
  readonly heard: () => void;
  readonly readPiece?: (piece: unknown) => PieceFacts;
}

async function collect(stream: SdkStream, { model, heard, readPiece }: Collecting): Promise<ModelReply> {
  let text = '';
  let refusal = '';
  let answeredBy: string | undefined;
  let end: SdkStepEnd | undefined;
  for await (const part of stream) {
    // The SDK's own announcements come before the provider has said anything.
    if (part.type !== 'start' && part.type !== 'start-step') heard();
    if (part.type === 'text-delta') text += part.text;
    else if (part.type === 'raw') {
      const facts = readPiece?.(part.rawValue);
      refusal += facts?.refusal ?? '';
      answeredBy = facts?.model ?? answeredBy;
    } else if (part.type === 'finish-step') end = part;
    else if (part.type === 'error') throw part.error;
  }
  if (end === undefined || end.finishReason === 'error' || end.rawFinishReason === undefined) {
    // A server that closes early looks like one that has finished, but for the missing finish reason.
    throw new ProviderFailure('unavailable', `The connection to the provider of ${model} ended before the reply did.`);
  }
  return {
    text: text === '' ? refusal : text,
    finishReason: refusal === '' ? finishReasonOf(end) : 'refusal',
    usage: usageOf(end.usage),
    model: answeredBy ?? end.response.modelId,
  };
}

function finishReasonOf({ finishReason }: SdkStepEnd): FinishReason {
  if (finishReason === 'stop' || finishReason === 'length') return finishReason;
  return finishReason === 'content-filter' ? 'refusal' : 'other';
}

function usageOf({ inputTokens, inputTokenDetails, outputTokens }: SdkStepEnd['usage']): Usage {
  const cachedInputTokens = inputTokenDetails.cacheReadTokens;
  return {
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(cachedInputTokens === undefined ? {} : { cachedInputTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
  };
}

/** The SDK wants the system's words apart from the conversation; SecCode has them in front only. */
function promptOf(messages: readonly Message[]): { system?: string; messages: ModelMessage[] } {
  const system = messages.filter(({ role }) => role === 'system').map(({ content }) => content);
  return {
    ...(system.length === 0 ? {} : { system: system.join('\n\n') }),
    messages: messages.flatMap(({ role, content }) => (role === 'system' ? [] : [{ role, content }])),
  };
}

function isJsonSchema(schema: Json | undefined): schema is JSONSchema7 & Json {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema);
}

function aborted(model: string): ProviderFailure {
  return new ProviderFailure('aborted', `The call to ${model} was aborted.`);
}

import { setImmediate } from 'node:timers/promises';
import { SecCodeError } from '#core/errors.ts';
import type { Json } from '#core/json.ts';
import type { Message } from '#core/message.ts';
import type { FinishReason, ModelClient, ModelReply, ModelRequest } from '#engine/models/provider.ts';
import { ProviderFailure } from '#engine/models/provider-failure.ts';
import { toGrammarSchema } from './grammar-schema.ts';
import { type Llama, type LlamaChat, type LlamaGrammar, type LlamaHistoryItem, type LlamaRuntime } from './runtime.ts';
import { sharedLlama } from './shared-llama.ts';

/** What an embedded model is opened with. */
export interface EmbeddedModel {
  readonly runtime: LlamaRuntime;
  /** The model's name as it is reported, without the provider. */
  readonly name: string;
  readonly file: string;
  readonly modelsFolder: string;
  /** Processor cores that this process may use. */
  readonly cores: number;
}

/** Enough for a program of several files with its findings; each token costs 60 kB of memory with a 7B model. */
const MAX_CONTEXT_TOKENS = 16_384;
/** A reply with less room than this is cut off before it has said anything. */
const LEAST_REPLY_TOKENS = 64;
/** Tokens that a chat template may add beyond what was counted. */
const SPARE_TOKENS = 16;

/** Loads the model into memory and opens a line to it. Calls are answered one after another. */
export async function openEmbedded({ runtime, name, file, modelsFolder, cores }: EmbeddedModel): Promise<ModelClient> {
  const { llama, takeComplaint } = await sharedLlama(runtime, modelsFolder);
  takeComplaint();
  const loaded = await loadModel(llama, file, cores).catch(async (cause: unknown) => {
    // Complaints come from another thread and through another queue than the failure: one turn of the loop behind.
    await setImmediate();
    throw loadFailed(name, takeComplaint(), cause);
  });
  const { model, context } = loaded;
  const sequence = context.getSequence();
  const chat = new runtime.LlamaChat({ contextSequence: sequence });
  const grammars = new Map<string, LlamaGrammar>();
  let turn: Promise<unknown> = Promise.resolve();

  const answer = async (request: ModelRequest, signal: AbortSignal): Promise<ModelReply> => {
    const history = historyOf(request.messages);
    const inputTokens = countTokens(chat, history, model.tokenizer);
    const room = context.contextSize - inputTokens - SPARE_TOKENS;
    // The library would silently drop the beginning of a prompt that does not fit.
    if (room < LEAST_REPLY_TOKENS) {
      throw new ProviderFailure(
        'rejected',
        `The prompt has ${inputTokens} tokens, too many for the ${context.contextSize} that ${name} can see at once.`,
      );
    }
    const grammar =
      request.responseSchema === undefined ? undefined : await grammarFor(llama, request.responseSchema, grammars);
    const { temperature, seed } = request;
    const before = sequence.tokenMeter.usedOutputTokens;
    const { response, metadata } = await chat.generateResponse(history, {
      signal,
      maxTokens: Math.min(request.maxOutputTokens ?? room, room),
      // Code repeats itself, and rightly so.
      repeatPenalty: false,
      ...(temperature === undefined ? {} : { temperature }),
      ...(seed === undefined ? {} : { seed }),
      ...(grammar === undefined ? {} : { grammar }),
    });
    const outputTokens = sequence.tokenMeter.usedOutputTokens - before;
    return {
      text: response,
      finishReason: finishReasonOf(metadata.stopReason),
      usage: { inputTokens, outputTokens },
      model: name,
    };
  };

  return {
    model: `local/${name}`,
    contextTokens: context.contextSize,
    isFree: true,
    complete: async (request, signal) => {
      const before = turn;
      const result = (async () => {
        await before.catch(() => undefined);
        if (signal.aborted) throw aborted(signal);
        return answer(request, signal);
      })();
      turn = result;
      try {
        return await result;
      } catch (error) {
        if (error instanceof ProviderFailure) throw error;
        if (signal.aborted) throw aborted(signal);
        throw new ProviderFailure('rejected', `The embedded model ${name} failed.`, { cause: error });
      }
    },
    close: async () => {
      await turn.catch(() => undefined);
      chat.dispose();
      await context.dispose();
      await model.dispose();
    },
  };
}

/** Threads that leave a small machine alive: with as many as there are cores, waiting for each other takes the time. */
export function threadsFor(cores: number): number {
  return cores <= 2 ? 1 : Math.min(cores - 1, 16);
}

async function loadModel(llama: Llama, file: string, cores: number) {
  const model = await llama.loadModel({ modelPath: file });
  try {
    const max = Math.min(model.trainContextSize, MAX_CONTEXT_TOKENS);
    const context = await model.createContext({ contextSize: { max }, sequences: 1, threads: threadsFor(cores) });
    return { model, context };
  } catch (error) {
    await model.dispose();
    throw error;
  }
}

function loadFailed(name: string, reason: string, cause: unknown): SecCodeError {
  // The reason quotes the model file, which may hold anything.
  const said = reason
    .replace(/\P{ASCII}|\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 200);
  return new SecCodeError(
    'MODEL_UNAVAILABLE',
    `The local model ${name} cannot be loaded${said === '' ? '' : ` (${said})`}.`,
    {
      remedy: 'Free some memory or choose a smaller model; if that does not help, remove the model and pull it again.',
      cause,
    },
  );
}

function historyOf(messages: readonly Message[]): readonly LlamaHistoryItem[] {
  const history = messages.map(
    ({ role, content }): LlamaHistoryItem =>
      role === 'assistant' ? { type: 'model', response: [content] } : { type: role, text: content },
  );
  // The model goes on in the last item: an empty one of its own, or what it had begun to say.
  return messages.at(-1)?.role === 'assistant' ? history : [...history, { type: 'model', response: [] }];
}

function countTokens(chat: LlamaChat, chatHistory: readonly LlamaHistoryItem[], tokenizer: unknown): number {
  return chat.chatWrapper.generateContextState({ chatHistory }).contextText.tokenize(tokenizer).length;
}

async function grammarFor(llama: Llama, schema: Json, known: Map<string, LlamaGrammar>): Promise<LlamaGrammar> {
  const key = JSON.stringify(schema);
  const present = known.get(key);
  if (present !== undefined) return present;
  const expressible = toGrammarSchema(schema);
  const grammar =
    expressible === undefined ? await llama.getGrammarFor('json') : await llama.createGrammarForJsonSchema(expressible);
  known.set(key, grammar);
  return grammar;
}

function finishReasonOf(stopReason: string): FinishReason {
  if (stopReason === 'maxTokens') return 'length';
  return stopReason === 'eogToken' || stopReason.endsWith('Trigger') ? 'stop' : 'other';
}

function aborted(signal: AbortSignal): ProviderFailure {
  return new ProviderFailure('aborted', 'The call of the embedded model was aborted.', { cause: signal.reason });
}

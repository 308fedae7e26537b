import type { Message } from '#core/message.ts';
import type { ModelClient } from './provider.ts';

/**
 * Characters per token, for an estimate on the safe side.
 *
 * English prose has about 4.5 in the usual vocabularies and code about 3 to 4; without the model's own tokenizer nobody
 * knows. Text outside ASCII takes more tokens than this says.
 */
const CHARACTERS_PER_TOKEN = 3.5;
/** Role marks and separators that a chat template adds. */
const TOKENS_PER_MESSAGE = 4;
/** Room that a reply needs at least, where the request sets no ceiling. */
const MIN_REPLY_TOKENS = 1024;

/** Roughly how many tokens a prompt has. */
export function estimateTokens(messages: readonly Message[]): number {
  return messages.reduce(
    (sum, { content }) => sum + TOKENS_PER_MESSAGE + Math.ceil(content.length / CHARACTERS_PER_TOKEN),
    0,
  );
}

/** Why something cannot be asked, and what to do about it. */
export interface Misfit {
  readonly reason: string;
  readonly remedy: string;
}

/**
 * Says why prompt and reply cannot fit into the model's context; `undefined` when they do, or when its size is unknown.
 *
 * Local servers cut what does not fit without a word, so it must be found out before.
 */
export function contextMisfit(
  client: ModelClient,
  messages: readonly Message[],
  maxOutputTokens: number | undefined,
): Misfit | undefined {
  const { contextTokens, model } = client;
  if (contextTokens === undefined) return undefined;
  const prompt = estimateTokens(messages);
  const reply = maxOutputTokens ?? MIN_REPLY_TOKENS;
  if (prompt + reply <= contextTokens) return undefined;
  return {
    reason: `The prompt has about ${prompt} tokens and the reply needs ${reply}, but the context of ${model} holds ${contextTokens}.`,
    remedy: 'Give the model a larger context, choose a model that has one, or ask about fewer files at a time.',
  };
}

import type { Json } from '#core/json.ts';
import type { Message, Purpose } from '#core/message.ts';
import type { Usage } from '#core/usage.ts';
import type { Availability } from '../detection/detector.ts';

/** One call on the wire. */
export interface ModelRequest {
  /** Stable name of the request within its session; relays and logs show it. */
  readonly id: string;
  readonly purpose: Purpose;
  readonly messages: readonly Message[];
  /** 0 to 2; absent leaves the provider's own default. */
  readonly temperature?: number;
  readonly seed?: number;
  /** Ceiling for the reply; absent leaves the provider's own. */
  readonly maxOutputTokens?: number;
  /** JSON Schema that the reply should meet. A provider without structured output ignores it. */
  readonly responseSchema?: Json;
}

/** Why the model stopped. `refusal` covers the model's own refusal signal and a content filter. */
export type FinishReason = 'stop' | 'length' | 'refusal' | 'other';

export interface ModelReply {
  /** All of the text; empty is possible and is not an error here. */
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  /** The model that answered, as the provider reports it. */
  readonly model: string;
}

/** An open line to one model. Does not retry, cache or count money: `engine/models` does that once for all. */
export interface ModelClient {
  /** `provider/name`. */
  readonly model: string;
  /** Tokens that prompt and reply may have together; absent when unknown. */
  readonly contextTokens?: number;
  /** Most tokens that one reply may have; absent when unknown. */
  readonly maxOutputTokens?: number;
  /** The provider charges nothing: cost is 0, not unknown. */
  readonly isFree?: boolean;
  /**
   * @throws {ProviderFailure} when no reply came.
   */
  readonly complete: (request: ModelRequest, signal: AbortSignal) => Promise<ModelReply>;
  /** Frees what the client holds: a loaded model, a connection. */
  readonly close?: () => Promise<void>;
}

/** What a provider is opened with. */
export interface ProviderOptions {
  /** Environment variables; providers read nothing else of the process. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Overrides the provider's own address. */
  readonly baseUrl?: string;
  /** Folder for downloaded models. */
  readonly modelsFolder: string;
  /** Where a person can be asked, when one is there: shows the prompt, gives back what was pasted. */
  readonly askPerson?: (prompt: string) => Promise<string>;
}

/** Serves models. One folder in `extensions/providers` each. */
export interface Provider {
  /** The folder's name: what stands before the slash in `provider/name`. */
  readonly name: string;
  readonly title: string;
  /** Environment variables that hold its key, any of which will do; empty when it needs none. */
  readonly keys: readonly string[];
  /** Model to use when only the provider is named; absent when there is no sensible one. */
  readonly defaultModel?: string;
  /** Order in which providers are tried when no model is named, lowest first; absent for never. */
  readonly autoRank?: number;
  readonly availability: (options: ProviderOptions) => Promise<Availability>;
  /** @throws {SecCodeError} `MODEL_UNAVAILABLE` when a key or address is missing. */
  readonly open: (model: string, options: ProviderOptions) => Promise<ModelClient>;
}

import type { Json } from '#core/json.ts';
import type { Message, Purpose } from '#core/message.ts';
import type { ModelReplied } from '#core/session-event.ts';
import type { Usage } from '#core/usage.ts';
import type { Availability } from '#core/availability.ts';
import type { PullableModel } from './pulled-models-pull.ts';

/** One call on the wire. */
export interface ModelRequest {
  /** Stable name of the request within its session; relays and logs show it. */
  readonly id: string;
  /** Session that it belongs to: two sessions may ask the same under the same id. */
  readonly session?: string;
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

/** A whole call as it was recorded: its outcome and what it used, with retries and continuations summed up. */
export type ReplayedCall = Omit<ModelReplied, 'type' | 'requestId'>;

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
  /** Whoever answers may take hours: the time limit of a call does not apply. */
  readonly isPatient?: boolean;
  /**
   * @throws {ProviderFailure} when no reply came.
   */
  readonly complete: (request: ModelRequest, signal: AbortSignal) => Promise<ModelReply>;
  /**
   * Answers a whole call, retries and all, from a recording. Where it is present it is asked instead of `complete`,
   * and its cost and duration are taken as they are.
   *
   * @throws {SecCodeError} `REPLAY_DIVERGED` when the request is not the recorded one.
   */
  readonly replay?: (request: ModelRequest) => ReplayedCall;
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
  /**
   * Model to use when only the provider is named and that depends on what is installed or served there; comes before
   * `defaultModel`. `undefined` when nothing is.
   */
  readonly installedModel?: (options: ProviderOptions) => Promise<string | undefined>;
  /** Models that can be downloaded to be served here, the usual one first. */
  readonly pullable?: readonly (PullableModel & { readonly title: string; readonly approximateBytes: number })[];
  /** Order in which providers are tried when no model is named, lowest first; absent for never. */
  readonly autoRank?: number;
  readonly availability: (options: ProviderOptions) => Promise<Availability>;
  /** @throws {SecCodeError} `MODEL_UNAVAILABLE` when a key or address is missing. */
  readonly open: (model: string, options: ProviderOptions) => Promise<ModelClient>;
}

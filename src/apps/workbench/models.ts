import { SecCodeError } from '#core/errors.ts';
import type { SessionSettings } from '#core/settings.ts';
import { type CallResult, callModel } from '#engine/models/call.ts';
import type { CallProgress } from '#engine/models/call-progress.ts';
import { openModel } from '#engine/models/open-model.ts';
import { realPace } from '#engine/models/pace.ts';
import { type Prices, priceKnown } from '#engine/models/prices.ts';
import type { ModelClient, ModelRequest, ProviderOptions } from '#engine/models/provider.ts';
import type { Call } from '#engine/session/services.ts';
import type { Registry } from '../compose.ts';
import type { Provider } from '#engine/models/provider.ts';
import type { Host } from './host.ts';

/** How calls are made; not part of the session, so that a resumed one may be called otherwise. */
export interface CallSettings {
  /** Tries after the first one, per call on the wire. */
  readonly retries: number;
  /** Longest that one call on the wire may take, milliseconds. */
  readonly callTimeoutMs: number;
  /** Overrides the provider's own address. */
  readonly baseUrl?: string;
  /** The user's own prices first, then the kept table. */
  readonly prices: Prices;
}

/** For whom a call is made, and who watches it. */
export interface CallWatch {
  readonly sessionId?: string;
  readonly onProgress?: (progress: CallProgress) => void;
}

/** The models of a session, opened. */
export interface Models {
  /** The model that writes costs nothing. */
  readonly isFree?: boolean;
  readonly call: (call: Call, signal: AbortSignal, watch?: CallWatch) => Promise<CallResult>;
  readonly close: () => Promise<void>;
}

/** What a provider may know of the world. */
export function providerOptions(host: Host, { baseUrl }: Pick<CallSettings, 'baseUrl'>): ProviderOptions {
  return {
    environment: host.environment,
    modelsFolder: host.modelsFolder,
    ...(baseUrl === undefined ? {} : { baseUrl }),
    ...(host.askPerson === undefined ? {} : { askPerson: host.askPerson }),
  };
}

/**
 * Opens the writer, the reviewer and the fallback. The same name is opened once: a recording must serve all roles.
 *
 * @throws {SecCodeError} `MODEL_UNAVAILABLE`; `USAGE` when a cost limit is asked for and a price is not known.
 */
export async function openModels(
  settings: Pick<SessionSettings, 'model' | 'reviewerModel' | 'fallbackModel' | 'limits'>,
  calls: CallSettings,
  providers: Registry<Provider>,
  host: Host,
): Promise<Models> {
  const options = providerOptions(host, calls);
  const opened = new Map<string, ModelClient>();
  const open = async (name: string): Promise<ModelClient> => {
    const client = opened.get(name) ?? (await openModel(name, providers, options));
    opened.set(name, client);
    return client;
  };
  const writer = await open(settings.model);
  const reviewer = await open(settings.reviewerModel ?? settings.model);
  const fallback = settings.fallbackModel === undefined ? undefined : await open(settings.fallbackModel);
  if (settings.limits.maxCostMicroUsd !== undefined) {
    for (const client of opened.values()) requirePrice(client, calls.prices);
  }
  return {
    isFree: writer.isFree === true,
    call: (call, signal, { sessionId, onProgress } = {}) => {
      const client = call.role === 'writer' ? writer : reviewer;
      const { requestId: id, purpose, messages, temperature, responseSchema } = call;
      const request: ModelRequest = {
        id,
        ...(sessionId === undefined ? {} : { session: sessionId }),
        purpose,
        messages,
        ...(temperature === undefined ? {} : { temperature }),
        ...(responseSchema === undefined ? {} : { responseSchema }),
      };
      return callModel({
        client,
        ...(fallback === undefined ? {} : { fallback }),
        request,
        signal,
        timeoutMs: calls.callTimeoutMs,
        retries: calls.retries,
        pace: realPace,
        prices: calls.prices,
        ...(onProgress === undefined ? {} : { onProgress }),
      });
    },
    close: async () => {
      for (const client of opened.values()) await client.close?.();
    },
  };
}

function requirePrice(client: ModelClient, prices: Prices): void {
  if (client.isFree === true || client.replay !== undefined || priceKnown(client.model, prices)) return;
  throw new SecCodeError('USAGE', `A cost limit was given, and no price is known for ${client.model}.`, {
    remedy: 'Limit with --max-tokens instead, or give the price under `prices` in the configuration.',
    details: { model: client.model },
  });
}

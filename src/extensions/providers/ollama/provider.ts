import type { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import type { Provider, ProviderOptions } from '#engine/models/provider.ts';
import { firstSet } from '#engine/models/provider-key.ts';
import { chat } from './chat.ts';
import { ollamaAddress, shownAddress } from './host.ts';
import { Shown, Tags, Version } from './wire.ts';

/**
 * Context to ask for where the user sets none, in tokens. Ollama's own 4096 hold no program with findings, and all that
 * a model could hold may not fit into memory.
 */
const DEFAULT_CONTEXT_TOKENS = 16_384;
/** Longest wait for anything but a reply, milliseconds. A server on this machine answers at once or is not there. */
const ANSWER_TIMEOUT_MS = 3000;

export const provider: Provider = {
  name: 'ollama',
  title: 'Ollama',
  keys: [],
  autoRank: 90,
  availability: async (options) => {
    const { document } = await get(options, '/api/version', Version);
    return document === undefined
      ? {
          isUsable: false,
          detail: `Nothing answers at ${shownAddress(addressIn(options))}.`,
          remedy: 'Install Ollama from https://ollama.com and run `ollama serve`, or set OLLAMA_HOST.',
        }
      : { isUsable: true, detail: document.version, remedy: '' };
  },
  // Ollama lists the one that was changed last first.
  installedModel: async (options) => (await get(options, '/api/tags', Tags)).document?.models[0]?.name,
  open: async (model, options) => {
    const address = addressIn(options);
    const { status, document } = await get(options, '/api/show', Shown, { model });
    if (status === undefined) {
      throw new SecCodeError('MODEL_UNAVAILABLE', `Ollama does not answer at ${shownAddress(address)}.`, {
        remedy: 'Run `ollama serve`, or set OLLAMA_HOST to where it runs.',
        details: { provider: 'ollama' },
      });
    }
    if (status === 404) {
      throw new SecCodeError('MODEL_UNAVAILABLE', `Ollama has no model '${model}'.`, {
        remedy: `Run \`ollama pull ${model}\`, or choose one of \`ollama list\`.`,
        details: { provider: 'ollama' },
      });
    }
    const contextTokens = Math.min(trainedContextIn(document) ?? Number.POSITIVE_INFINITY, wantedContext(options));
    return {
      model: `ollama/${model}`,
      contextTokens,
      isFree: true,
      complete: (request, signal) => chat({ address, name: model, contextTokens }, request, signal),
    };
  },
};

function addressIn({ baseUrl, environment }: ProviderOptions): string {
  return ollamaAddress(baseUrl ?? firstSet(['OLLAMA_HOST'], environment));
}

/** Ollama's own variable for the context of every model. */
function wantedContext({ environment }: ProviderOptions): number {
  const text = firstSet(['OLLAMA_CONTEXT_LENGTH'], environment) ?? '';
  return /^[1-9]\d{2,8}$/.test(text) ? Number(text) : DEFAULT_CONTEXT_TOKENS;
}

/** How much the model was made to hold: `llama.context_length`, `qwen2.context_length` and so on. */
function trainedContextIn(shown: z.infer<typeof Shown> | undefined): number | undefined {
  const entry = Object.entries(shown?.model_info ?? {}).find(([name]) => name.endsWith('.context_length'));
  const tokens = entry?.[1];
  return typeof tokens === 'number' && tokens > 0 ? tokens : undefined;
}

/** Status and body of one answer; neither when the server does not answer, no body when it is not what it should be. */
async function get<Schema extends z.ZodType>(
  options: ProviderOptions,
  path: string,
  schema: Schema,
  body?: object,
): Promise<{ readonly status?: number; readonly document?: z.infer<Schema> }> {
  try {
    const response = await fetch(`${addressIn(options)}${path}`, {
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const parsed = parseJson(await response.text());
    const read = schema.safeParse(parsed.ok ? parsed.value : undefined);
    return read.success && response.ok ? { status: response.status, document: read.data } : { status: response.status };
  } catch {
    // Refused, unreachable or too slow: all of them mean "not here".
    return {};
  }
}

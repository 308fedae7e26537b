import { APICallError } from 'ai';
import { z } from 'zod';
import { connectionFailure } from './connection-failure.ts';
import { httpFailure, quoted } from './http-failure.ts';
import { ProviderFailure } from './provider-failure.ts';

export interface FailedSdkCall {
  /** `provider/name`. */
  readonly model: string;
  readonly error: unknown;
  readonly secrets: readonly string[];
  readonly nowMs: number;
}

/** An error that came as an event of the stream, as the usual providers write it. */
const StreamedError = z.object({
  message: z.string().optional(),
  type: z.string().nullish(),
  code: z.union([z.string(), z.number()]).nullish(),
});

/**
 * Translates what the AI SDK threw.
 *
 * The SDK's error is not kept as the cause: it holds the prompt, the headers and the provider's body, which may quote
 * the key.
 */
export function sdkFailure({ model, error, secrets, nowMs }: FailedSdkCall): ProviderFailure {
  if (APICallError.isInstance(error)) {
    if (error.statusCode === undefined) return connectionFailure(model, error);
    const headers = error.responseHeaders ?? {};
    const body = error.responseBody ?? '';
    // The body rides along for words that the SDK leaves out of the message, such as `insufficient_quota`.
    const message = body.includes('insufficient_quota') ? `insufficient_quota: ${error.message}` : error.message;
    return httpFailure({
      model,
      status: error.statusCode,
      header: (name) => headers[name],
      message,
      secrets,
      nowMs,
    });
  }
  const streamed = StreamedError.safeParse(error);
  if (!(error instanceof Error) && streamed.success) return streamedFailure(model, streamed.data, secrets);
  if (error instanceof Error && /^AI_(?:JSONParse|TypeValidation|InvalidResponseData|NoOutput)/.test(error.name)) {
    return new ProviderFailure('unavailable', `The provider of ${model} sent an answer that cannot be read.`);
  }
  if (error instanceof Error && error.name.startsWith('AI_')) {
    // Raised before anything was sent: a prompt or a setting that this provider cannot express.
    return new ProviderFailure('rejected', `${model} cannot be asked this: ${quoted(error.message, secrets)}`);
  }
  return connectionFailure(model, error);
}

function streamedFailure(
  model: string,
  { message = '', type, code }: z.infer<typeof StreamedError>,
  secrets: readonly string[],
): ProviderFailure {
  const name = `${type ?? ''} ${code ?? ''}`.toLowerCase();
  const kind = /rate_?limit|\b429\b/.test(name)
    ? 'rate-limited'
    : /authentication|permission|invalid_api_key|\b40[13]\b/.test(name)
      ? 'unauthorised'
      : /invalid_request|context_length|\b4\d\d\b/.test(name)
        ? 'rejected'
        : 'unavailable';
  const words = kind === 'unauthorised' || message === '' ? '.' : `: ${quoted(message, secrets)}`;
  return new ProviderFailure(kind, `The provider of ${model} broke off its answer with an error${words}`);
}

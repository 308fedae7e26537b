import { ProviderFailure, type ProviderFailureKind } from './provider-failure.ts';
import { redact } from './redact.ts';
import { type HeaderLookup, retryAfterMs } from './retry-after.ts';

/** An answer over HTTP that is none. */
export interface HttpRefusal {
  /** `provider/name`. */
  readonly model: string;
  readonly status: number;
  readonly header: HeaderLookup;
  /** What the provider says about it; untrusted, and some quote the key. */
  readonly message: string;
  readonly secrets: readonly string[];
  readonly nowMs: number;
}

/** Longest quotation from a provider's own words: enough for "maximum context length is ...". */
const MAX_QUOTE = 300;

/** Says what an HTTP status means for us. */
export function httpFailure(refusal: HttpRefusal): ProviderFailure {
  const { status } = refusal;
  const kind = kindOf(refusal);
  const wait = retryAfterMs(refusal.header, refusal.nowMs);
  return new ProviderFailure(kind, sentence(kind, refusal), {
    status,
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  });
}

/** A provider's words in one line, without secrets, not longer than a message can bear. */
export function quoted(message: string, secrets: readonly string[]): string {
  const line = redact(message, secrets).replace(/\s+/g, ' ').trim();
  return line.length <= MAX_QUOTE ? line : `${line.slice(0, MAX_QUOTE)}...`;
}

function kindOf({ status, message }: HttpRefusal): ProviderFailureKind {
  // OpenAI answers an empty account with 429 as well, and waiting does not fill it.
  if (status === 429) return message.includes('insufficient_quota') ? 'rejected' : 'rate-limited';
  if (status === 401 || status === 403) return 'unauthorised';
  // 409 and 425 are lock conflicts and early data; 529 and others above 500 mean overloaded.
  if (status === 408 || status === 409 || status === 425 || status >= 500) return 'unavailable';
  if (status >= 400) return 'rejected';
  // A success whose body cannot be read: a proxy in between, or a cut body.
  return 'unavailable';
}

function sentence(kind: ProviderFailureKind, { model, status, message, secrets }: HttpRefusal): string {
  // Words about a key are not quoted at all: providers repeat it, masked in ways that a search for it misses.
  if (kind === 'unauthorised') return `The provider of ${model} did not accept the key (status ${status}).`;
  const words = quoted(message, secrets);
  const tail = words === '' ? '.' : `: ${words}`;
  if (kind === 'rate-limited') return `The provider of ${model} limits the rate of requests (status ${status})${tail}`;
  if (kind === 'rejected') return `The provider of ${model} rejected the request (status ${status})${tail}`;
  return `The provider of ${model} did not give a usable answer (status ${status})${tail}`;
}

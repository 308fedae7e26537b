import { ProviderFailure } from './provider-failure.ts';

/** Deeper chains of causes than this are a ring. */
const MAX_CAUSES = 8;

/**
 * What became of a call that broke off without an HTTP answer.
 *
 * Only the system's error code is told, such as `ECONNREFUSED`: the error's own text may hold an address with a key in it.
 */
export function connectionFailure(model: string, error: unknown): ProviderFailure {
  const code = systemCodeOf(error);
  return new ProviderFailure(
    'unavailable',
    `The connection to the provider of ${model} failed${code === undefined ? '' : ` (${code})`}.`,
  );
}

/** The first system error code in the chain of causes, such as `ECONNRESET`. */
function systemCodeOf(error: unknown): string | undefined {
  let current = error;
  for (let depth = 0; depth < MAX_CAUSES && current instanceof Error; depth += 1) {
    if ('code' in current && typeof current.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(current.code)) {
      return current.code;
    }
    // Node bundles the failures of several addresses of one host.
    current = current instanceof AggregateError ? current.errors[0] : current.cause;
  }
  return undefined;
}

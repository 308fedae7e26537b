/** Reads one response header by its lower-case name. */
export type HeaderLookup = (name: string) => string | null | undefined;

/**
 * How long a provider asks us to wait, in milliseconds; `undefined` when it does not say or says nonsense.
 *
 * `retry-after-ms` is not standard but finer, so it wins. `Retry-After` is seconds or an HTTP date (RFC 9110, 10.2.3);
 * a date in the past means "now".
 */
export function retryAfterMs(header: HeaderLookup, nowMs: number): number | undefined {
  const fine = nonNegative(header('retry-after-ms'));
  if (fine !== undefined) return fine;
  const text = header('retry-after');
  const seconds = nonNegative(text);
  if (seconds !== undefined) return seconds * 1000;
  // Only the shape of an HTTP date: Date.parse also takes "1" or "-5" for a year.
  if (typeof text !== 'string' || !/^[A-Z][a-z]{2}, /.test(text)) return undefined;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}

function nonNegative(text: string | null | undefined): number | undefined {
  return typeof text === 'string' && /^\d{1,12}(?:\.\d{1,6})?$/.test(text.trim()) ? Number(text) : undefined;
}

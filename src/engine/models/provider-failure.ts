/** How a call failed; decides whether another try makes sense. */
export type ProviderFailureKind =
  | 'rate-limited'
  /** 5xx, overloaded, connection refused or lost: may go away. */
  | 'unavailable'
  | 'timed-out'
  /** The key is missing, wrong or has no access. */
  | 'unauthorised'
  /** The request itself was refused: too long, unknown model, bad parameter. */
  | 'rejected'
  /** The caller aborted. */
  | 'aborted';

export interface ProviderFailureOptions {
  /** HTTP status, where there was one. */
  readonly status?: number;
  /** What the provider asked us to wait, milliseconds. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/** No reply came. The message never holds a key, a prompt or a header. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly kind: ProviderFailureKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(kind: ProviderFailureKind, message: string, options: ProviderFailureOptions = {}) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
  }

  /** Whether the same request may succeed later. */
  get isRetryable(): boolean {
    return this.kind === 'rate-limited' || this.kind === 'unavailable' || this.kind === 'timed-out';
  }
}

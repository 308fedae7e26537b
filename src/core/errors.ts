/** Stable names for everything SecCode throws on purpose. Callers switch on these, never on message text. */
export const ERROR_CODES = [
  'USAGE',
  'CONFIG_INVALID',
  'INPUT_INVALID',
  'LANGUAGE_UNSUPPORTED',
  'EXTENSION_UNKNOWN',
  'MODEL_UNAVAILABLE',
  'MODEL_FAILED',
  'MODEL_DOWNLOAD_FAILED',
  'DATASET_DOWNLOAD_FAILED',
  'DETECTOR_FAILED',
  'SANDBOX_UNAVAILABLE',
  'SESSION_NOT_FOUND',
  'SESSION_LOCKED',
  'SESSION_DAMAGED',
  'STORE_FAILED',
  'RECORDING_INVALID',
  'REPLAY_DIVERGED',
  'PATH_REFUSED',
  'CANCELLED',
] as const;
export type SecCodeErrorCode = (typeof ERROR_CODES)[number];

/** Facts for logs: never source code, prompts or keys. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/** What every SecCode error must be able to tell the person who reads it. */
export interface SecCodeErrorOptions {
  /** What the reader should do next: an imperative sentence, ending in a full stop. */
  readonly remedy: string;
  readonly details?: ErrorDetails;
  readonly cause?: unknown;
}

/**
 * Base of every error that SecCode throws on purpose; anything else that escapes is a bug in SecCode.
 *
 * `message` states what happened, `remedy` what to do about it, `code` is what programs test.
 */
export class SecCodeError extends Error {
  override readonly name: string = 'SecCodeError';
  readonly code: SecCodeErrorCode;
  readonly remedy: string;
  readonly details: ErrorDetails;

  constructor(code: SecCodeErrorCode, message: string, options: SecCodeErrorOptions) {
    super(message, { cause: options.cause });
    this.code = code;
    this.remedy = options.remedy;
    this.details = options.details ?? {};
  }
}

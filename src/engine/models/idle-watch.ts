/** Ends a stream that stopped flowing. */
export interface IdleWatch {
  /** Aborts when the caller aborts, and when nothing was heard for too long. */
  readonly signal: AbortSignal;
  /** Something was heard. The first time arms the watch. */
  readonly heard: () => void;
  readonly hasExpired: () => boolean;
  /** Must be called, or the timer keeps the process alive. */
  readonly stop: () => void;
}

/**
 * Longest silence within a reply, milliseconds. Counted from the first piece on: before it a model may think, or a
 * local one may read its prompt, for minutes; that is bounded by the timeout of the whole call alone.
 */
export const IDLE_TIMEOUT_MS = 120_000;

export function createIdleWatch(signal: AbortSignal, idleTimeoutMs: number): IdleWatch {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  return {
    signal: AbortSignal.any([signal, controller.signal]),
    heard: () => {
      if (isStopped) return;
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(), idleTimeoutMs);
    },
    hasExpired: () => controller.signal.aborted,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

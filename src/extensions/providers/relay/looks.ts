import { type FSWatcher, watch } from 'node:fs';

/** Says when to look at a folder again. */
export interface Looks {
  /**
   * Resolves when a look is due: `soon` while a file is being written, else at the next change or after a while.
   * Resolves at once when the signal is aborted; whoever looks has to check it.
   */
  readonly next: (urgency: 'soon' | 'whenever', signal: AbortSignal) => Promise<void>;
  readonly stop: () => void;
}

/** How long to wait between looks. */
export interface Pace {
  /** While a file is there: also how long it must stay unchanged to count as finished. */
  readonly soonMs: number;
  /** While there is none, for file systems that report no changes. */
  readonly wheneverMs: number;
}

/**
 * Watches a folder, and looks now and then all the same: network drives and containers often report nothing.
 */
export function watchFolder(folder: string, { soonMs, wheneverMs }: Pace): Looks {
  let wake: () => void = () => undefined;
  // A change while nobody waits must not be lost.
  let isChanged = false;
  const onChange = (): void => {
    isChanged = true;
    wake();
  };
  const watcher = tryToWatch(folder, onChange);

  return {
    next: (urgency, signal) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          wake = () => undefined;
          isChanged = false;
          resolve();
        };
        const timer = setTimeout(done, urgency === 'soon' ? soonMs : wheneverMs);
        signal.addEventListener('abort', done, { once: true });
        // Between two looks at a file that is there, time has to pass: a change is no reason to look earlier.
        if (urgency === 'whenever') wake = done;
        if (signal.aborted || (urgency === 'whenever' && isChanged)) done();
      }),
    stop: () => watcher?.close(),
  };
}

function tryToWatch(folder: string, onChange: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, onChange);
    // Without an 'error' listener a folder that goes away would end the process; the timer goes on looking.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}

import type { PullProgress } from '#engine/models/pulled-models-pull.ts';
import type { Terminal } from '../terminal.ts';

export interface ProgressBar {
  readonly update: (progress: PullProgress) => void;
  readonly stop: () => void;
}

const WIDTH = 30;
const MEGABYTE = 1_000_000;
const CLEAR_LINE = '\r\x1b[2K';

/** A bar on a live terminal; a line per tenth elsewhere, so that a log shows that something happens. */
export function openProgressBar({ process, isLive, note }: Terminal, title: string): ProgressBar {
  const startedMs = Date.now();
  let tenth = -1;
  let isOpen = true;
  return {
    update: ({ receivedBytes, totalBytes }) => {
      if (!isOpen) return;
      const done = totalBytes === undefined ? 0 : receivedBytes / totalBytes;
      const seconds = Math.max(0.001, (Date.now() - startedMs) / 1000);
      const amount = `${(receivedBytes / MEGABYTE).toFixed(0)}${totalBytes === undefined ? '' : ` of ${(totalBytes / MEGABYTE).toFixed(0)}`} MB`;
      if (isLive) {
        const bar = '█'.repeat(Math.round(done * WIDTH)).padEnd(WIDTH, '░');
        const pace = `${(receivedBytes / MEGABYTE / seconds).toFixed(1)} MB/s`;
        process.stderr.write(`${CLEAR_LINE}${title} ${bar} ${(done * 100).toFixed(0)} % ${amount} ${pace}`);
      } else if (Math.floor(done * 10) > tenth) {
        tenth = Math.floor(done * 10);
        note(`${title}: ${amount}`);
      }
    },
    stop: () => {
      if (isOpen && isLive) process.stderr.write(CLEAR_LINE);
      isOpen = false;
    },
  };
}

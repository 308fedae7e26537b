import { formatCost } from '#engine/reports/amounts.ts';
import type { EvalSight } from '../../workbench/evals/run-eval.ts';
import type { Terminal } from '../terminal.ts';

/** Shows how far an evaluation is. */
export interface EvalView {
  readonly update: (sight: EvalSight) => void;
  readonly stop: () => void;
}

const CLEAR_LINE = '\r\x1b[2K';
const WIDTH = 24;
/** Often enough for an eye, seldom enough for a hundred thousand results. */
const REDRAW_MS = 120;
/** Results whose pace tells when the rest will be done. */
const WINDOW = 200;

/** A bar on a live terminal; a line for each twentieth elsewhere, so that a log shows that something happens. */
export function openEvalView({ process, isLive, note, width }: Terminal, nowMs: () => number): EvalView {
  const recent: number[] = [];
  let done: number | undefined;
  let drawnMs = Number.NEGATIVE_INFINITY;
  let part = 0;
  return {
    update: (sight) => {
      const now = nowMs();
      // What was done in an earlier part of the run says nothing of today's pace.
      if (done === undefined) part = Math.floor((sight.done / Math.max(1, sight.total)) * 20);
      if (done !== undefined && sight.done > done) recent.push(now);
      if (recent.length > WINDOW) recent.shift();
      done = sight.done;
      const share = sight.done / Math.max(1, sight.total);
      if (isLive) {
        if (now - drawnMs < REDRAW_MS && sight.done < sight.total) return;
        drawnMs = now;
        const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░');
        process.stderr.write(`${CLEAR_LINE}${`${bar} ${words(sight, recent, now)}`.slice(0, Math.max(20, width - 1))}`);
      } else if (Math.floor(share * 20) > part) {
        part = Math.floor(share * 20);
        note(words(sight, recent, now));
      }
    },
    stop: () => {
      if (isLive) process.stderr.write(CLEAR_LINE);
    },
  };
}

function words(sight: EvalSight, recent: readonly number[], nowMs: number): string {
  const { done, total, errors, tokens, cost, concurrency } = sight;
  const parts = [
    `${done.toLocaleString('en-US')} of ${total.toLocaleString('en-US')}`,
    ...timeLeft(total - done, recent, nowMs),
    `${String(concurrency)} at once`,
    `${tokens.toLocaleString('en-US')} tokens`,
    cost === 'unknown' ? 'cost unknown' : formatCost(cost),
    ...(errors === 0 ? [] : [`${String(errors)} errors`]),
  ];
  return parts.join(' · ');
}

function timeLeft(left: number, recent: readonly number[], nowMs: number): readonly string[] {
  const [first] = recent;
  if (first === undefined || recent.length < 2 || left === 0 || nowMs <= first) return [];
  return [`${duration((left * (nowMs - first)) / recent.length)} left`];
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 90) return `${String(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${String(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}

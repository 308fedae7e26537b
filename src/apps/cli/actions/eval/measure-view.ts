import { plural } from '#engine/reports/amounts.ts';
import type { MeasureProgress } from '../../../workbench/measure-detectors.ts';
import type { Terminal } from '../../terminal.ts';

/** Shows which detector looks at how many samples. */
export interface MeasureView {
  readonly show: (progress: MeasureProgress) => void;
  readonly stop: () => void;
}

const CLEAR_LINE = '\r\x1b[2K';
const TICK_MS = 1000;

/** A moving line on a live terminal; elsewhere a line per detector that is done, so that a log shows that something happens. */
export function openMeasureView({ process, isLive, note, width }: Terminal, nowMs: () => number): MeasureView {
  let doing = '';
  let sinceMs = nowMs();
  const draw = (): void => {
    if (doing === '') return;
    const line = `${doing} · ${Math.floor((nowMs() - sinceMs) / 1000)} s`;
    process.stderr.write(`${CLEAR_LINE}${line.slice(0, Math.max(20, width - 1))}`);
  };
  const timer = isLive ? setInterval(draw, TICK_MS) : undefined;
  timer?.unref();
  const clear = (): void => {
    if (isLive) process.stderr.write(CLEAR_LINE);
  };
  return {
    show: ({ detector, samples, outcome }) => {
      doing = outcome === undefined ? `${detector} looks at ${plural(samples, 'sample')}` : '';
      sinceMs = nowMs();
      if (outcome === undefined) {
        if (isLive) draw();
        return;
      }
      clear();
      const what = outcome.status === 'failed' ? 'failed' : 'is done';
      note(`${detector} ${what}: ${plural(samples, 'sample')}, ${(outcome.durationMs / 1000).toFixed(1)} s`);
    },
    stop: () => {
      clearInterval(timer);
      clear();
    },
  };
}

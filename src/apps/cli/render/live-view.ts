import { createColors } from 'picocolors';
import type { SessionEvent, StoredEvent } from '#core/session-event.ts';
import { totalTokens } from '#core/usage.ts';
import type { CallProgress } from '#engine/models/call-progress.ts';
import { formatCost, plural } from '#engine/reports/amounts.ts';
import { describeTests } from '#engine/reports/behaviour-text.ts';
import { visibleLine } from '#engine/reports/visible.ts';
import type { SessionState } from '#engine/session/state.ts';
import type { Terminal } from '../terminal.ts';

/** Shows a session while it runs: a line per thing done, and one that says what is being done now. */
export interface LiveView {
  readonly onEvent: (event: StoredEvent, state: SessionState) => void;
  readonly onProgress: (progress: CallProgress) => void;
  /** Takes the moving line away, so that something else can be shown; it comes back with the next event. */
  readonly pause: () => void;
  readonly stop: () => void;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 120;
const CLEAR_LINE = '\r\x1b[2K';

/** Quiet where nobody watches. */
export function openLiveView(terminal: Terminal, nowMs: () => number): LiveView {
  if (!terminal.isLive) {
    const nothing = (): void => undefined;
    return { onEvent: nothing, onProgress: nothing, pause: nothing, stop: nothing };
  }
  const colours = createColors(terminal.errorsHaveColour);
  const { stderr } = terminal.process;
  let doing = 'starting';
  let sinceMs = nowMs();
  let spent = '';
  let frame = 0;
  let isPaused = false;

  const draw = (): void => {
    if (isPaused) return;
    frame = (frame + 1) % FRAMES.length;
    const seconds = Math.floor((nowMs() - sinceMs) / 1000);
    const line = `${FRAMES[frame] ?? ''} ${doing} · ${String(seconds)} s${spent}`;
    stderr.write(`${CLEAR_LINE}${colours.dim(line.slice(0, Math.max(20, terminal.width - 1)))}`);
  };
  const timer = setInterval(draw, FRAME_MS);
  timer.unref();
  const start = (what: string): void => {
    doing = what;
    sinceMs = nowMs();
  };

  return {
    onEvent: ({ event }, state) => {
      isPaused = false;
      spent = ` · ${totalTokens(state.usage).toLocaleString('en-US')} tokens · ${formatCost(state.cost)}`;
      const line = describe(event, colours);
      if (line !== undefined) stderr.write(`${CLEAR_LINE}${line}\n`);
      start(next(event));
      draw();
    },
    onProgress: (progress) => {
      start(describeProgress(progress));
      draw();
    },
    pause: () => {
      isPaused = true;
      stderr.write(CLEAR_LINE);
    },
    stop: () => {
      clearInterval(timer);
      stderr.write(CLEAR_LINE);
    },
  };
}

type Colours = ReturnType<typeof createColors>;

function describe(event: SessionEvent, colours: Colours): string | undefined {
  switch (event.type) {
    case 'iteration-started':
      return colours.bold(`${String(event.iteration)}  ${TITLES[event.kind]}`);
    case 'candidate-extracted': {
      if (event.problem !== undefined) return colours.yellow(`   no program: ${visibleLine(event.problem)}`);
      const lines = event.files.reduce((sum, { text }) => sum + text.split('\n').length, 0);
      return `   ${plural(event.files.length, 'file')}, ${plural(lines, 'line')}`;
    }
    case 'candidates-compared':
      return event.faults.length === 0
        ? undefined
        : colours.yellow(`   ${event.faults.map(({ message }) => visibleLine(message)).join(' ')}`);
    case 'detector-finished': {
      const { detector, status, findings, withdrawn, reason } = event.outcome;
      if (status === 'not-applicable') return undefined;
      if (status === 'failed') return colours.red(`   ${detector} failed: ${visibleLine(reason)}`);
      const taken = withdrawn.length === 0 ? '' : colours.dim(` (${String(withdrawn.length)} taken back)`);
      const count = plural(findings.length, 'finding');
      return `   ${detector}: ${findings.length === 0 ? colours.green(count) : colours.yellow(count)}${taken}`;
    }
    case 'tests-finished': {
      const { status, tests } = event.outcome;
      const isGood = status === 'completed' && tests.every(({ isPassing }) => isPassing);
      const line = `   ${visibleLine(describeTests(event.outcome))}`;
      return isGood ? line : colours.yellow(line);
    }
    case 'iteration-finished': {
      const { ledger, isAccepted, reason } = event;
      const score = `score ${ledger.scoreBefore === undefined ? '' : `${String(ledger.scoreBefore)} → `}${String(ledger.score)}`;
      return isAccepted
        ? `   ${ledger.score === 0 ? colours.green(score) : score}`
        : `   ${colours.yellow('rolled back:')} ${visibleLine(reason)}`;
    }
    case 'limit-reached':
      return colours.yellow(`   limit reached: ${event.detail}`);
    default:
      return undefined;
  }
}

const TITLES = { generate: 'write the program', fix: 'fix it', given: 'the program as given' } as const;

function next(event: SessionEvent): string {
  switch (event.type) {
    case 'model-requested':
      return `asking ${event.model} to ${event.purpose}`;
    case 'model-replied':
      return 'reading the reply';
    case 'candidate-extracted':
    case 'candidates-compared':
    case 'detector-finished':
      return 'looking for weaknesses';
    default:
      return 'going on';
  }
}

function describeProgress(progress: CallProgress): string {
  switch (progress.kind) {
    case 'asking':
      return `asking ${progress.model}${progress.call === 1 ? '' : ` (call ${String(progress.call)})`}`;
    case 'retrying':
      return `${progress.because}: trying again in ${String(Math.ceil(progress.waitMs / 1000))} s`;
    case 'schema-dropped':
      return `${progress.model} takes no JSON schema: asking without`;
    case 'ceiling-raised':
      return 'the reply was cut off: asking with more room';
    case 'continuing':
      return 'the reply was cut off: asking for the rest';
    case 'falling-back':
      return `falling back to ${progress.to}`;
  }
}

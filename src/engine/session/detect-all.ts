import { LONGEST_TIMER_MS } from '#core/longest-timer.ts';
import { SecCodeError } from '#core/errors.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { Detector, ModelQuestion } from '../detection/detector.ts';
import { runDetector } from '../detection/run-detector.ts';
import { askOnce, cancelled } from './ask.ts';
import type { Effect } from './effect.ts';
import type { Journal } from './journal.ts';
import type { SessionServices } from './services.ts';

type Detect = Extract<Effect, { type: 'detect' }>;

/**
 * Runs detectors on one program and appends an event for each.
 *
 * Those without a model run side by side, and their events are appended in the order asked for, so that two runs of a
 * session have the same log. Those that ask a model run one after another: each may look at what the others found.
 */
export async function detectAll(effect: Detect, journal: Journal, services: SessionServices): Promise<void> {
  const detectors = effect.detectors.flatMap(
    (name) => services.detectors.find((detector) => detector.name === name) ?? [],
  );
  const running = detectors
    .filter(({ needsModel }) => !needsModel)
    .map((detector) => run(detector, effect, journal, services));
  for (const outcome of await Promise.all(running)) await report(outcome, effect, journal, services);
  for (const detector of detectors.filter(({ needsModel }) => needsModel)) {
    await report(await run(detector, effect, journal, services), effect, journal, services);
    if (journal.state.limitReached !== undefined) return;
  }
}

async function report(
  outcome: DetectorOutcome,
  { iteration }: Detect,
  journal: Journal,
  services: SessionServices,
): Promise<void> {
  // Whatever a detector says after it was interrupted is not its word on the code.
  if (services.signal.aborted) throw cancelled(services.signal.reason);
  if (journal.state.limitReached !== undefined) return;
  await journal.append({ type: 'detector-finished', iteration, outcome });
}

async function run(
  detector: Detector,
  { iteration, files }: Detect,
  journal: Journal,
  services: SessionServices,
): Promise<DetectorOutcome> {
  const { state } = journal;
  const outcomes = (state.current?.iteration === iteration ? state.current : state.best)?.outcomes ?? [];
  let asked = 0;
  let fatal: { readonly error: unknown } | undefined;
  const ask = async ({ messages, responseSchema }: ModelQuestion): Promise<string> => {
    asked += 1;
    const asking = askOnce(
      journal,
      services,
      { iteration, asker: detector.name },
      {
        requestId: `${String(iteration)}.${detector.name}.${String(asked)}`,
        purpose: 'review',
        role: 'reviewer',
        messages,
        temperature: 0,
        ...(responseSchema === undefined ? {} : { responseSchema }),
      },
    );
    const reply = await asking.catch((error: unknown) => {
      fatal = { error };
      throw error;
    });
    if (reply?.outcome.kind === 'answered') return reply.outcome.text;
    throw unanswered(reply?.outcome);
  };
  const outcome = await runDetector({
    detector,
    files,
    syntax: services.syntax,
    ...(services.analysis === undefined ? {} : { analysis: services.analysis }),
    tools: services.tools,
    ...(services.toolchains === undefined ? {} : { toolchains: services.toolchains }),
    settings: services.detectorSettings?.[detector.name],
    signal: services.signal,
    // A model's calls have limits of their own, and a person who plays the model may take a day.
    timeoutMs: detector.needsModel ? LONGEST_TIMER_MS : services.detectorTimeoutMs,
    nowMs: services.nowMs,
    others: outcomes.flatMap(({ findings }) => findings),
    earlier: { upheld: state.upheld[detector.name] ?? [], withdrawn: state.withdrawn[detector.name] ?? [] },
    ...(detector.needsModel ? { ask } : {}),
  });
  // An interruption or a recording that does not fit ends the session; it is no failure of the detector.
  if (fatal !== undefined) throw asError(fatal.error);
  return outcome;
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function unanswered(outcome: { readonly kind: string; readonly reason?: string } | undefined): SecCodeError {
  const what =
    outcome === undefined ? 'A limit was reached before the reviewing model was asked.' : (outcome.reason ?? '');
  return new SecCodeError('MODEL_FAILED', what, {
    remedy: 'Choose another model with --reviewer-model.',
    details: { outcome: outcome?.kind ?? 'limit' },
  });
}

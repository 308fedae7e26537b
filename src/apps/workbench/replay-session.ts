import { SecCodeError } from '#core/errors.ts';
import { permitBehaviour } from './permit-behaviour.ts';
import type { PersonDecision } from '#core/session-event.ts';
import type { Recording } from '#engine/models/recording.ts';
import { openReplay } from '#engine/models/replay-client.ts';
import type { Consult } from '#engine/session/services.ts';
import { openMemoryLog } from '#engine/storage/memory-log.ts';
import type { Extensions } from '../compose.ts';
import { VERSION } from '../version.ts';
import type { Host } from './host.ts';
import type { Models } from './models.ts';
import type { BehaviourWish } from './settle-behaviour.ts';
import { runLoggedSession, type SessionResult, type SessionWatch } from './run-session.ts';

/** A replay at its end. */
export interface ReplayResult extends SessionResult {
  /** Requests of the recording that were not asked this time; empty when the two went the same way. */
  readonly unasked: readonly string[];
  /** The verdict or stop reason is not the recorded one: the detectors have changed since, not the prompts. */
  readonly isDifferent: boolean;
}

/**
 * Runs a recorded session again through the live loop and the live detectors; only the replies come from the recording.
 *
 * @param permitted - What of the recorded tests and proofs may run here, as the person said it this time.
 * @throws {SecCodeError} `REPLAY_DIVERGED` when a prompt is not the recorded one, saying where they part; `USAGE` when the
 *   recording would run something that nobody asked for.
 */
export async function replaySession(
  recording: Recording,
  extensions: Extensions,
  host: Host,
  watch: SessionWatch,
  permitted: BehaviourWish = {},
): Promise<ReplayResult> {
  const { task, decisions } = recording;
  const { behaviour: recorded, ...settings } = recording.settings;
  const behaviour =
    recorded === undefined ? {} : { behaviour: await permitBehaviour(recorded, permitted, extensions, host) };
  const client = openReplay(recording, settings.model);
  const log = openMemoryLog('replay', host.nowMs);
  // A recording of a run that ended at a limit of time must not depend on the speed of this machine.
  const { timeoutMs: _, ...limits } = settings.limits;
  // Nor does a recording say which addresses this machine asks: what was looked up then is not looked up now.
  const { packages: __, ...detectorSettings } = settings.detectorSettings ?? {};
  await log.append({
    type: 'session-started',
    sessionId: 'replay',
    task,
    settings: { ...settings, limits, detectorSettings, ...behaviour },
    version: VERSION,
  });
  const models: Models = {
    call: ({ requestId: id, purpose, messages }) => Promise.resolve(client.replay({ id, purpose, messages })),
    close: () => Promise.resolve(),
  };
  const consult = consultFrom(decisions.map(({ decision }) => decision));
  const watched = { ...watch, isUnconfined: permitted.sandbox !== undefined };
  const result = await runLoggedSession(log, models, extensions, { ...host, consult }, watched, (files) => files);
  const { verdict, stopReason } = result.verdict;
  return {
    ...result,
    unasked: client.remaining(),
    isDifferent:
      recording.verdict !== undefined && (verdict !== recording.verdict || stopReason !== recording.stopReason),
  };
}

/** The person's decisions, as they were made. */
function consultFrom(decisions: readonly PersonDecision[]): Consult {
  let next = 0;
  return () => {
    const decision = decisions[next];
    next += 1;
    if (decision !== undefined) return Promise.resolve(decision);
    throw new SecCodeError(
      'REPLAY_DIVERGED',
      'The recording holds no more decisions of the person, and one is needed.',
      {
        remedy: 'Record the session anew with this version of SecCode.',
      },
    );
  };
}

import { SecCodeError } from '#core/errors.ts';
import type { ModelReplied, ModelRequested, SessionStarted, StoredEvent, VerdictReached } from '#core/session-event.ts';
import type { Task } from '#core/task.ts';
import type { Exchange, RecordedDecision, Recording, RecordingKind } from './recording.ts';

export interface RecordingOptions {
  /** What a reader should call it; without one, the first line of the request or the paths of a fix. */
  readonly title?: string;
  /** Where the replies come from; `model` unless the caller knows better. */
  readonly kind?: RecordingKind;
}

/**
 * The recording of a session, taken from its log. A request that was never answered is left out.
 *
 * @throws {SecCodeError} `SESSION_DAMAGED` when the log does not say how the session started.
 */
export function recordingFromEvents(
  events: readonly StoredEvent[],
  { title, kind = 'model' }: RecordingOptions = {},
): Recording {
  let started: SessionStarted | undefined;
  let ended: VerdictReached | undefined;
  const replies = new Map<string, ModelReplied>();
  // Keyed, because a session that was killed between request and reply may hold the same request twice.
  const requests = new Map<string, ModelRequested>();
  const decisions: RecordedDecision[] = [];
  for (const { event } of events) {
    if (event.type === 'session-started') started = event;
    if (event.type === 'verdict-reached') ended = event;
    if (event.type === 'model-requested') requests.set(event.requestId, event);
    if (event.type === 'model-replied') replies.set(event.requestId, event);
    if (event.type === 'person-decided') decisions.push({ iteration: event.iteration, decision: event.decision });
  }
  if (started === undefined) {
    throw new SecCodeError('SESSION_DAMAGED', 'The log of this session does not say how it started.', {
      remedy: 'Choose another session with seccode sessions.',
    });
  }
  return {
    format: 'seccode-recording',
    version: 1,
    recordedWith: started.version,
    title: title ?? titleOf(started.task),
    kind,
    task: started.task,
    settings: started.settings,
    exchanges: Array.from(requests.values(), (request) => exchange(request, replies.get(request.requestId))).filter(
      (found) => found !== undefined,
    ),
    decisions,
    ...(ended === undefined ? {} : { verdict: ended.verdict, stopReason: ended.stopReason }),
  };
}

function exchange(request: ModelRequested, reply: ModelReplied | undefined): Exchange | undefined {
  if (reply === undefined) return undefined;
  const { requestId, purpose, asker, model, promptHash, messages, temperature, responseSchema } = request;
  const { answeredBy, outcome, usage, cost, calls, durationMs } = reply;
  return {
    requestId,
    purpose,
    asker,
    model,
    answeredBy,
    promptHash,
    messages,
    ...(temperature === undefined ? {} : { temperature }),
    ...(responseSchema === undefined ? {} : { responseSchema }),
    outcome,
    usage,
    cost,
    calls,
    durationMs,
  };
}

function titleOf({ request, files }: Task): string {
  const firstLine = request.trim().split('\n', 1)[0] ?? '';
  return firstLine === '' ? files.map(({ path }) => path).join(', ') : firstLine;
}

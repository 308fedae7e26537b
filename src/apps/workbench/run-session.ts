import { SecCodeError } from '#core/errors.ts';
import type { SessionStarted, StoredEvent } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Task } from '#core/task.ts';
import type { VerdictReached } from '#core/session-event.ts';
import { extractCandidate } from '#engine/candidates/extract.ts';
import { mergeFiles } from '#engine/candidates/merge-files.ts';
import { compareVersions } from '#engine/changes/compare.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { IMPORTED, importedDetector } from '#engine/detection/imported-detector.ts';
import type { CallProgress } from '#engine/models/call-progress.ts';
import { runSession } from '#engine/session/run.ts';
import type { Consult, SessionServices } from '#engine/session/services.ts';
import { redactSecrets, redactText } from '#engine/secrets/redact-secrets.ts';
import type { SessionState } from '#engine/session/state.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import type { SessionLog } from '#engine/storage/store.ts';
import { type Extensions, load, loadAll } from '../compose.ts';
import type { Host } from './host.ts';
import { keptProofs } from './kept-proofs.ts';
import type { Models } from './models.ts';
import { openAnalysis } from './open-analysis.ts';
import { openStage } from './open-stage.ts';
import { openTools } from './tools.ts';

/** What a caller may watch while a session runs. */
export interface SessionWatch {
  readonly signal: AbortSignal;
  readonly onEvent?: (event: StoredEvent, state: SessionState) => void;
  readonly onProgress?: (progress: CallProgress) => void;
  /** The person chose in this run to do without isolation: a stored session cannot choose it for them. */
  readonly isUnconfined?: boolean;
  /** Programs of this machine that were asked for already: their versions are known. Absent: opened anew. */
  readonly tools?: Toolbox;
}

/** A session at its end. */
export interface SessionResult {
  readonly sessionId: string;
  readonly verdict: VerdictReached;
  /** The best program, with the secrets put back that were in the given one; empty when there never was one. */
  readonly files: SourceFiles;
  /** The files on disk are no longer those of the session: secrets in the program are still placeholders. */
  readonly isUnrestored?: boolean;
  /** Regression tests of the pairs that flip on `files`, in a folder of their own; empty when there are none. */
  readonly proofFiles: SourceFiles;
  /** Pairs that would be among them and hold the placeholder of a secret. */
  readonly unkeptProofs: number;
  /** The log, for reports. */
  readonly events: readonly StoredEvent[];
  readonly state: SessionState;
}

/** Longest that a detector without a model may take on one candidate. */
const DETECTOR_TIMEOUT_MS = 60_000;

/** Runs the session in `log` to its verdict. Closes neither log nor models. */
export async function runLoggedSession(
  log: SessionLog,
  models: Models,
  extensions: Extensions,
  host: Host,
  watch: SessionWatch,
  restore: (files: SourceFiles) => SourceFiles,
): Promise<SessionResult> {
  const started = startOf(log);
  const { task, settings } = started;
  const syntax = await extensions.syntax();
  const language = syntax.languageNamed(task.language);
  if (language === undefined)
    throw unknownLanguage(
      task,
      syntax.languages.map(({ id }) => id),
    );
  const services: SessionServices = {
    log,
    language,
    syntax,
    strategy: await load(extensions.strategies, settings.strategy, 'strategy'),
    detectors: await loadDetectors(started, extensions),
    analysis: openAnalysis(extensions),
    tools: watch.tools ?? openTools(extensions, host),
    toolchains: async () => await loadAll(extensions.toolchains),
    ...(settings.detectorSettings === undefined ? {} : { detectorSettings: settings.detectorSettings }),
    models: { writer: settings.model, reviewer: settings.reviewerModel ?? settings.model },
    call: (call, signal) =>
      models.call(call, signal, {
        sessionId: started.sessionId,
        ...(watch.onProgress === undefined ? {} : { onProgress: watch.onProgress }),
      }),
    extract: async (reply, best) => {
      const extraction = await extractCandidate({
        reply,
        language,
        syntax,
        expectedPaths: best.map(({ path }) => path),
      });
      return extraction.problem === undefined
        ? { ...extraction, files: mergeFiles(best, extraction.files) }
        : extraction;
    },
    ...(settings.behaviour === undefined
      ? {}
      : { stage: openStage(settings.behaviour, task, extensions, host, watch) }),
    compare: compareVersions,
    guidanceFor: extensions.guidanceFor,
    nowMs: host.nowMs,
    detectorTimeoutMs: DETECTOR_TIMEOUT_MS,
    signal: watch.signal,
    ...(host.consult === undefined ? {} : { consult: withoutSecrets(host.consult) }),
    ...(watch.onEvent === undefined ? {} : { onEvent: watch.onEvent }),
  };
  const state = await runSession(services);
  const { verdict } = state;
  if (verdict === undefined) throw new TypeError('The session ended without a verdict.');
  return {
    sessionId: started.sessionId,
    verdict,
    files: restore(state.best?.files ?? []),
    ...keptProofs(state, language, restore),
    events: log.events,
    state,
  };
}

/** What a person types goes into the log and into prompts, like everything else without its secrets. */
function withoutSecrets(consult: Consult): Consult {
  const hide = (text: string): string => redactText(text, redactSecrets([])).text;
  return async (state, signal) => {
    const decision = await consult(state, signal);
    switch (decision.kind) {
      case 'reject':
      case 'dismiss':
        return { ...decision, reason: hide(decision.reason) };
      case 'instruct':
        return { ...decision, instruction: hide(decision.instruction) };
      default:
        return decision;
    }
  };
}

/** The event every log begins with. */
export function startOf(log: Pick<SessionLog, 'events' | 'sessionId'>): SessionStarted {
  const first = log.events[0]?.event;
  if (first?.type === 'session-started') return first;
  throw new SecCodeError('SESSION_DAMAGED', `The session ${log.sessionId} does not begin with its start.`, {
    remedy: 'Delete it with `seccode sessions delete` and ask anew.',
  });
}

async function loadDetectors({ settings, task }: SessionStarted, extensions: Extensions): Promise<readonly Detector[]> {
  const names = [...new Set([...settings.feedback, ...settings.marking])];
  return await Promise.all(
    names.map(async (name) =>
      name === IMPORTED && task.imported !== undefined
        ? importedDetector(task.imported, task.files)
        : await load(extensions.detectors, name, 'detector'),
    ),
  );
}

export function unknownLanguage({ language }: Pick<Task, 'language'>, known: readonly string[]): SecCodeError {
  return new SecCodeError('LANGUAGE_UNSUPPORTED', `SecCode does not know the language '${language}'.`, {
    remedy: `Choose one of ${known.join(', ')} with --language.`,
    details: { language },
  });
}

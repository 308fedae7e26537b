import { SecCodeError } from '#core/errors.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type { BuildWhen, DetectorSettings, Limits, SessionSettings } from '#core/settings.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { ImportedFindings, Task } from '#core/task.ts';
import { knowsLanguage } from '#engine/detection/applicability.ts';
import type { Detector } from '#engine/detection/detector.ts';
import { IMPORTED } from '#engine/detection/imported-detector.ts';
import { expandGroups } from '#engine/detection/detector-groups.ts';
import { usableToolchains } from '#engine/build/usable-toolchains.ts';
import { chooseRoles } from '#engine/detection/roles.ts';
import { chooseModel } from '#engine/models/choose-model.ts';
import { redactSecrets, redactText } from '#engine/secrets/redact-secrets.ts';
import type { Toolbox } from '#engine/sandbox/toolbox.ts';
import { openMemoryLog } from '#engine/storage/memory-log.ts';
import { apply } from '#engine/session/machine.ts';
import { initialState } from '#engine/session/state.ts';
import { newSessionId } from '#engine/storage/session-id.ts';
import type { SessionLog } from '#engine/storage/store.ts';
import { languageInRequest } from '#engine/syntax/language-in-request.ts';
import type { Language } from '#engine/syntax/language.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';
import { type Extensions, load, loadAll } from '../compose.ts';
import { VERSION } from '../version.ts';
import type { Host } from './host.ts';
import { type CallSettings, openModels, providerOptions } from './models.ts';
import { type BehaviourWish, settleBehaviour } from './settle-behaviour.ts';
import { openTools } from './tools.ts';
import { usableDetectors } from './usable-detectors.ts';
import { storedImport } from './stored-import.ts';
import { runLoggedSession, type SessionResult, type SessionWatch, unknownLanguage } from './run-session.ts';

/** What a person wants, as far as they said it. */
export interface SessionWish extends BehaviourWish {
  readonly kind: Task['kind'];
  readonly request: string;
  /** Empty when the program is still to be written. */
  readonly files: SourceFiles;
  /** Any word that means a language; absent to take it from the files or the request, else Python. */
  readonly language?: string;
  /** `provider/name`; absent for the first that can be used here. */
  readonly model?: string;
  readonly reviewerModel?: string;
  readonly fallbackModel?: string;
  readonly strategy: string;
  /** Absent for the defaults of the detectors that are usable here. */
  readonly feedback?: readonly string[];
  readonly marking?: readonly string[];
  /** What the person told single detectors. */
  readonly detectorSettings?: DetectorSettings;
  readonly failOn: Severity;
  readonly minConfidence: Confidence;
  /** Absent: `off`. */
  readonly build?: BuildWhen;
  readonly isInteractive: boolean;
  readonly limits: Limits;
  /** Keep nothing on disk; the session can then not be resumed. */
  readonly isForgotten?: boolean;
  /** What another analyser reports on the files: it is fixed, too. */
  readonly imported?: Omit<ImportedFindings, 'repeatedBy'>;
}

/** What is used when neither the files nor the request say a language. */
const USUAL_LANGUAGE = 'python';

/**
 * Starts a session and runs it to its verdict.
 *
 * @throws {SecCodeError} for wishes that cannot be met, before anything is stored or paid for; `CANCELLED` when
 *   interrupted.
 */
export async function startSession(
  wish: SessionWish,
  calls: CallSettings,
  extensions: Extensions,
  host: Host,
  watch: SessionWatch,
): Promise<SessionResult> {
  if (wish.files.length === 0 && wish.request.trim() === '') {
    throw new SecCodeError('INPUT_INVALID', 'The request is empty, and there is no code to fix.', {
      remedy: 'Say what the program is to do, or give the files.',
    });
  }
  const syntax = await extensions.syntax();
  const language = languageOf(wish, syntax);
  const tools = openTools(extensions, host);
  const { settings, repeatedBy } = await settle(wish, language, calls, extensions, host, tools);
  const models = await openModels(settings, calls, extensions.providers, host);
  let log: SessionLog | undefined;
  try {
    const sessionId = newSessionId({ atMs: host.nowMs(), random: host.random });
    log =
      wish.isForgotten === true
        ? openMemoryLog(sessionId, host.nowMs)
        : await (await extensions.openStore(host.stateFolder)).create(sessionId);
    const hidden = redactSecrets(wish.files);
    const { text: request, redaction } = redactText(wish.request, hidden);
    const task: Task = {
      kind: wish.kind,
      request,
      language: language.id,
      files: hidden.files,
      ...(wish.imported === undefined
        ? {}
        : { imported: storedImport(wish.imported, repeatedBy, (text) => redactText(text, hidden).text) }),
    };
    const started = await log.append({ type: 'session-started', sessionId, task, settings, version: VERSION });
    watch.onEvent?.(started, apply(initialState, started.event));
    const isUnconfined = wish.sandbox !== undefined;
    return await runLoggedSession(log, models, extensions, host, { ...watch, isUnconfined, tools }, redaction.restore);
  } finally {
    await log?.close();
    await models.close();
  }
}

function languageOf({ language, files, request }: SessionWish, syntax: Syntax): Language {
  if (language !== undefined) {
    const named = syntax.languageNamed(language.toLowerCase());
    if (named === undefined)
      throw unknownLanguage(
        { language },
        syntax.languages.map(({ id }) => id),
      );
    return named;
  }
  const ofFiles = files.map(({ path }) => syntax.languageOf(path)).find((known) => known !== undefined);
  const found = ofFiles ?? languageInRequest(request, syntax.languages) ?? syntax.languageNamed(USUAL_LANGUAGE);
  if (found === undefined) throw unknownLanguage({ language: USUAL_LANGUAGE }, []);
  return found;
}

/** Turns a wish into the settings that are stored: nothing is left to be chosen on resumption. */
async function settle(
  wish: SessionWish,
  language: Language,
  calls: CallSettings,
  extensions: Extensions,
  host: Host,
  tools: Toolbox,
): Promise<{ readonly settings: SessionSettings; readonly repeatedBy: string | undefined }> {
  await load(extensions.strategies, wish.strategy, 'strategy');
  const build = wish.build === 'off' ? undefined : wish.build;
  if (build === 'required') await requireToolchain(language, extensions, tools);
  const { languages } = await extensions.syntax();
  const asked = (await loadAll(extensions.detectors)).filter((detector) =>
    mayTakePart(detector, wish, language, build),
  );
  const usable = await usableDetectors(asked, tools, wish.detectorSettings);
  const named = (names: readonly string[] | undefined): readonly string[] | undefined =>
    names === undefined ? undefined : expandGroups(names, usable, languages);
  const wished = [...(named(wish.feedback) ?? []), ...(named(wish.marking) ?? [])];
  const available = usable.filter((detector) => wished.includes(detector.name) || isTaken(detector, build));
  const building = build === undefined ? [] : available.filter(({ isBuild }) => isBuild).map(({ name }) => name);
  const withBuild = (names: readonly string[] | undefined): readonly string[] | undefined =>
    names === undefined ? undefined : [...names, ...building];
  const { feedback, marking } = chooseRoles({
    available,
    language,
    feedback: withBuild(named(wish.feedback)),
    marking: withBuild(named(wish.marking)),
  });
  const model = wish.model ?? (await chooseModel(extensions.providers, providerOptions(host, calls)));
  const repeaters = repeatersOf(wish.imported?.tool, usable, language);
  const settings: SessionSettings = {
    strategy: wish.strategy,
    model,
    ...(wish.reviewerModel === undefined ? {} : { reviewerModel: wish.reviewerModel }),
    ...(wish.fallbackModel === undefined ? {} : { fallbackModel: wish.fallbackModel }),
    // What the analyser said is told anyway, so it cannot be held out.
    feedback: wish.imported === undefined ? feedback : [...new Set([...feedback, ...repeaters, IMPORTED])],
    marking: [...new Set([...marking, ...repeaters])],
    ...(wish.detectorSettings === undefined ? {} : { detectorSettings: wish.detectorSettings }),
    failOn: wish.failOn,
    minConfidence: wish.minConfidence,
    ...(build === undefined ? {} : { build }),
    isInteractive: wish.isInteractive,
    limits: wish.limits,
    ...(await settleBehaviour(wish, language, extensions, host)),
  };
  return { settings, repeatedBy: repeaters.length === 0 ? undefined : repeaters.join(', ') };
}

/** The detectors that are the analysers of these names, where all of them can be run here; else none. */
function repeatersOf(
  tools: string | undefined,
  available: readonly Pick<Detector, 'name' | 'languages' | 'needsModel'>[],
  language: Language,
): readonly string[] {
  const named = tools?.toLowerCase().split(', ') ?? [];
  const repeaters = named.flatMap(
    (name) =>
      available.find((detector) => detector.name === name && !detector.needsModel && knowsLanguage(detector, language))
        ?.name ?? [],
  );
  return repeaters.length === named.length ? repeaters : [];
}

/**
 * Whether a detector can come to take part, so that it is worth asking whether it works here: each question starts a program.
 * Of names that somebody gave, every one is answered.
 */
function mayTakePart(
  detector: Detector,
  { feedback, marking, imported }: SessionWish,
  language: Language,
  build: SessionSettings['build'],
): boolean {
  if (feedback !== undefined || marking !== undefined) return true;
  const isRepeater = detector.name === imported?.tool.toLowerCase();
  return knowsLanguage(detector, language) && (isRepeater || isTaken(detector, build));
}

/** Whether a detector takes part that nobody named. */
function isTaken({ isBuild, isNoisy }: Detector, build: SessionSettings['build']): boolean {
  return isBuild === true ? build !== undefined : isNoisy !== true;
}

/** That nothing here builds the language is known before a model is paid. */
async function requireToolchain(language: Language, extensions: Extensions, tools: Toolbox): Promise<void> {
  const toolchains = await loadAll(extensions.toolchains);
  if ((await usableToolchains(toolchains, tools)).has(language.id)) return;
  const [best] = toolchains
    .filter(({ languages }) => languages.includes(language.id))
    .toSorted((a, b) => b.rank - a.rank);
  const remedy = best === undefined ? 'Leave --build out.' : (await best.availability(tools)).remedy;
  throw new SecCodeError('INPUT_INVALID', `Nothing on this machine builds ${language.title}.`, {
    remedy,
    details: { language: language.id },
  });
}

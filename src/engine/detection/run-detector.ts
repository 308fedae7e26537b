import { LONGEST_TIMER_MS } from '#core/longest-timer.ts';
import { SecCodeError } from '#core/errors.ts';
import type { Finding } from '#core/finding.ts';
import type { DetectorOutcome } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import { NO_TOOLS, type Toolbox } from '../sandbox/toolbox.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { lowerImprobable } from './agreement/lower-improbable.ts';
import { canLookAt } from './applicability.ts';
import type { Detector, DetectorContext, ReportedFinding } from './detector.ts';
import { type Fingerprinter, fingerprinter } from './fingerprint.ts';
import { checkReport } from './report-check.ts';

/** One detector and what it is to look at. */
export interface DetectorRun {
  readonly detector: Detector;
  /** All files of the candidate; the detector gets those whose language it knows. */
  readonly files: SourceFiles;
  /** What the code is meant to do, where that is known. */
  readonly request?: string | undefined;
  readonly syntax: Syntax;
  /** Handed on to the detector. */
  readonly analysis?: DetectorContext['analysis'];
  /** Programs of this machine; absent where there are none. */
  readonly tools?: Toolbox | undefined;
  /** Handed on to the detector. */
  readonly toolchains?: DetectorContext['toolchains'];
  /** What a person told this detector. */
  readonly settings?: DetectorContext['settings'] | undefined;
  /** Asks the reviewing model; handed on only to a detector that needs one. */
  readonly ask?: DetectorContext['ask'] | undefined;
  /** What other detectors, finished before, report on the same code. */
  readonly others?: DetectorContext['others'];
  /** What this detector made of earlier candidates. */
  readonly earlier?: DetectorContext['earlier'];
  /** Leaves the confidence of findings as the detector gave it; for whoever measures detectors. */
  readonly keepsConfidence?: boolean;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** Milliseconds on any clock that does not go back. */
  readonly nowMs: () => number;
}

/**
 * Runs one detector to an outcome that the loop can trust. Whatever goes wrong inside it, a throw, a time-out, a report
 * that makes no sense, is a `failed` outcome with a reason that holds no code; never an empty `completed` one.
 *
 * The time-out bounds detectors that await something: a model, a process, a worker. One that works synchronously in this
 * process cannot be interrupted by anything in this process, as the timer itself would have to run on the thread that is
 * busy. Such detectors bound their own work: they refuse, as not covered, files above a size at which their time was
 * measured. What would still hang has to be ended from outside, and the session resumes at this effect.
 *
 * @throws {SecCodeError} `CANCELLED` when `signal` is aborted: that is no failure of the detector, and must not be stored
 * as one.
 */
export async function runDetector(run: DetectorRun): Promise<DetectorOutcome> {
  const { detector, syntax, signal, nowMs } = run;
  const startedMs = nowMs();
  const outcome = (part: Pick<DetectorOutcome, 'status'> & Partial<DetectorOutcome>): DetectorOutcome => ({
    detector: detector.name,
    version: '',
    reason: '',
    findings: [],
    withdrawn: [],
    notCovered: [],
    durationMs: Math.max(0, Math.round(nowMs() - startedMs)),
    ...part,
  });

  if (signal.aborted) throw cancelled(detector, signal.reason);
  const files = run.files.filter((file) => canLookAt(detector, file, (path) => syntax.languageOf(path)));
  if (files.length === 0) return outcome({ status: 'not-applicable' });

  const fingerprints = fingerprinter(files);
  try {
    const given = await detectInTime(run, files, fingerprints);
    const { version, findings, withdrawn, notCovered } = checkReport(detector.name, given, files);
    const all = name(detector, [...findings, ...withdrawn.map(({ finding }) => finding)], fingerprints);
    const isMeasured = detector.isExternal === true && run.keepsConfidence !== true;
    const named = isMeasured ? all.map(lowerImprobable) : all;
    return outcome({
      status: 'completed',
      version,
      findings: named.slice(0, findings.length),
      withdrawn: named.slice(findings.length).map((finding, index) => ({
        finding,
        reason: withdrawn[index]?.reason ?? '',
        ...(withdrawn[index]?.isRefuted === true ? { isRefuted: true } : {}),
      })),
      covered: files.map(({ path }) => path).filter((path) => !notCovered.some((left) => left.path === path)),
      notCovered,
    });
  } catch (error) {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have been aborted meanwhile
    if (signal.aborted) throw cancelled(detector, error);
    return outcome({ status: 'failed', reason: reasonOf(detector, error) });
  }
}

async function detectInTime(run: DetectorRun, files: SourceFiles, fingerprints: Fingerprinter): Promise<unknown> {
  const { detector, request, syntax, timeoutMs } = run;
  // One controller for all that can end it; combined signals cost more than many a detector.
  const end = new AbortController();
  const interrupt = (): void => end.abort(run.signal.reason);
  run.signal.addEventListener('abort', interrupt, { once: true });
  const timer = setTimeout(() => end.abort(timedOut(detector, timeoutMs)), Math.min(timeoutMs, LONGEST_TIMER_MS));
  try {
    const context: DetectorContext = {
      signal: end.signal,
      syntax,
      tools: run.tools ?? NO_TOOLS,
      ...(run.settings === undefined ? {} : { settings: run.settings }),
      ...(run.analysis === undefined ? {} : { analysis: run.analysis }),
      ...(run.toolchains === undefined ? {} : { toolchains: run.toolchains }),
      fingerprintOf: fingerprints.of,
      others: run.others ?? [],
      earlier: run.earlier ?? { upheld: [], withdrawn: [] },
      ...(detector.needsModel ? { ask: askWhileRunning(run, end.signal) } : {}),
    };
    return await Promise.race([
      detect(detector, { files, ...(request === undefined ? {} : { request }) }, context),
      rejectedBy(end.signal),
    ]);
  } finally {
    clearTimeout(timer);
    run.signal.removeEventListener('abort', interrupt);
    // What a detector leaves running behind its report must end too. The usual reason costs a stack trace each time.
    end.abort('over');
  }
}

/** Makes a synchronous throw a rejection. */
async function detect(detector: Detector, ...given: Parameters<Detector['detect']>): Promise<unknown> {
  return detector.detect(...given);
}

/** A detector that was given up must not go on spending money. */
function askWhileRunning({ detector, ask }: DetectorRun, signal: AbortSignal): NonNullable<DetectorContext['ask']> {
  if (ask === undefined) {
    throw new SecCodeError('DETECTOR_FAILED', `'${detector.name}' needs a model, and there is none.`, {
      remedy: 'Name a model with --model, or leave this detector out.',
      details: { detector: detector.name },
    });
  }
  return async (question) => {
    signal.throwIfAborted();
    return ask(question);
  };
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function name(
  detector: Detector,
  findings: readonly ReportedFinding[],
  fingerprints: Fingerprinter,
): readonly Finding[] {
  const all = fingerprints.all(findings);
  return findings.map((finding, index) => ({
    ...finding,
    detector: detector.name,
    fingerprint: all[index] ?? fingerprints.of(finding),
  }));
}

/** Messages of other errors may quote the code under examination, so only the kind of the error is told. */
function reasonOf({ name: detector }: Detector, error: unknown): string {
  if (error instanceof SecCodeError) return error.message;
  const kind = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : 'Error';
  return `'${detector}' broke off with ${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}.`;
}

function timedOut({ name: detector }: Detector, timeoutMs: number): SecCodeError {
  return new SecCodeError('DETECTOR_FAILED', `'${detector}' did not finish within ${timeoutMs} ms.`, {
    remedy: 'Check fewer files at a time, or leave this detector out.',
    details: { detector, timeoutMs },
  });
}

function cancelled({ name: detector }: Detector, cause: unknown): SecCodeError {
  return new SecCodeError('CANCELLED', `'${detector}' was interrupted.`, {
    remedy: 'Start it again when you want its findings.',
    details: { detector },
    cause,
  });
}

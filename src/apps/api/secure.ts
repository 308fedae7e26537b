import { resolve } from 'node:path';
import type { StoredEvent } from '#core/session-event.ts';
import type { Confidence, Severity } from '#core/severity.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { StopReason, Verdict } from '#core/verdict.ts';
import { extensions } from '../compose.ts';
import { checkLayer } from '../config/check-layer.ts';
import { toConfig } from '../config/config.ts';
import { callSettings, hostOf, wishOf } from '../workbench/from-config.ts';
import { startSession } from '../workbench/start-session.ts';

/** What is wanted; everything else has the command line's defaults. */
export interface SecureOptions {
  /** What the program is to do, in plain words. May be empty when `files` are given. */
  readonly request: string;
  /** Existing code to fix; absent to have a program written. */
  readonly files?: SourceFiles;
  /** Any word that means a language; absent to take it from the files or the request, else Python. */
  readonly language?: string;
  /** `provider/name`, `relay:FOLDER`, `replay:FILE`; absent for the first that can be used here. */
  readonly model?: string;
  readonly reviewerModel?: string;
  readonly fallbackModel?: string;
  readonly strategy?: string;
  readonly failOn?: Severity;
  readonly minConfidence?: Confidence;
  /** Rounds of fixing. */
  readonly maxIterations?: number;
  /** US dollars for the whole session. */
  readonly maxCost?: number;
  readonly maxTokens?: number;
  /** Calls of a model for the whole session. */
  readonly maxCalls?: number;
  /** Milliseconds for the whole session. */
  readonly timeoutMs?: number;
  /** Overrides the provider's own address. */
  readonly baseUrl?: string;
  /** Folder in which the session is kept; absent to keep nothing. */
  readonly stateFolder?: string;
  /** Your own tests, for `sh -c`, in a sandbox. */
  readonly testCommand?: string;
  /** Files and folders that they need beside the program. */
  readonly testFiles?: readonly string[];
  /** Have tests written from the request alone. */
  readonly tests?: boolean;
  /** Have pairs of inputs made for findings of high severity. */
  readonly prove?: boolean;
  /** By name; absent for the best that works here. */
  readonly sandbox?: string;
  readonly signal?: AbortSignal;
  /** Called after each event is durable. */
  readonly onEvent?: (event: StoredEvent) => void;
  /** Environment variables with the providers' keys; absent for those of the process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What came of it. */
export interface SecureResult {
  readonly sessionId: string;
  readonly verdict: Verdict;
  readonly stopReason: StopReason;
  /** What supports the verdict and what is missing, for a person. */
  readonly explanation: string;
  /** The best program seen; empty when there never was one. */
  readonly files: SourceFiles;
  /** The whole history, for reports and for `seccode replay`. */
  readonly events: readonly StoredEvent[];
}

/**
 * Gets a program for a request in plain words, or takes yours, and goes on until it is secure or says why not.
 *
 * @throws {SecCodeError} for options that cannot be met, before anything is paid for; `CANCELLED` when `signal` aborts.
 *
 * @example
 * ```ts
 * const { verdict, files } = await secure({ request: 'a login page in Flask', model: 'openai/gpt-4.1', maxCost: 0.5 });
 * ```
 */
export async function secure(options: SecureOptions): Promise<SecureResult> {
  const {
    request,
    files = [],
    stateFolder,
    signal,
    onEvent,
    timeoutMs,
    environment = process.env,
    ...settings
  } = options;
  const given = { ...settings, ...(timeoutMs === undefined ? {} : { timeout: `${String(timeoutMs)}ms` }) };
  const config = toConfig(checkLayer(given, { kind: 'option' }));
  const { sandboxImage } = config;
  const host = { ...hostOf(environment, process.cwd()), ...(sandboxImage === undefined ? {} : { sandboxImage }) };
  const result = await startSession(
    wishOf(config, {
      kind: files.length > 0 ? 'fix' : 'generate',
      request,
      files,
      isInteractive: false,
      isForgotten: stateFolder === undefined,
    }),
    callSettings(config),
    extensions,
    stateFolder === undefined ? host : { ...host, stateFolder: resolve(stateFolder) },
    {
      signal: signal ?? new AbortController().signal,
      ...(onEvent === undefined ? {} : { onEvent }),
    },
  );
  const { sessionId, events } = result;
  const { verdict, stopReason, explanation } = result.verdict;
  return { sessionId, verdict, stopReason, explanation, files: result.files, events };
}

import type { ModelRequested, StoredEvent } from '#core/session-event.ts';
import type { SessionSettings } from '#core/settings.ts';
import type { SessionLog } from '#engine/storage/store.ts';
import { extensions } from '#apps/compose.ts';
import { VERSION } from '#apps/version.ts';
import type { Models } from '#apps/workbench/models.ts';
import { runLoggedSession, type SessionResult } from '#apps/workbench/run-session.ts';

/** A scripted model: what it says to the writer's n-th prompt (from 0) and how long it takes. */
export interface ScriptedModel {
  readonly write: (index: number) => string;
  readonly latencyMs: number;
}

export interface BenchSession {
  readonly log: SessionLog;
  readonly model: ScriptedModel;
  readonly settings?: Partial<SessionSettings>;
}

const SETTINGS: SessionSettings = {
  strategy: 'encouragement',
  model: 'scripted/model',
  feedback: ['syntax', 'ruff'],
  marking: ['syntax', 'ruff'],
  failOn: 'medium',
  minConfidence: 'medium',
  isInteractive: false,
  limits: { maxIterations: 10, flatRounds: 3 },
};

/** Runs one session through the real loop, detectors and strategy. Only the model is scripted. */
export async function runBenchSession({ log, model, settings }: BenchSession): Promise<SessionResult> {
  await log.append({
    type: 'session-started',
    sessionId: log.sessionId,
    task: {
      kind: 'generate',
      request: 'A module that looks up rows of eleven tables of a shop by name in SQLite.',
      language: 'python',
      files: [],
    },
    settings: { ...SETTINGS, ...settings },
    version: VERSION,
  });
  return await runLoggedSession(
    log,
    scripted(model),
    extensions,
    host,
    { signal: new AbortController().signal },
    (files) => files,
  );
}

/** The prompts that the strategy wrote, in order. */
export function promptsOf(events: readonly StoredEvent[]): readonly ModelRequested[] {
  return events.flatMap(({ event }) => (event.type === 'model-requested' && event.asker === 'strategy' ? [event] : []));
}

const host = {
  environment: {},
  folder: '/',
  stateFolder: '/',
  modelsFolder: '/',
  nowMs: Date.now,
  random: Math.random,
};

function scripted({ write, latencyMs }: ScriptedModel): Models {
  let written = 0;
  return {
    call: async ({ role }) => {
      if (latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, latencyMs));
      const text = role === 'writer' ? write(written++) : '{"findings": []}';
      return {
        outcome: { kind: 'answered', text },
        answeredBy: 'scripted',
        usage: {},
        cost: 0,
        calls: 1,
        durationMs: latencyMs,
      };
    },
    close: () => Promise.resolve(),
  };
}

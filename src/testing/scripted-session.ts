import type { SessionEvent, StoredEvent } from '#core/session-event.ts';
import type { SessionSettings } from '#core/settings.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Task } from '#core/task.ts';
import type { Detector, ReportedFinding } from '#engine/detection/detector.ts';
import type { CallResult } from '#engine/models/call.ts';
import type { Call, SessionServices } from '#engine/session/services.ts';
import type { Strategy } from '#engine/session/strategy.ts';
import { openMemoryLog } from '#engine/storage/memory-log.ts';
import type { SessionLog } from '#engine/storage/store.ts';
import type { Language } from '#engine/syntax/language.ts';
import type { Syntax } from '#engine/syntax/syntax.ts';

/** A made-up language whose programs are lists of words: enough to drive the loop without a parser. */
export const wordLanguage: Language = {
  id: 'words',
  title: 'Words',
  aliases: ['words'],
  extensions: ['.words'],
  defaultFile: 'main.words',
  grammars: {},
  nodes: {
    comment: [],
    string: [],
    function: [],
    type: [],
    call: [],
    condition: [],
    handler: [],
    return: [],
    empty: [],
  },
  suppression: /hush/,
  evaluators: [],
  expectations: [],
};

/** Claims every `.words` file, finds it in order, and blanks nothing. */
export const wordSyntax: Syntax = {
  languages: [wordLanguage],
  languageOf: (path) => (path.endsWith('.words') ? wordLanguage : undefined),
  languageNamed: (word) => (word === 'words' ? wordLanguage : undefined),
  outline: ({ path }) =>
    Promise.resolve({
      path,
      language: 'words',
      faults: [],
      functions: [],
      types: [],
      calls: [],
      conditions: [],
      handlers: [],
      comments: [],
      strings: [],
    }),
  tree: async () => ({ problem: 'Nothing is parsed here.' }),
  neutralise: ({ text }) => Promise.resolve(text),
};

/** Reports every line that holds `word`, under the weakness and severity given. */
export function wordDetector(
  name: string,
  word: string,
  finding: Pick<ReportedFinding, 'cwes' | 'severity'>,
  overrides: Partial<Detector> = {},
): Detector {
  return {
    name,
    title: `finds the word ${word}`,
    languages: ['*'],
    needsModel: false,
    defaultRole: 'both',
    availability: () => Promise.resolve({ isUsable: true, detail: '1', remedy: '' }),
    detect: ({ files }) => Promise.resolve({ version: '1', findings: findWord(files, word, name, finding) }),
    ...overrides,
  };
}

function findWord(
  files: SourceFiles,
  word: string,
  name: string,
  finding: Pick<ReportedFinding, 'cwes' | 'severity'>,
): readonly ReportedFinding[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) =>
      line.includes(word)
        ? [
            {
              rule: `${name}/${word}`,
              confidence: 'high' as const,
              span: { path, startLine: index + 1, startColumn: 1, endLine: index + 1, endColumn: line.length + 1 },
              message: `The word ${word} stands here.`,
              ...finding,
            },
          ]
        : [],
    ),
  );
}

/** A strategy whose prompts hold just what a test wants to see. */
export const wordStrategy: Strategy = {
  name: 'words',
  title: 'words',
  promptVersion: '1',
  generate: ({ request, problem }) => ({ messages: [{ role: 'user', content: `${request} ${problem ?? ''}`.trim() }] }),
  fix: ({ files, findings, rejection, instructions, score, areRun }) => ({
    messages: [
      {
        role: 'user',
        content: JSON.stringify({
          program: files.map(({ text }) => text).join('|'),
          findings: findings.map(({ message, span }) => `${message} ${span.startLine}`),
          rejection,
          instructions,
          score,
          areRun,
        }),
      },
    ],
  }),
};

/** Settings that need no flags. */
export const plainSettings: SessionSettings = {
  strategy: 'words',
  model: 'scripted/model',
  feedback: ['gate', 'seen'],
  marking: ['gate', 'unseen'],
  failOn: 'medium',
  minConfidence: 'medium',
  isInteractive: false,
  limits: { maxIterations: 5, flatRounds: 2 },
};

/** What a scripted model says: text, or a whole result. By request id, or in order of asking. */
export type ScriptedReplies = Readonly<Record<string, string | Partial<CallResult>>>;

/** Everything of a session but the world: scripted replies, word detectors, a log in memory. */
export interface ScriptedSession {
  readonly services: SessionServices;
  /** Every call that was made, in order. */
  readonly calls: readonly Call[];
  readonly events: () => readonly StoredEvent[];
}

export interface ScriptedSessionOptions {
  readonly replies: ScriptedReplies;
  readonly settings?: Partial<SessionSettings>;
  readonly task?: Partial<Task>;
  readonly services?: Partial<SessionServices>;
  /** Events of an earlier part of the session; absent starts a new one. */
  readonly past?: readonly StoredEvent[];
}

/** Puts a session together. The gate finds `broken`, the feedback detector `sql`, the held-out one `xss`. */
export async function scriptSession(options: ScriptedSessionOptions): Promise<ScriptedSession> {
  const calls: Call[] = [];
  // Time stands still, so that two runs of one script have the same log.
  const nowMs = (): number => 1000;
  const log: SessionLog = openMemoryLog('scripted', nowMs, options.past ?? []);
  if (options.past === undefined) await log.append(startOf(options));
  const services: SessionServices = {
    log,
    language: wordLanguage,
    syntax: wordSyntax,
    strategy: wordStrategy,
    detectors: [
      wordDetector('gate', 'broken', { cwes: [], severity: 'high' }, { isGate: true }),
      wordDetector('seen', 'sql', { cwes: ['CWE-89'], severity: 'high' }),
      wordDetector('unseen', 'xss', { cwes: ['CWE-79'], severity: 'medium' }, { defaultRole: 'marking' }),
    ],
    models: { writer: 'scripted/model', reviewer: 'scripted/model' },
    call: (call) => {
      calls.push(call);
      return Promise.resolve(resultOf(options.replies[call.requestId], call.requestId));
    },
    extract: (reply) =>
      Promise.resolve(
        reply.startsWith('no code')
          ? { files: [], claims: [], problem: 'The reply holds no code.' }
          : { files: [{ path: 'main.words', text: reply }], claims: [] },
      ),
    compare: () => [],
    guidanceFor: () => Promise.resolve(undefined),
    nowMs,
    detectorTimeoutMs: 10_000,
    signal: new AbortController().signal,
    ...options.services,
  };
  return { services, calls, events: () => services.log.events };
}

function startOf({ settings, task }: ScriptedSessionOptions): SessionEvent {
  return {
    type: 'session-started',
    sessionId: 'scripted',
    task: { kind: 'generate', request: 'say something', language: 'words', files: [], ...task },
    settings: { ...plainSettings, ...settings },
    version: '0.0.0',
  };
}

function resultOf(reply: string | Partial<CallResult> | undefined, requestId: string): CallResult {
  if (reply === undefined) throw new Error(`The script has no reply for ${requestId}.`);
  const plain: CallResult = {
    outcome: { kind: 'answered', text: typeof reply === 'string' ? reply : '' },
    answeredBy: 'scripted/model-1',
    usage: { inputTokens: 10, outputTokens: 5 },
    cost: 15,
    calls: 1,
    durationMs: 1,
  };
  return typeof reply === 'string' ? plain : { ...plain, ...reply };
}

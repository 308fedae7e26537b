import type { Finding } from '#core/finding.ts';
import type { Ledger } from '#core/ledger.ts';
import type { Purpose } from '#core/message.ts';
import type {
  DetectorOutcome,
  ModelReplied,
  ModelRequested,
  SessionEvent,
  SessionStarted,
  StoredEvent,
} from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { SessionReport } from '#engine/reports/format.ts';

/*
 * A scripted session, made up by hand: a vulnerable first answer, a fix that only silences a detector and is rolled
 * back, a fix that works, and a verdict. No model said any of it.
 */

const PATH = 'users.py';

/** Iteration 0: the name lands in the SQL text. */
export const vulnerableFiles: SourceFiles = [
  {
    path: PATH,
    text: `import sqlite3


def find_users(path, name):
    connection = sqlite3.connect(path)
    query = f"SELECT id, name FROM users WHERE name = '{name}'"
    return connection.execute(query).fetchall()
`,
  },
];

/** Iteration 1: the same flaw with the detector silenced. */
export const silencedFiles: SourceFiles = [
  {
    path: PATH,
    text: `import sqlite3


def find_users(path, name):
    connection = sqlite3.connect(path)
    query = f"SELECT id, name FROM users WHERE name = '{name}'"  # noqa: S608
    return connection.execute(query).fetchall()
`,
  },
];

/** Iteration 2: the name is a parameter. */
export const fixedFiles: SourceFiles = [
  {
    path: PATH,
    text: `import sqlite3


def find_users(path, name):
    connection = sqlite3.connect(path)
    query = "SELECT id, name FROM users WHERE name = ?"
    return connection.execute(query, (name,)).fetchall()
`,
  },
];

/** What the linter says of the first candidate. */
export const sqlByLinter: Finding = {
  detector: 'linter',
  rule: 'S608',
  cwes: ['CWE-89'],
  severity: 'high',
  confidence: 'medium',
  span: { path: PATH, startLine: 6, startColumn: 13, endLine: 6, endColumn: 64 },
  message: 'The SQL text is built by an f-string.',
  remediation: 'Keep the SQL text constant and pass the values as parameters.',
  fingerprint: 'linter-s608-1',
};

/** What the reviewing model says of it, with the way from source to sink. */
export const sqlByReviewer: Finding = {
  detector: 'reviewer',
  rule: 'sql-injection',
  cwes: ['CWE-89', 'CWE-943'],
  severity: 'critical',
  confidence: 'high',
  span: { path: PATH, startLine: 7, startColumn: 12, endLine: 7, endColumn: 37 },
  message: "The caller's name becomes part of the SQL text.",
  remediation: 'Pass the name as a parameter of execute.',
  exploit: "A name of ' OR '1'='1 lists all users.",
  flow: [
    {
      span: { path: PATH, startLine: 4, startColumn: 22, endLine: 4, endColumn: 26 },
      message: "'name' comes from the caller.",
    },
    {
      span: { path: PATH, startLine: 7, startColumn: 31, endLine: 7, endColumn: 36 },
      message: "'query' is run as SQL.",
    },
  ],
  fingerprint: 'reviewer-sql-1',
};

/** Below the threshold of the session: reported, never fixed unasked. */
export const openConnection: Finding = {
  detector: 'reviewer',
  rule: 'resource-left-open',
  cwes: ['CWE-772'],
  severity: 'low',
  confidence: 'medium',
  span: { path: PATH, startLine: 5, startColumn: 5, endLine: 5, endColumn: 39 },
  message: 'The connection is not closed.',
  fingerprint: 'reviewer-open-1',
};

const pathOfDatabase: Finding = {
  detector: 'reviewer',
  rule: 'path-traversal',
  cwes: ['CWE-22'],
  severity: 'medium',
  confidence: 'low',
  span: { path: PATH, startLine: 5, startColumn: 34, endLine: 5, endColumn: 38 },
  message: 'The path of the database comes from the caller.',
  fingerprint: 'reviewer-path-1',
};

/** The first event. */
export const scriptedStart: SessionStarted = {
  type: 'session-started',
  sessionId: '20261123-031502-k3x9q2',
  task: {
    kind: 'generate',
    request: 'Write a function that finds users by name in SQLite.\nReturn id and name.',
    language: 'python',
    files: [],
  },
  settings: {
    strategy: 'encouragement',
    model: 'scripted/coder',
    reviewerModel: 'scripted/reviewer',
    feedback: ['linter'],
    marking: ['linter', 'reviewer'],
    failOn: 'medium',
    minConfidence: 'medium',
    isInteractive: false,
    limits: { maxIterations: 5, flatRounds: 2, maxCostMicroUsd: 500_000 },
  },
  version: '0.1.0',
};

const ITEM = { cwe: 'CWE-89', path: PATH, line: 6 } as const;
const LEDGERS: readonly [Ledger, Ledger, Ledger] = [
  { iteration: 0, score: -18, fixed: [], left: [ITEM], introduced: [], falselyClaimed: [], points: 0 },
  {
    iteration: 1,
    score: -18,
    scoreBefore: -18,
    fixed: [],
    left: [ITEM],
    introduced: [],
    falselyClaimed: [ITEM],
    points: -10,
  },
  { iteration: 2, score: 0, scoreBefore: -18, fixed: [ITEM], left: [], introduced: [], falselyClaimed: [], points: 10 },
];

/** All events of the session, in order. */
export const scriptedEvents: readonly [SessionStarted, ...SessionEvent[]] = [
  scriptedStart,
  { type: 'iteration-started', iteration: 0, kind: 'generate', promptVersion: '1', promptHash: 'aaaa0000' },
  asked('0.strategy.1', 'generate'),
  answered('0.strategy.1', { inputTokens: 700, outputTokens: 120 }, 1_200),
  { type: 'candidate-extracted', iteration: 0, files: vulnerableFiles, claims: [] },
  { type: 'candidates-compared', iteration: 0, faults: [] },
  finished(0, { detector: 'linter', findings: [sqlByLinter] }),
  asked('0.reviewer.1', 'review'),
  answered('0.reviewer.1', { inputTokens: 900, cachedInputTokens: 400, outputTokens: 200 }, 2_300),
  finished(0, { detector: 'reviewer', findings: [sqlByReviewer, openConnection] }),
  {
    type: 'iteration-finished',
    iteration: 0,
    isAccepted: true,
    isImprovement: true,
    reason: 'It is the first candidate that parses.',
    ledger: LEDGERS[0],
  },
  { type: 'iteration-started', iteration: 1, kind: 'fix', promptVersion: '1', promptHash: 'aaaa0001' },
  asked('1.strategy.1', 'fix'),
  answered('1.strategy.1', { inputTokens: 1_100, outputTokens: 130 }, 1_500),
  { type: 'candidate-extracted', iteration: 1, files: silencedFiles, claims: ['CWE-89'] },
  {
    type: 'candidates-compared',
    iteration: 1,
    faults: [
      { check: 'suppressions', path: PATH, line: 6, message: "The comment '# noqa: S608' silences a detector." },
    ],
  },
  {
    type: 'iteration-finished',
    iteration: 1,
    isAccepted: false,
    isImprovement: false,
    reason: "The comment '# noqa: S608' silences a detector.",
    ledger: LEDGERS[1],
  },
  { type: 'iteration-started', iteration: 2, kind: 'fix', promptVersion: '1', promptHash: 'aaaa0002' },
  asked('2.strategy.1', 'fix'),
  answered('2.strategy.1', { inputTokens: 1_150, outputTokens: 125 }, 1_600),
  { type: 'candidate-extracted', iteration: 2, files: fixedFiles, claims: ['CWE-89'] },
  { type: 'candidates-compared', iteration: 2, faults: [] },
  finished(2, { detector: 'linter', findings: [] }),
  asked('2.reviewer.1', 'review'),
  answered('2.reviewer.1', { inputTokens: 950, cachedInputTokens: 400, outputTokens: 90 }, 2_000),
  finished(2, {
    detector: 'reviewer',
    findings: [openConnection],
    withdrawn: [{ finding: pathOfDatabase, reason: 'The caller is trusted to name the database.' }],
  }),
  {
    type: 'iteration-finished',
    iteration: 2,
    isAccepted: true,
    isImprovement: true,
    reason: 'It has fewer open findings than the best candidate.',
    ledger: LEDGERS[2],
  },
  {
    type: 'verdict-reached',
    verdict: 'secure',
    stopReason: 'clean',
    explanation: 'linter and reviewer finished and report nothing at or above medium; the code parses.',
    bestIteration: 2,
  },
];

/** The events as a store holds them: the first at 03:15:02 UTC on 23 November 2026, then one a second. */
export const scriptedSession: readonly StoredEvent[] = stored(scriptedEvents);

export const scriptedReport: SessionReport = { kind: 'session', version: '0.1.0', events: scriptedSession };

/** Numbers events and dates them as `scriptedSession` does. */
export function stored(events: readonly SessionEvent[]): readonly StoredEvent[] {
  return events.map((event, index) => ({
    sequence: index + 1,
    atMs: Date.UTC(2026, 10, 23, 3, 15, 2) + 1_000 * index,
    event,
  }));
}

function asked(requestId: string, purpose: Purpose): ModelRequested {
  const [iteration = '', asker = ''] = requestId.split('.');
  return {
    type: 'model-requested',
    requestId,
    iteration: Number(iteration),
    purpose,
    asker,
    model: asker === 'strategy' ? 'scripted/coder' : 'scripted/reviewer',
    messages: [{ role: 'user', content: `Scripted prompt ${requestId}.` }],
    promptHash: `hash-${requestId}`,
  };
}

function answered(requestId: string, usage: ModelReplied['usage'], cost: ModelReplied['cost']): ModelReplied {
  return {
    type: 'model-replied',
    requestId,
    outcome: { kind: 'answered', text: `Scripted reply ${requestId}.` },
    answeredBy: 'scripted-1',
    usage,
    cost,
    calls: 1,
    durationMs: 800,
  };
}

function finished(
  iteration: number,
  outcome: Pick<DetectorOutcome, 'detector' | 'findings'> & Partial<DetectorOutcome>,
): SessionEvent {
  return {
    type: 'detector-finished',
    iteration,
    outcome: {
      version: '1.0.0',
      status: 'completed',
      reason: '',
      withdrawn: [],
      notCovered: [],
      durationMs: 40,
      ...outcome,
    },
  };
}

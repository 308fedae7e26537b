import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Detector } from '#engine/detection/detector.ts';
import { recordingFromEvents } from '#engine/models/recording-from-events.ts';
import type { Recording } from '#engine/models/recording.ts';
import { type ModelServer, startModelServer } from '#testing/model-server/model-server.ts';
import { type Extensions, extensions } from '../compose.ts';
import type { Host } from './host.ts';
import type { CallSettings } from './models.ts';
import { replaySession } from './replay-session.ts';
import { resumeSession } from './resume-session.ts';
import { type SessionWish, startSession } from './start-session.ts';

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const BAD = '**main.py**\n```python\nimport os\n\n\ndef show(name):\n    os.system("cat " + name)\n```\n';
const GOOD =
  '**main.py**\n```python\nimport pathlib\n\n\ndef show(name):\n    print(pathlib.Path(name).read_text())\n```\n';

/** A scripted model that writes `replies` one after another and finds nothing when it reviews. */
async function startScript(...replies: readonly string[]): Promise<ModelServer> {
  let written = 0;
  const server = await startModelServer(({ prompt }) => {
    if (prompt[0]?.startsWith('You are the security reviewer') === true) return '{"findings": []}';
    written += 1;
    return replies[Math.min(written, replies.length) - 1] ?? '';
  });
  servers.push(server);
  return server;
}

function hostIn(folder: string): Host {
  return {
    environment: { PATH: '/nonexistent' },
    folder,
    stateFolder: join(folder, '.seccode'),
    modelsFolder: folder,
    nowMs: Date.now,
    random: Math.random,
  };
}

const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'seccode-workbench-'));
const watch = { signal: new AbortController().signal };

const wish: SessionWish = {
  kind: 'generate',
  request: 'show a file',
  files: [],
  model: 'openai-compatible/scripted',
  strategy: 'encouragement',
  failOn: 'medium',
  minConfidence: 'medium',
  isInteractive: false,
  limits: { maxIterations: 3, flatRounds: 2 },
};

const callsTo = ({ baseUrl }: ModelServer): CallSettings => ({
  retries: 0,
  callTimeoutMs: 10_000,
  prices: [],
  baseUrl,
});

async function record(): Promise<Recording> {
  const server = await startScript(BAD, GOOD);
  const result = await startSession(wish, callsTo(server), extensions, hostIn(freshFolder()), watch);
  expect(result.verdict).toMatchObject({ verdict: 'secure', bestIteration: 1 });
  return recordingFromEvents(result.events, { kind: 'scripted' });
}

describe('startSession', () => {
  it('takes the language from the request, and Python when it names none', async () => {
    const server = await startScript(GOOD);
    const languageOf = async (request: string): Promise<string> => {
      const { events } = await startSession(
        { ...wish, request, isForgotten: true, limits: { maxIterations: 0, flatRounds: 1 } },
        callsTo(server),
        extensions,
        hostIn(freshFolder()),
        watch,
      );
      const first = events[0]?.event;
      return first?.type === 'session-started' ? first.task.language : '';
    };

    expect(await languageOf('a clock in C')).toBe('c');
    expect(await languageOf('a small TypeScript module that counts words')).toBe('typescript');
    expect(await languageOf('go and count words')).toBe('python');
  });

  it('is undecided, with the name of the culprit, when a detector throws', async () => {
    const server = await startScript(GOOD);
    const ruff = await extensions.detectors['ruff']?.();
    if (ruff === undefined) throw new Error('There is no ruff.');
    const throwing: Detector = { ...ruff, detect: () => Promise.reject(new Error('out of memory')) };
    const broken: Extensions = {
      ...extensions,
      detectors: { ...extensions.detectors, ruff: () => Promise.resolve(throwing) },
    };

    const { verdict } = await startSession(wish, callsTo(server), broken, hostIn(freshFolder()), watch);

    expect(verdict).toMatchObject({ verdict: 'undecided', stopReason: 'detector-failed' });
    expect(verdict.explanation).toContain("'ruff' failed");
  });

  it.each([
    { part: { strategy: 'encouragment' }, code: 'EXTENSION_UNKNOWN', says: /no strategy 'encouragment'/ },
    { part: { language: 'cobol' }, code: 'LANGUAGE_UNSUPPORTED', says: /cobol/ },
    { part: { marking: ['rufff'] }, code: 'EXTENSION_UNKNOWN', says: /rufff/ },
    { part: { model: 'openai/gpt-4.1' }, code: 'MODEL_UNAVAILABLE', says: /OpenAI has no key/ },
  ])('refuses $part before anything is stored', async ({ part, code, says }) => {
    const server = await startScript(GOOD);
    const folder = freshFolder();

    const starting = startSession({ ...wish, ...part }, callsTo(server), extensions, hostIn(folder), watch);

    await expect(starting).rejects.toMatchObject({ code, message: expect.stringMatching(says) });
    expect(await (await extensions.openStore(join(folder, '.seccode'))).list()).toEqual([]);
    expect(server.requests).toEqual([]);
  });
});

describe('resumeSession', () => {
  it('gives a finished session’s result again and asks nobody', async () => {
    const server = await startScript(BAD, GOOD);
    const host = hostIn(freshFolder());
    const { sessionId, verdict } = await startSession(wish, callsTo(server), extensions, host, watch);
    const asked = server.requests.length;

    const again = await resumeSession(sessionId, callsTo(server), extensions, host, watch);

    expect(again.verdict).toEqual(verdict);
    expect(server.requests).toHaveLength(asked);
  });

  it('goes on after an interruption, and puts the secrets of the files back', async () => {
    const key = 'ghp_Zk3vQ8mR1xT6yB9nC2dF5gH7jL0pW4sA1uE3';
    const text = `TOKEN = "${key}"\nimport os\n\n\ndef show(name):\n    os.system("cat " + name)\n`;
    const folder = freshFolder();
    writeFileSync(join(folder, 'main.py'), text);
    const host = hostIn(folder);
    const interrupt = new AbortController();
    const server = await startModelServer(({ prompt }) => {
      if (prompt[0]?.startsWith('You are the security reviewer') === true) return '{"findings": []}';
      const shown = /```python\n([\s\S]*?)```/.exec(prompt[1] ?? '')?.[1] ?? '';
      return `**main.py**\n\`\`\`python\n${shown.replace('os.system("cat " + name)', 'print(open(name).read())')}\`\`\`\n`;
    });
    servers.push(server);
    const fixing: SessionWish = {
      ...wish,
      kind: 'fix',
      request: '',
      files: [{ path: 'main.py', text }],
      // The token itself would be a finding that this script does not fix.
      failOn: 'high',
    };

    const interrupted = startSession(fixing, callsTo(server), extensions, host, {
      signal: interrupt.signal,
      onEvent: ({ event }) => {
        if (event.type === 'model-requested' && event.purpose === 'fix') interrupt.abort();
      },
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'CANCELLED' });
    const [session] = await (await extensions.openStore(host.stateFolder)).list();
    const resumed = await resumeSession(session?.sessionId ?? '', callsTo(server), extensions, host, watch);

    expect(resumed.files[0]?.text).toContain('print(open(name).read())');
    expect(resumed.files[0]?.text).toContain(key);
    const log = readFileSync(join(host.stateFolder, 'sessions', resumed.sessionId, 'events.jsonl'), 'utf8');
    expect(log).not.toContain(key);
    expect(JSON.stringify(server.requests)).not.toContain(key);
  });
});

describe('replaySession', () => {
  it('goes the same way without a model', async () => {
    const recording = await record();

    const replayed = await replaySession(recording, extensions, hostIn(freshFolder()), watch);

    expect(replayed.verdict).toMatchObject({ verdict: 'secure', stopReason: 'clean', bestIteration: 1 });
    expect(replayed).toMatchObject({ unasked: [], isDifferent: false });
  });

  it('says where the prompts part', async () => {
    const recording = await record();
    const changed = { ...recording, task: { ...recording.task, request: 'show a folder' } };

    const replaying = replaySession(changed, extensions, hostIn(freshFolder()), watch);

    await expect(replaying).rejects.toMatchObject({
      code: 'REPLAY_DIVERGED',
      message: expect.stringMatching(/0\.strategy\.1[\s\S]*show a f/),
    });
  });

  it('notices that the detectors judge otherwise now', async () => {
    const recording = await record();

    const replayed = await replaySession(
      { ...recording, verdict: 'vulnerable' },
      extensions,
      hostIn(freshFolder()),
      watch,
    );

    expect(replayed.isDifferent).toBe(true);
  });
});

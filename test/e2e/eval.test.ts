import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startModelServer, type ModelServer } from '#testing/model-server/model-server.ts';
import { findPostgres, PostgresServer } from '#testing/postgres/server.ts';
import { type Ended, freshFolder, runSeccode } from './run-seccode.ts';
import { FIXED, flagsFor, program } from './scripted-model.ts';

const SAMPLES = 8;
const AT_ONCE = 2;

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A model that writes the same sound program each time; `onRequest` is told how many were asked for. */
async function startModel(onRequest: (count: number) => void = () => undefined, latencyMs = 40): Promise<ModelServer> {
  const server = await startModelServer((_request, index) => {
    onRequest(index + 1);
    return { kind: 'text', text: program(FIXED), latencyMs };
  });
  servers.push(server);
  return server;
}

function folderOfTasks(): string {
  const folder = freshFolder();
  const rows = Array.from({ length: SAMPLES }, (_, index) =>
    JSON.stringify({ language: 'python', request: `Find users by name, variant ${String(index)}.` }),
  );
  writeFileSync(join(folder, 'tasks.jsonl'), rows.join('\n'));
  return folder;
}

const DATASET = ['-d', 'table=tasks.jsonl', '--map', 'language=language', '--map', 'request=request'];
const JUDGED = ['--feedback', 'static', '--held-out', 'ruff', '--scorer', 'detectors', '--build', 'off'];
const END = z.looseObject({ runId: z.string(), done: z.int(), total: z.int(), errors: z.int() });

interface Begun {
  readonly ended: Promise<Ended>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

function begin(args: readonly string[], folder: string): Begun {
  let pid = 0;
  const ended = runSeccode(args, {
    cwd: folder,
    onStart: (started) => {
      pid = started;
    },
  });
  return { ended, kill: (signal) => process.kill(pid, signal) };
}

/** Names of the cells that have a result, of the only run in a folder. */
function keysIn(folder: string): readonly string[] {
  const evals = join(folder, '.seccode/evals');
  const [run = ''] = readdirSync(evals).filter((name) => !name.startsWith('.'));
  const text = readFileSync(join(evals, run, 'results.jsonl'), 'utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => z.looseObject({ key: z.string() }).parse(JSON.parse(line)).key);
}

describe('an evaluation in a process of its own', () => {
  it('killed with SIGKILL again and again, loses at most the calls under way', { timeout: 120_000 }, async () => {
    const folder = folderOfTasks();
    let kill = (): void => undefined;
    const server = await startModel((count) => {
      if (count % 4 === 3) kill();
    });
    const flags = [...flagsFor(server).slice(2), '-j', String(AT_ONCE), '--json'];
    let args = ['eval', 'run', ...DATASET, ...JUDGED, '-s', 'zero-shot', '-m', 'openai-compatible/scripted', ...flags];
    let kills = 0;
    let last: Ended | undefined;

    while (last?.code !== 0 && kills < 6) {
      const begun = begin(args, folder);
      kill = () => {
        begun.kill('SIGKILL');
      };
      last = await begun.ended;
      if (last.code === 'SIGKILL') kills += 1;
      else if (last.code !== 0) throw new Error(last.stderr);
      args = ['eval', 'run', '--resume', ...flags];
    }

    expect(kills).toBeGreaterThanOrEqual(2);
    expect(END.parse(JSON.parse(last?.stdout ?? ''))).toMatchObject({ done: SAMPLES, total: SAMPLES, errors: 0 });
    expect(new Set(keysIn(folder)).size).toBe(SAMPLES);
    expect(keysIn(folder)).toHaveLength(SAMPLES);
    // One call for each sample, and again those that had no answer yet when the process was killed.
    expect(server.requests.length).toBeLessThanOrEqual(SAMPLES + kills * AT_ONCE);
  });

  it('interrupted by Ctrl-C says how to go on, and goes on', { timeout: 60_000 }, async () => {
    const folder = folderOfTasks();
    let interrupt = (): void => undefined;
    const server = await startModel((count) => {
      if (count === 3) interrupt();
    });
    const flags = [...flagsFor(server).slice(2), '-j', '1', '--json'];
    const begun = begin(
      ['eval', 'run', ...DATASET, ...JUDGED, '-s', 'zero-shot', '-m', 'openai-compatible/scripted', ...flags],
      folder,
    );
    interrupt = () => {
      begun.kill('SIGINT');
    };
    const { code, stdout, stderr } = await begun.ended;
    const { runId, done } = END.parse(JSON.parse(stdout));

    expect({ code, done }).toEqual({ code: 130, done: 2 });
    expect(stderr).toContain(`2 of ${String(SAMPLES)} are kept. Go on with: seccode eval run --resume ${runId}`);
    const rest = await runSeccode(['eval', 'run', '--resume', runId, ...flags], { cwd: folder });
    expect(END.parse(JSON.parse(rest.stdout))).toMatchObject({ done: SAMPLES });
    expect(server.requests).toHaveLength(SAMPLES + 1);
  });
});

// With PostgreSQL of this machine (Debian: postgresql). Where it is missing, the skip is seen.
describe.skipIf(findPostgres() === undefined)('seccode worker', () => {
  it('takes samples of a run that another process began, and ends when told to', { timeout: 120_000 }, async () => {
    const postgres = await PostgresServer.start();
    try {
      await postgres.makeDatabase('evals');
      const address = postgres.address('evals');
      const server = await startModel(undefined, 300);
      const base = flagsFor(server).slice(2);
      const worker = begin(['worker', '--queue', address, '-j', '2', ...base], freshFolder());
      const run = await runSeccode(
        [
          ...[
            'eval',
            'run',
            ...DATASET,
            ...JUDGED,
            '-s',
            'zero-shot,feedback-only',
            '-m',
            'openai-compatible/scripted',
          ],
          ...['--queue', address, '-j', '1', '--json', ...base],
        ],
        { cwd: folderOfTasks() },
      );
      worker.kill('SIGTERM');
      const { code, stderr } = await worker.ended;

      expect(run.code, run.stderr).toBe(0);
      expect(END.parse(JSON.parse(run.stdout))).toMatchObject({ done: 2 * SAMPLES, total: 2 * SAMPLES, errors: 0 });
      expect(server.requests).toHaveLength(2 * SAMPLES);
      const [, taken = '0'] = /Ended after (\d+) samples of this worker\./.exec(stderr) ?? [];
      expect(code, stderr).toBe(0);
      expect(Number(taken)).toBeGreaterThan(0);
      expect(Number(taken)).toBeLessThanOrEqual(2 * SAMPLES);
      const list = await runSeccode(['eval', 'list', '--queue', address], { cwd: freshFolder() });
      expect(list.stdout).toContain(`${String(2 * SAMPLES)} of ${String(2 * SAMPLES)} done`);
    } finally {
      await postgres.remove();
    }
  });

  it('refuses to work without a database', async () => {
    const { code, stderr } = await runSeccode(['worker'], { cwd: freshFolder() });

    expect(code).toBe(2);
    expect(stderr).toContain('SECCODE_QUEUE');
  });
});

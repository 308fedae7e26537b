import { mkdir, open, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SecCodeError } from '#core/errors.ts';
import { parseJson } from '#core/parse-json.ts';
import { parseEvalPlan } from '#engine/evals/eval-json.ts';
import type { EvalPlan } from '#engine/evals/eval-plan.ts';
import type { EvalQueue, EvalRun } from '#engine/evals/eval-queue.ts';
import { errorCode, storeFailure, syncFolder } from '#engine/storage/durable.ts';
import { checkSessionId, isSessionId } from '#engine/storage/session-id.ts';
import { CELLS, FileRunQueue, RESULTS } from './file-run-queue.ts';
import { recordIn } from './read-run.ts';

const PLAN = 'plan.json';
const storedRun = z.looseObject({ startedAtMs: z.number().min(0), plan: z.unknown() });

/**
 * Keeps each run in a folder of this machine: its plan, its cells, and one line for each result. One process works on a run.
 */
export const queue: EvalQueue = {
  name: 'files',
  title: 'A folder of this machine',
  accepts: (address) => !address.includes('://'),

  create: async (address, run) => {
    const folder = folderOf(address, run.runId);
    const kept = await readRun(folder, run.runId);
    if (kept !== undefined && canonical(kept.plan) !== canonical(run.plan)) {
      throw new SecCodeError('INPUT_INVALID', `The run '${run.runId}' is there already, with another plan.`, {
        remedy: 'Give the plan that it began with, or begin another run.',
        details: { runId: run.runId },
      });
    }
    if (kept === undefined) await writeRun(address, folder, run);
    return await FileRunQueue.open(folder, kept ?? run);
  },

  open: async (address, runId) => await FileRunQueue.open(folderOf(address, runId), await storedRunOf(address, runId)),

  read: async (address, runId) => recordIn(folderOf(address, runId), await storedRunOf(address, runId)),

  list: async (address) => {
    const names = await readdir(address).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw storeFailure(error, address);
    });
    const runs = await Promise.all(
      names.filter(isSessionId).map(async (runId) => await readRun(join(address, runId), runId).catch(() => undefined)),
    );
    return runs
      .flatMap((run) => (run === undefined ? [] : [{ runId: run.runId, startedAtMs: run.startedAtMs }]))
      .toSorted((a, b) => b.startedAtMs - a.startedAtMs || (a.runId < b.runId ? 1 : -1));
  },
};

function folderOf(address: string, runId: string): string {
  checkSessionId(runId);
  return join(address, runId);
}

async function storedRunOf(address: string, runId: string): Promise<EvalRun> {
  const run = await readRun(folderOf(address, runId), runId);
  if (run !== undefined) return run;
  throw new SecCodeError('SESSION_NOT_FOUND', `There is no run '${runId}' in '${address}'.`, {
    remedy: 'Choose one that `seccode eval list` names.',
    details: { runId },
  });
}

async function readRun(folder: string, runId: string): Promise<EvalRun | undefined> {
  const path = join(folder, PLAN);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    // Without its plan a run never began.
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '')) return undefined;
    throw storeFailure(error, path);
  }
  const json = parseJson(text);
  const stored = json.ok ? storedRun.safeParse(json.value).data : undefined;
  const plan = stored === undefined ? undefined : parseEvalPlan(JSON.stringify(stored.plan));
  if (stored === undefined || plan === undefined) {
    throw new SecCodeError('SESSION_DAMAGED', `${path} is no plan of an evaluation.`, {
      remedy: 'Begin the evaluation anew.',
      details: { runId },
    });
  }
  return { runId, startedAtMs: stored.startedAtMs, plan };
}

/** The plan comes last and whole: a run that has one is there. */
async function writeRun(address: string, folder: string, { startedAtMs, plan }: EvalRun): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    // Results hold code of models and of datasets, which nobody should publish unawares.
    await writeFile(join(address, '.gitignore'), '*\n', { flag: 'wx' }).catch(ignoreExisting);
    for (const name of [CELLS, RESULTS]) await writeFile(join(folder, name), '', { flag: 'wx' }).catch(ignoreExisting);
    const draft = join(folder, `.${PLAN}`);
    const handle = await open(draft, 'w');
    try {
      await handle.writeFile(`${JSON.stringify({ startedAtMs, plan }, null, 2)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, join(folder, PLAN));
    await syncFolder(folder);
    await syncFolder(address);
  } catch (error) {
    throw storeFailure(error, folder);
  }
}

function ignoreExisting(error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
}

/** The same text for the same plan, in whatever order its fields were written. */
function canonical(plan: EvalPlan): string {
  return JSON.stringify(plan, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

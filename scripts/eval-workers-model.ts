import type { Host } from '../src/apps/workbench/host.ts';
import type { Provider } from '../src/engine/models/provider.ts';
import { fixReply, scriptedProvider } from '../src/testing/scripted-eval.ts';

/** Long enough that a worker which is killed has something under way. */
const ANSWER_MS = 400;

/** Answers as a model would that always knows the fix, after a while. */
export const slowFixer: Provider = scriptedProvider(async (request) => {
  await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  return fixReply(request);
});

/** A machine without programs, keys and persons. */
export function workerHost(folder: string): Host {
  return {
    environment: { PATH: '/nonexistent' },
    folder,
    stateFolder: `${folder}/.seccode`,
    modelsFolder: folder,
    nowMs: Date.now,
    random: Math.random,
  };
}

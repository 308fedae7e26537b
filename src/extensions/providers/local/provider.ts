import { availableParallelism } from 'node:os';
import { basename, isAbsolute, resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { Provider } from '#engine/models/provider.ts';
import { findPulledModel, isGguf, listPulledModels } from '#engine/models/pulled-models.ts';
import { CATALOGUE, DEFAULT_MODEL } from './catalogue.ts';
import { openEmbedded } from './client.ts';
import { findRuntime, installRemedy, loadRuntime } from './runtime.ts';

/**
 * A model that runs inside this process: `local/NAME` for one that was pulled, `local//absolute/path.gguf` or
 * `local/./relative/path.gguf` for a file.
 */
export const provider: Provider = {
  name: 'local',
  title: 'An embedded model, on this machine alone',
  keys: [],
  defaultModel: DEFAULT_MODEL,
  pullable: CATALOGUE,
  // After every provider with a key and after a server of local models, which is faster.
  autoRank: 1_000,
  installedModel: async ({ modelsFolder }) => pulledDefault(modelsFolder),
  availability: async ({ modelsFolder }) => {
    const runtime = await findRuntime(modelsFolder);
    if (runtime === undefined) {
      return { isUsable: false, detail: 'its library is not installed', remedy: installRemedy(modelsFolder) };
    }
    const name = await pulledDefault(modelsFolder);
    if (name === undefined) {
      return { isUsable: false, detail: 'no model is pulled', remedy: `Run \`seccode models pull ${DEFAULT_MODEL}\`.` };
    }
    return { isUsable: true, detail: `${name} on node-llama-cpp ${runtime.version}`, remedy: '' };
  },
  open: async (model, { modelsFolder }) => {
    const { name, file } = await locate(model, modelsFolder);
    const runtime = await loadRuntime(modelsFolder);
    return openEmbedded({ runtime, name, file, modelsFolder, cores: availableParallelism() });
  },
};

/** The best of the pulled models: as the catalogue ranks them, then by name; `undefined` when there is none. */
async function pulledDefault(modelsFolder: string): Promise<string | undefined> {
  const names = (await listPulledModels(modelsFolder)).map(({ name }) => name);
  return CATALOGUE.find(({ name }) => names.includes(name))?.name ?? names[0];
}

async function locate(model: string, modelsFolder: string): Promise<{ readonly name: string; readonly file: string }> {
  if (isPath(model)) {
    const file = resolve(model);
    if (await isGguf(file)) return { name: basename(file, '.gguf'), file };
    throw new SecCodeError('MODEL_UNAVAILABLE', `There is no GGUF model at '${model}'.`, {
      remedy: 'Check the path; after local/ it begins with a slash or a dot and ends in .gguf.',
    });
  }
  const name = model === '' ? await pulledDefault(modelsFolder) : model;
  const pulled = name === undefined ? undefined : await findPulledModel(modelsFolder, name);
  if (pulled === undefined) {
    const fact = name === undefined ? 'No local model is pulled.' : `The local model '${name}' is not pulled.`;
    throw new SecCodeError('MODEL_UNAVAILABLE', fact, { remedy: `Run \`seccode models pull ${pullable(name)}\`.` });
  }
  if (await isGguf(pulled.file)) return pulled;
  throw new SecCodeError('MODEL_UNAVAILABLE', `The file of the local model '${pulled.name}' is damaged.`, {
    remedy: 'Remove the model and pull it again.',
  });
}

function isPath(model: string): boolean {
  return isAbsolute(model) || /^\.{1,2}[/\\]/.test(model);
}

function pullable(name: string | undefined): string {
  return CATALOGUE.find((known) => known.name === name)?.name ?? DEFAULT_MODEL;
}

import { createColors } from 'picocolors';
import { SecCodeError } from '#core/errors.ts';
import { nearestName } from '#core/nearest-name.ts';
import { listPulledModels, removePulledModel } from '#engine/models/pulled-models.ts';
import { type PullableModel, pullModel as pull } from '#engine/models/pulled-models-pull.ts';
import { extensions, loadAll } from '../../compose.ts';
import { providerOptions } from '../../workbench/models.ts';
import { callSettings } from '../../workbench/from-config.ts';
import type { CliContext } from '../context.ts';
import { openProgressBar } from '../render/progress-bar.ts';
import { hostFor, type Options, settle } from './setting.ts';

const GIGABYTE = 1_000_000_000;

/** `seccode models`. */
export async function listModels(options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const host = hostFor(context);
  const { config } = await settle({}, context);
  const asked = providerOptions(host, callSettings(config));
  const providers = await Promise.all(
    (await loadAll(extensions.providers)).map(async (provider) => {
      const { name, title, keys, defaultModel } = provider;
      return { name, title, keys, defaultModel, ...(await provider.availability(asked)) };
    }),
  );
  const pulled = await listPulledModels(host.modelsFolder);
  const offered = await pullableModels();
  if (options['json'] === true) {
    return await terminal.outFormatted(`${JSON.stringify({ providers, pulled, pullable: offered }, undefined, 2)}\n`);
  }
  const { bold, dim, green } = createColors(terminal.hasColour);
  const rows = providers.map(({ name, isUsable, defaultModel, detail, remedy }) => {
    const mark = isUsable ? green('yes') : dim('no ');
    const model = defaultModel === undefined ? '' : ` usual: ${name}/${defaultModel}`;
    return `  ${mark} ${name.padEnd(18)} ${isUsable ? detail : remedy}${dim(model)}`;
  });
  const local = pulled.map(
    ({ name, sizeBytes }) => `  local/${name.padEnd(24)} ${(sizeBytes / GIGABYTE).toFixed(1)} GB`,
  );
  const rest = offered
    .filter(({ name }) => !pulled.some((model) => model.name === name))
    .map(
      ({ name, title, approximateBytes }) =>
        `  ${name.padEnd(24)} ${(approximateBytes / GIGABYTE).toFixed(1)} GB  ${title}`,
    );
  await terminal.outFormatted(
    [
      bold('Providers (use one with -m provider/name)'),
      ...rows,
      '',
      bold('On this machine'),
      ...(local.length > 0 ? local : ['  none']),
      '',
      bold('To download with `seccode models pull NAME`'),
      ...rest,
      '',
    ].join('\n'),
  );
}

/** `seccode models pull`. */
export async function pullModel(name: string | undefined, context: CliContext): Promise<void> {
  const { terminal, signal } = context;
  const offered = await pullableModels();
  const model = chooseModelToPull(name, offered);
  const bar = openProgressBar(terminal, `pulling ${model.name}`);
  try {
    const pulled = await pull({ folder: hostFor(context).modelsFolder, model, signal, onProgress: bar.update });
    bar.stop();
    const checked =
      pulled.verification === 'unverified' ? ' Its content could not be compared with a published hash.' : '';
    terminal.note(
      `local/${model.name} is here.${checked}\nUse it with: seccode -m local/${model.name} "what you want"`,
    );
  } finally {
    bar.stop();
  }
}

/** `seccode models remove`. */
export async function removeModel(name: string, context: CliContext): Promise<void> {
  const folder = hostFor(context).modelsFolder;
  if (await removePulledModel(folder, name)) {
    context.terminal.note(`removed local/${name}`);
    return;
  }
  throw new SecCodeError('INPUT_INVALID', `There is no downloaded model '${name}'.`, {
    remedy: 'Run `seccode models` to see which there are.',
  });
}

type Pullable = PullableModel & { readonly title: string; readonly approximateBytes: number };

async function pullableModels(): Promise<readonly Pullable[]> {
  return (await loadAll(extensions.providers)).flatMap(({ pullable }) => pullable ?? []);
}

function chooseModelToPull(name: string | undefined, offered: readonly Pullable[]): PullableModel {
  const found = name === undefined ? offered[0] : offered.find((model) => model.name === name);
  if (found !== undefined) return found;
  if (name !== undefined && URL.canParse(name)) {
    const file = new URL(name).pathname.split('/').at(-1) ?? '';
    return { name: file.replace(/\.gguf$/i, '').toLowerCase(), url: name };
  }
  const known = offered.map((model) => model.name);
  const close = nearestName(name ?? '', known);
  throw new SecCodeError('INPUT_INVALID', `There is no model '${name ?? ''}' to download.`, {
    remedy: `${close === undefined ? '' : `Did you mean '${close}'? `}Choose one of ${known.join(', ')}, or give the https address of a GGUF file.`,
  });
}

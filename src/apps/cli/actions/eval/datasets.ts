import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { SecCodeError } from '#core/errors.ts';
import type { Dataset } from '#engine/evals/dataset.ts';
import { extensions, load, loadAll } from '../../../compose.ts';
import { datasetFolder, isFetched } from '../../../workbench/evals/dataset-folder.ts';
import { fetchDatasetFiles } from '../../../workbench/evals/fetch-dataset.ts';
import type { CliContext } from '../../context.ts';
import { openProgressBar } from '../../render/progress-bar.ts';
import { hostFor, type Options, text } from '../setting.ts';

/** `seccode eval datasets`. */
export async function listDatasets(options: Options, context: CliContext): Promise<void> {
  const { terminal } = context;
  const host = hostFor(context);
  const rows = await Promise.all(
    (await loadAll(extensions.datasets)).map(async ({ name, title, origin }) => {
      const files = origin?.files ?? [];
      return {
        name,
        title,
        ...(origin === undefined ? {} : { licence: origin.licence, home: origin.home }),
        bytes: files.reduce((sum, file) => sum + file.bytes, 0),
        canBeFetched: files.length > 0,
        isHere:
          origin?.isIncluded === true || (files.length > 0 && (await isFetched(datasetFolder(host, name), files))),
      };
    }),
  );
  if (options['json'] === true) {
    return await terminal.outFormatted(`${JSON.stringify({ datasets: rows }, undefined, 2)}\n`);
  }
  const { bold, dim, green } = createColors(terminal.hasColour);
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.flatMap(({ name, title, licence, home, bytes, canBeFetched, isHere }) => {
    const state = isHere
      ? green('here')
      : canBeFetched
        ? `to fetch, ${sizeOf(bytes)}`
        : 'read from a path that you name';
    const source = home === undefined ? [] : [`  ${''.padEnd(width)}  ${dim(`${home} (${licence}); ${state}`)}`];
    return [`  ${bold(name.padEnd(width))}  ${title}`, ...source];
  });
  await terminal.outFormatted(`${lines.join('\n')}\n`);
}

/** `seccode eval datasets fetch`. */
export async function fetchDataset(name: string, options: Options, context: CliContext): Promise<void> {
  const { terminal, signal } = context;
  const host = hostFor(context);
  const { origin } = await load(extensions.datasets, name, 'dataset');
  if (origin === undefined || origin.files.length === 0) throw notFetched(name, origin);
  const to = text(options['to']);
  const folder = to === undefined ? datasetFolder(host, name) : resolve(host.folder, to);
  const bar = openProgressBar(terminal, `fetching ${name}`);
  try {
    const fetched = await fetchDatasetFiles({ folder, files: origin.files, signal, onProgress: bar.update });
    bar.stop();
    for (const { path, wasThere } of fetched)
      terminal.note(wasThere ? `${path} was there already.` : `${path} is here.`);
    terminal.note(`Its publisher is ${origin.home}; licence: ${origin.licence}.`);
  } finally {
    bar.stop();
  }
}

function notFetched(name: string, origin: Dataset['origin']): SecCodeError {
  if (origin === undefined) {
    return new SecCodeError('INPUT_INVALID', `'${name}' has no publisher to fetch it from.`, {
      remedy: 'Name the path of your own file or folder when you run it.',
    });
  }
  if (origin.isIncluded === true) {
    return new SecCodeError('INPUT_INVALID', `'${name}' comes with SecCode, and there is nothing to fetch.`, {
      remedy: 'Name it when you run it; it needs no path.',
    });
  }
  return new SecCodeError(
    'INPUT_INVALID',
    `There is no checksum for the files of '${name}', so they are not fetched.`,
    {
      remedy: `Get them from ${origin.home}, and name their path when you run it; docs/guide/datasets.md says which.`,
    },
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

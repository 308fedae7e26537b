import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import type { Format, Report } from '#engine/reports/format.ts';
import { extensions, load, loadAll } from '../../compose.ts';
import type { Terminal } from '../terminal.ts';

/** A report as text, in the format named. */
export async function formatReport(report: Report, name: string, terminal: Terminal): Promise<string> {
  const format = await load(extensions.formats, name, 'format');
  return format.format(report, { hasColour: terminal.hasColour, width: terminal.width });
}

/**
 * Looks whether reports can be written under these names, before anything is paid for.
 *
 * @throws {SecCodeError} `USAGE` for an ending that no format has.
 */
export async function checkOutputs(files: readonly string[], terminal: Terminal): Promise<void> {
  await planReports(files, terminal);
}

/**
 * Writes a report into files, each in the format of its ending.
 *
 * @throws {SecCodeError} `USAGE` for an ending that no format has, before anything is written.
 */
export async function writeReports(report: Report, files: readonly string[], terminal: Terminal): Promise<void> {
  for (const { path, format } of await planReports(files, terminal)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, format.format(report, { hasColour: false, width: 100 }));
    terminal.note(`wrote ${path}`);
  }
}

async function planReports(
  files: readonly string[],
  terminal: Terminal,
): Promise<readonly { readonly path: string; readonly format: Format }[]> {
  if (files.length === 0) return [];
  const formats = await loadAll(extensions.formats);
  return files.map((file) => {
    const ending = file.endsWith('.sarif.json') ? '.sarif' : extname(file).toLowerCase();
    const format = formats.find((known) => known.extensions.includes(ending));
    if (format === undefined)
      throw unknownEnding(
        file,
        formats.flatMap((known) => known.extensions),
      );
    return { path: resolve(terminal.process.cwd(), file), format };
  });
}

function unknownEnding(file: string, known: readonly string[]): SecCodeError {
  return new SecCodeError('USAGE', `The name '${file}' does not say which format it is to have.`, {
    remedy: `Let it end in one of ${known.join(', ')}.`,
  });
}

import { resolve } from 'node:path';
import { SecCodeError } from '#core/errors.ts';
import { extensions } from '../../compose.ts';
import type { CollectedFiles } from '../../workbench/collect-files.ts';
import type { CliContext } from '../context.ts';
import { readStdin } from './read-stdin.ts';
import { type Options, text } from './setting.ts';

/** Standard input as the one file to fix. */
export async function fromStdin(options: Options, { terminal }: CliContext): Promise<CollectedFiles> {
  const name = text(options['stdinFilename']) ?? text(options['language']);
  const syntax = await extensions.syntax();
  const path = stdinPath(name, syntax.languageNamed(name?.toLowerCase() ?? '')?.defaultFile);
  return {
    root: resolve(terminal.process.cwd()),
    files: [{ path, text: await readStdin(terminal) }],
    inexact: [],
    skipped: [],
  };
}

/** A name for standard input; its ending tells the language. */
export function stdinPath(name: string | undefined, defaultFile: string | undefined): string {
  const path = defaultFile ?? name;
  if (path !== undefined) return path;
  throw new SecCodeError('USAGE', 'Standard input has no name, so its language is not known.', {
    remedy: 'Pass --stdin-filename, such as --stdin-filename app.py.',
  });
}

import type { ChangeFault } from '#core/session-event.ts';
import type { SourceFiles } from '#core/source-file.ts';
import type { Version } from '../changes/change.ts';
import { changeBetween } from '../changes/change-between.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { Effect } from './effect.ts';
import type { SessionServices } from './services.ts';

/** Outlines both versions and looks at what lies between them. */
export async function compareFiles(
  { before, after, flaggedLines }: Extract<Effect, { type: 'compare' }>,
  { syntax, compare }: Pick<SessionServices, 'syntax' | 'compare'>,
): Promise<readonly ChangeFault[]> {
  const versions = {
    ...(before === undefined ? {} : { before: await versionOf(before, syntax) }),
    after: await versionOf(after, syntax),
    flaggedLines,
  };
  return compare(changeBetween(versions, syntax.languages));
}

async function versionOf(files: SourceFiles, syntax: Syntax): Promise<Version> {
  return { files, outlines: await Promise.all(files.map((file) => syntax.outline(file))) };
}

import type { SourceFiles } from '#core/source-file.ts';
import { changeBetween } from '#engine/changes/change-between.ts';
import type { Change, ChangeCheck, Version } from '#engine/changes/change.ts';
import { openSyntax } from '#engine/syntax/open-syntax.ts';
import { language as c } from '#extensions/languages/c/language.ts';
import { language as cpp } from '#extensions/languages/cpp/language.ts';
import { language as go } from '#extensions/languages/go/language.ts';
import { language as java } from '#extensions/languages/java/language.ts';
import { language as javascript } from '#extensions/languages/javascript/language.ts';
import { language as python } from '#extensions/languages/python/language.ts';
import { language as typescript } from '#extensions/languages/typescript/language.ts';

const languages = [python, c, cpp, javascript, typescript, java, go];
const syntax = openSyntax({ languages });

/** A version as text (one file of the ending named beside it) or as files by path. */
export type VersionText = string | Readonly<Record<string, string>>;

export interface ChangeText {
  /** File ending of versions given as plain text: `py`. */
  readonly ending?: string;
  readonly before?: VersionText;
  readonly after: VersionText;
  readonly flagged?: Readonly<Record<string, readonly number[]>>;
}

/** Parses two versions with the real parser and all languages. */
export async function changeOf({ ending = 'py', before, after, flagged = {} }: ChangeText): Promise<Change> {
  return changeBetween(
    {
      ...(before === undefined ? {} : { before: await versionOf(before, ending) }),
      after: await versionOf(after, ending),
      flaggedLines: flagged,
    },
    languages,
  );
}

async function versionOf(text: VersionText, ending: string): Promise<Version> {
  const files: SourceFiles =
    typeof text === 'string'
      ? [{ path: `main.${ending}`, text }]
      : Object.entries(text).map(([path, content]) => ({ path, text: content }));
  return { files, outlines: await Promise.all(files.map((file) => syntax.outline(file))) };
}

/** What a check says of a change, as `path:line message`. */
export async function faultsOf(check: ChangeCheck, change: ChangeText): Promise<readonly string[]> {
  return check.find(await changeOf(change)).map(({ path, line, message }) => `${path}:${line} ${message}`);
}

import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';
import type { SourceFile, SourceFiles } from '#core/source-file.ts';
import type { Reading } from './reading.ts';
import { safePath } from './safe-path.ts';

export const MAX_FILES = 50;
export const MAX_FILE_BYTES = 1_000_000;

interface Purpose {
  readonly expectedPaths: readonly string[];
  readonly reading: Pick<Reading, 'language' | 'syntax'>;
}

/**
 * Checks paths and sizes, and finds the files of the best candidate again where a reply shortened their paths.
 *
 * Two spellings are taken for an expected path: one that is the end of exactly one (`app.py` for `src/app.py`), and,
 * where one file is expected and one of the same language came, any: a fix consists of that file and nothing else.
 * Everything else keeps the name it came with, or is a problem.
 */
export function checkFiles(
  files: SourceFiles,
  { expectedPaths, reading }: Purpose,
): { readonly files: SourceFiles } | { readonly problem: string } {
  if (files.length > MAX_FILES)
    return { problem: `The reply has ${files.length} files; at most ${MAX_FILES} are taken.` };
  const accepted: SourceFile[] = [];
  for (const { path: written, text } of files) {
    const safe = safePath(written, { isOwn: expectedPaths.includes(written) });
    if ('problem' in safe) return safe;
    const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    if (new TextEncoder().encode(ended).length > MAX_FILE_BYTES) {
      return { problem: `The file '${safe.path}' is larger than ${MAX_FILE_BYTES} bytes.` };
    }
    if (steersSecCode(safe.path, ended)) return { problem: `The file '${safe.path}' configures SecCode.` };
    accepted.push({ path: safe.path, text: ended });
  }
  const placed = accepted.map((file) => ({
    ...file,
    path: expectedPathFor(file.path, accepted, expectedPaths, reading),
  }));
  const problem = clash([...new Set([...expectedPaths, ...placed.map(({ path }) => path)])]) ?? doubled(placed);
  return problem === undefined ? { files: placed } : { problem };
}

function expectedPathFor(
  path: string,
  files: SourceFiles,
  expectedPaths: readonly string[],
  { syntax }: Purpose['reading'],
): string {
  if (expectedPaths.includes(path)) return path;
  const longer = expectedPaths.filter((expected) => expected.endsWith(`/${path}`));
  const [match] = longer;
  if (match !== undefined && longer.length === 1 && !files.some((file) => file.path === match)) return match;
  const [only] = expectedPaths;
  if (only === undefined || expectedPaths.length > 1 || files.some((file) => file.path === only)) return path;
  const language = syntax.languageOf(only)?.id;
  const rivals = files.filter((file) => syntax.languageOf(file.path)?.id === language);
  return language !== undefined && rivals.length === 1 && rivals[0]?.path === path ? only : path;
}

/** Paths that are one file where case does not count, or a file that is also a folder. */
function clash(paths: readonly string[]): string | undefined {
  const seen = new Map<string, string>();
  for (const path of paths) {
    const twin = seen.get(path.toLowerCase());
    if (twin !== undefined) return `The paths '${twin}' and '${path}' differ only in case.`;
    seen.set(path.toLowerCase(), path);
  }
  for (const path of paths) {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      const file = seen.get(path.slice(0, slash).toLowerCase());
      if (file !== undefined) return `The path '${file}' is a file and the folder of '${path}'.`;
    }
  }
  return undefined;
}

function doubled(files: SourceFiles): string | undefined {
  const paths = files.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  return twice === undefined ? undefined : `The file '${twice}' is there twice.`;
}

const manifestSchema = z.looseObject({ seccode: z.unknown().refine((value) => value !== undefined) });

/** A manifest may belong to the program, but its `seccode` key would configure the next scan of it. */
function steersSecCode(path: string, text: string): boolean {
  if (!/(?:^|\/)package\.json$/i.test(path)) return false;
  const manifest = parseJson(text);
  return manifest.ok && manifestSchema.safeParse(manifest.value).success;
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { parseJson } from '#core/parse-json.ts';

/** The compiler's package. */
export const PACKAGE = '@yowasp/clang';

/** The version that this toolchain was tested with. */
export const VERSION = '22.0.0-git20542-10';

/** Where the package was found. */
export interface CompilerLocation {
  /** Address of its module. */
  readonly entry: string;
  readonly version: string;
}

const Manifest = z.object({ version: z.string(), exports: z.object({ default: z.string() }) });

/** Looks for the package beside SecCode, where a project installs an optional peer. Loads nothing. */
export async function findCompiler(
  folders: readonly string[] = createRequire(import.meta.url).resolve.paths(PACKAGE) ?? [],
): Promise<CompilerLocation | undefined> {
  for (const folder of folders.map((one) => join(one, PACKAGE))) {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const parsed = parseJson(await readFile(file, 'utf8'));
    const manifest = parsed.ok ? Manifest.safeParse(parsed.value).data : undefined;
    if (manifest === undefined) continue;
    return { entry: pathToFileURL(join(folder, manifest.exports.default)).href, version: manifest.version };
  }
  return undefined;
}

/** How to get it: an imperative sentence. */
export function installRemedy(): string {
  return `Run \`npm install --ignore-scripts ${PACKAGE}@${VERSION}\` beside SecCode; it takes 100 MB.`;
}

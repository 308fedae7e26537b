/**
 * Removes the declarations of `dist/` that nobody can reach from the public API: well over a thousand small files, which
 * would make a good part of the package and describe what is private.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { ROOT } from './run-command.ts';

const DIST = join(ROOT, 'dist');
const reached = new Set<string>();
reach('index.d.ts');
for (const file of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
  const path = relative(DIST, join(DIST, file)).split(sep).join('/');
  if (path.endsWith('.d.ts') && !reached.has(path)) rmSync(join(DIST, path));
}

/** Follows what a declaration file names, whichever way: by a relative path, or by `#` from the root of the sources. */
function reach(file: string): void {
  if (reached.has(file)) return;
  reached.add(file);
  for (const { fileName } of ts.preProcessFile(readFileSync(join(DIST, file), 'utf8')).importedFiles) {
    if (!/^[.#]/.test(fileName)) continue;
    const named = fileName.startsWith('#') ? fileName.slice(1) : posix.join(posix.dirname(file), fileName);
    const target = named.replace(/\.[jt]s$/, '.d.ts');
    if (!existsSync(join(DIST, target))) throw new Error(`${file} names ${fileName}, which was not compiled.`);
    reach(target);
  }
}

/**
 * Copies the grammars that the languages name from their packages into `grammars/`, which is published with SecCode:
 * the grammar packages themselves drag a native build along and stay development dependencies.
 *
 * Safe to run again: a file that is already the same is left alone, one that no package brings any more is removed.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { copyPacked } from './copy-packed.ts';

/** Files by package; a package may hold the grammars of several dialects. */
const GRAMMARS: Readonly<Record<string, readonly string[]>> = {
  'tree-sitter-c': ['tree-sitter-c.wasm'],
  'tree-sitter-cpp': ['tree-sitter-cpp.wasm'],
  'tree-sitter-go': ['tree-sitter-go.wasm'],
  'tree-sitter-java': ['tree-sitter-java.wasm'],
  'tree-sitter-javascript': ['tree-sitter-javascript.wasm'],
  'tree-sitter-python': ['tree-sitter-python.wasm'],
  'tree-sitter-typescript': ['tree-sitter-typescript.wasm', 'tree-sitter-tsx.wasm'],
};

const packages = createRequire(import.meta.url);
const folder = join(import.meta.dirname, '../grammars');
mkdirSync(folder, { recursive: true });

await Promise.all(
  Object.entries(GRAMMARS).flatMap(([name, files]) => {
    const from = dirname(packages.resolve(`${name}/package.json`));
    return files.map(async (file) => await copyPacked(join(from, file), join(folder, `${file}.br`)));
  }),
);

const wanted = new Set(Object.values(GRAMMARS).flatMap((files) => files.map((file) => `${file}.br`)));
for (const file of readdirSync(folder)) {
  if (/\.wasm(?:\.br)?$/.test(file) && !wanted.has(file)) rmSync(join(folder, file));
}

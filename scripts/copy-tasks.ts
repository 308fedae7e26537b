/**
 * Packs SecCode's own tasks into `datasets/`, which is published with SecCode: one small file in place of hundreds. It is
 * made by the build, so that it never differs from the folders.
 *
 * Safe to run again: a file that is already the same is left alone.
 */
import { mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writePacked } from './write-packed.ts';

const from = join(import.meta.dirname, '../src/extensions/datasets/seccode/tasks');
const folder = join(import.meta.dirname, '../datasets');

/** Sorted, so that the same tasks give the same file; tasks of one language lie together, which packs better. */
const files = readdirSync(from, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(join(from, path)).isFile())
  .sort();
const texts = Object.fromEntries(files.map((path) => [path, readFileSync(join(from, path), 'utf8')]));

mkdirSync(folder, { recursive: true });
await writePacked(Buffer.from(JSON.stringify(texts)), join(folder, 'seccode.json.br'));

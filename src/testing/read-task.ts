import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sample } from '#core/sample.ts';
import { readTaskFolder } from '#engine/evals/task-folder.ts';

/** Every task of a folder, by id. */
export async function readTasks(folder: string): Promise<readonly Sample[]> {
  const tasks: Sample[] = [];
  const samples = readTaskFolder({
    place: 'tasks',
    list: async (inner) =>
      readdirSync(join(folder, inner)).map((name) => ({
        name,
        isFolder: statSync(join(folder, inner, name)).isDirectory(),
      })),
    read: async (path) => readFileSync(join(folder, path), 'utf8'),
  });
  for await (const sample of samples) tasks.push(sample);
  return tasks;
}
